using Serilog;
using Serilog.Core;
using Serilog.Events;
using Serilog.Sinks.File;

namespace LoopNet.Tracing;

/// <summary>The two files of a trace, <c>NAME.trace.txt</c> for people and <c>NAME.trace.jsonl</c> for machines, in one folder.</summary>
/// <remarks>
/// They are written through Serilog's auditing file sink, which throws when a write fails. They grow under other names
/// and take their own only when both are whole, so that a trace that looks complete is complete.
/// </remarks>
/// <param name="folder">The folder; it is made where it is missing.</param>
/// <param name="formats"><c>txt</c>, <c>jsonl</c>, or both.</param>
/// <param name="options">What the text shows.</param>
/// <param name="hooks">Hooks into the files' life, for tests.</param>
public sealed class TraceFiles(string folder, IReadOnlyCollection<string> formats, TextOptions options, FileLifecycleHooks? hooks = null)
{
    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["txt", "jsonl"];

    /// <summary>How many records the last text shows; null where no text was written.</summary>
    public int? Shown { get; private set; }

    /// <summary>Writes the trace of an example's steps.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="TraceException">The trace cannot be made or written; no file has changed.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number; no file has changed.</exception>
    public IReadOnlyList<string> Write(Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        StepRecord[] records = ExampleRun.Records(example, steps);
        TraceHeader header = TraceHeader.Of(example.Name, example.Network, example.Rule, example.BatchSize);
        return Write(header, log =>
        {
            for (int step = 1; step <= records.Length; step++)
            {
                log.Add(header, step, records[step - 1]);
            }
        });
    }

    /// <summary>Writes the trace of one step of a training run.</summary>
    /// <param name="header">The network and its rule; its example names the files.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="record">The step, recorded for tracing.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="TraceException">The trace cannot be made or written; no file has changed.</exception>
    public IReadOnlyList<string> Write(TraceHeader header, int step, StepRecord record)
    {
        return Write(header, log => log.Add(header, step, record));
    }

    private List<string> Write(TraceHeader header, Action<TraceLog> addSteps)
    {
        List<string> paths = [.. Formats.Where(formats.Contains).Select(format => Path.Combine(folder, $"{header.Example}.trace.{format}"))];
        CheckPlaces(paths);
        try
        {
            Directory.CreateDirectory(folder);
            TextFormatter text = new(options);
            using (Logger logger = Open(paths, text))
            {
                TraceLog log = new(logger);
                log.Begin(header);
                addSteps(log);
                log.End();
            }

            Shown = formats.Contains("txt", StringComparer.Ordinal) ? text.Shown : null;
            foreach (string path in paths)
            {
                File.Move(Unfinished(path), path, overwrite: true);
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AggregateException or NotSupportedException)
        {
            Exception cause = (exception as AggregateException)?.Flatten().InnerExceptions[0] ?? exception;
            throw new TraceException($"{folder}: the trace of {header.Example} cannot be written ({cause.Message})", exception);
        }
        finally
        {
            paths.ForEach(path => Remove(Unfinished(path)));
        }

        return paths;
    }

    // What can be known before the first file takes its name: after it, there would be half a trace.
    private void CheckPlaces(List<string> paths)
    {
        if (folder.Trim().Length == 0)
        {
            throw new TraceException("The folder for traces has an empty name; give the name of a folder, or . for the current one.");
        }

        string? occupied = paths.Find(Directory.Exists);
        if (occupied is not null)
        {
            throw new TraceException($"{occupied}: this is a folder, and a file of the trace would have its name; remove it, or choose another folder for traces.");
        }
    }

    private Logger Open(List<string> paths, TextFormatter formatter)
    {
        LoggerConfiguration configuration = new LoggerConfiguration().MinimumLevel.Information();
        foreach (string path in paths)
        {
            // The sink appends: what an earlier run left has to go first.
            File.Delete(Unfinished(path));
            bool text = path.EndsWith(".txt", StringComparison.Ordinal);
            configuration = text
                ? configuration.AuditTo.File(formatter, Unfinished(path), LogEventLevel.Information, hooks: hooks)
                : configuration.AuditTo.File(new JsonLinesFormatter(), Unfinished(path), LogEventLevel.Information, hooks: hooks);
        }

        return configuration.CreateLogger();
    }

    private static string Unfinished(string path) => $"{path}.part";

    private static void Remove(string path)
    {
        try
        {
            File.Delete(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // What went wrong first is what the person has to know.
        }
    }
}
