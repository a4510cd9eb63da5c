using System.Globalization;
using Serilog;
using Serilog.Core;
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
        TraceHeader header = TraceHeader.Of(example);
        ExampleSteps run = new(example);

        // A step is written before the next is made: a trace of any length takes the memory of one.
        return Write(header, Enumerable.Range(1, steps ?? example.Steps).Select(step => new StepTrace(header, step, run.Next())));
    }

    /// <summary>Writes the trace of one step of a training run.</summary>
    /// <param name="header">The network and its rule; its example names the files.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="record">The step, recorded for tracing.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="TraceException">The trace cannot be made or written; no file has changed.</exception>
    public IReadOnlyList<string> Write(TraceHeader header, int step, StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(header);
        return Write(header, [new StepTrace(header, step, record)]);
    }

    /// <summary>Writes the text of a step that stopped, up to its first number that is not finite; JSON Lines could not hold that number.</summary>
    /// <param name="header">The network and its rule; its example names the file.</param>
    /// <param name="step">The number of the step, from 1.</param>
    /// <param name="record">The step as far as it came, recorded for tracing.</param>
    /// <returns>The path of the file.</returns>
    /// <exception cref="TraceException">The trace cannot be written; no file has changed.</exception>
    public string WriteStopped(TraceHeader header, int step, StepRecord record)
    {
        ArgumentNullException.ThrowIfNull(header);
        return new TraceFiles(folder, ["txt"], options, hooks).Write(header, [StepTrace.Stopped(header, step, record)])[0];
    }

    private List<string> Write(TraceHeader header, IEnumerable<StepTrace> steps)
    {
        List<string> paths = [.. Formats.Where(formats.Contains).Select(format => Path.Combine(folder, $"{header.Example}.trace.{format}"))];
        CheckPlaces(paths);
        try
        {
            Directory.CreateDirectory(folder);
            TraceText text = new(options);
            Write(header, steps, [.. paths.Select(path => (Unfinished(path), path.EndsWith(".txt", StringComparison.Ordinal) ? text : (ITraceFormat)new TraceJson()))]);
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

    private void Write(TraceHeader header, IEnumerable<StepTrace> steps, (string Path, ITraceFormat Format)[] files)
    {
        Logger[] logs = [.. files.Select(file => Open(file.Path))];
        try
        {
            int records = 0;
            Write(logs, file => [files[file].Format.Opening(header)]);
            foreach (StepTrace step in steps)
            {
                Write(logs, file => files[file].Format.Records(step));
                records += step.Records.Count;
            }

            Write(logs, file => [files[file].Format.Closing(records)]);
        }
        finally
        {
            Array.ForEach(logs, log => log.Dispose());
        }
    }

    private static void Write(Logger[] logs, Func<int, IEnumerable<string>> parts)
    {
        for (int file = 0; file < logs.Length; file++)
        {
            foreach (string part in parts(file))
            {
                logs[file].Information("{Part}", part);
            }
        }
    }

    // The sink appends: what an earlier run left has to go first.
    private Logger Open(string path)
    {
        File.Delete(path);
        return new LoggerConfiguration()
            .AuditTo.File(path, outputTemplate: "{Part:l}\n", formatProvider: CultureInfo.InvariantCulture, hooks: hooks)
            .CreateLogger();
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
