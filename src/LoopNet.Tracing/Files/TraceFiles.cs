using System.Globalization;
using LoopNet.Files;
using Serilog;
using Serilog.Core;
using Serilog.Sinks.File;

namespace LoopNet.Tracing;

/// <summary>The files of a trace in one folder: <c>NAME.trace.txt</c> and the page <c>NAME.trace.html</c> for people, <c>NAME.trace.jsonl</c> for machines.</summary>
/// <remarks>
/// They are written through Serilog's auditing file sink, which throws when a write fails. They grow under other names
/// and take their own only when all are whole and on the disk, so that a trace that looks complete is complete.
/// </remarks>
/// <param name="folder">The folder; it is made where it is missing.</param>
/// <param name="formats">One or more of <see cref="Formats"/>.</param>
/// <param name="options">What the text shows, and the page at first.</param>
/// <exception cref="ArgumentException">A format is none of those that there are, or none is given.</exception>
public sealed class TraceFiles(string folder, IReadOnlyCollection<string> formats, TextOptions options)
{
    private const int MostRecordsOfPage = 20_000;
    private const long MostNumbersOfPage = 400_000;

    private readonly IReadOnlyCollection<string> _formats = TraceFormat.Checked(formats);

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats => TraceFormat.Names;

    /// <summary>Those that are written step by step, however many steps there are.</summary>
    public static IReadOnlyList<string> LineFormats { get; } = ["txt", "jsonl"];

    /// <summary>Whether a browser can hold the trace of an example as one page: up to 20,000 records and 400,000 numbers.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    public static bool FitsPage(Example example, int? steps)
    {
        ArgumentNullException.ThrowIfNull(example);
        IReadOnlyList<Tensor> tensors = new StepTensors(example.Network, example.Rule, TraceHeader.Of(example).Batch).InOrder;
        long count = steps ?? example.Steps;
        long numbers = tensors.Sum(tensor => tensor.Kind == TensorKind.dz_dW && tensor.Count > StepTensors.LargestListed ? 0L : tensor.Count);
        return count * tensors.Count <= MostRecordsOfPage && count * numbers <= MostNumbersOfPage;
    }

    /// <summary>The paths of the files of a trace.</summary>
    /// <param name="name">What their names begin with: the name of the example, or of its file.</param>
    public IReadOnlyList<string> Paths(string name)
    {
        return [.. Formats.Where(_formats.Contains).Select(format => Path.Combine(folder, $"{name}.trace.{format}"))];
    }

    /// <summary>Hooks into the files' life, for tests.</summary>
    internal FileLifecycleHooks? Hooks { get; init; }

    /// <summary>How many records the last text shows; null where no text was written.</summary>
    public int? Shown { get; private set; }

    /// <summary>Writes the trace of an example's steps.</summary>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <param name="name">What the names of the files begin with; null for the name of the example.</param>
    /// <returns>The paths of the files.</returns>
    /// <exception cref="TraceException">The trace cannot be made or written; no file has changed.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number; no file has changed.</exception>
    public IReadOnlyList<string> Write(Example example, int? steps = null, string? name = null)
    {
        ArgumentNullException.ThrowIfNull(example);
        TraceHeader header = TraceHeader.Of(example);
        return Write(header, TracedSteps.Of(header, example, steps), name ?? header.Example, TracedSteps.Names(example, options));
    }

    /// <summary>Writes the page of an example's steps with a hand calculation beside the numbers.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="options">What the page shows at first.</param>
    /// <param name="answers">The hand calculation.</param>
    /// <exception cref="TraceException">There are not as many steps.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number.</exception>
    public static void WritePage(TextWriter output, Example example, int steps, TextOptions options, PageAnswers answers)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(options);
        TraceHeader header = TraceHeader.Of(example);
        TraceWriter.Write(output, new TracePage(options, TracedSteps.Names(example, options), answers), header, TracedSteps.Of(header, example, steps));
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
        return Write(header, [new StepTrace(header, step, record)], header.Example);
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
        return new TraceFiles(folder, ["txt"], options) { Hooks = Hooks }.Write(header, [StepTrace.Stopped(header, step, record)], header.Example)[0];
    }

    private IReadOnlyList<string> Write(TraceHeader header, IEnumerable<StepTrace> steps, string name, OwnNames? names = null)
    {
        CheckFolder();
        IReadOnlyList<string> paths = Paths(name);
        List<UnfinishedFile> files = [];
        try
        {
            Directory.CreateDirectory(folder);
            foreach (string path in paths)
            {
                string target = FilePlace.Resolve(path);
                FilePlace.Refuse(path, target);
                if (paths.TakeWhile(other => other != path).FirstOrDefault(other => FilePlace.AreSame(other, path)) is string same)
                {
                    throw new FilePlaceException($"{same} and {path} are one file, but a trace has several; remove one of them, or choose another folder for traces.");
                }

                files.Add(UnfinishedFile.For(target));
            }

            TraceText text = new(options, names);
            Write(header, steps, [.. paths.Zip(files, (path, file) => (file.Path, TraceFormat.Of(Path.GetExtension(path)[1..], text, options, names)))]);
            files.ForEach(file => file.Flush());
            Shown = _formats.Contains("txt", StringComparer.Ordinal) ? text.Shown : null;
            files.ForEach(file => file.TakePlace());
        }
        catch (FilePlaceException exception)
        {
            throw new TraceException(exception.Message, exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or AggregateException or NotSupportedException)
        {
            Exception cause = (exception as AggregateException)?.Flatten().InnerExceptions[0] ?? exception;
            throw new TraceException($"{folder}: the trace of {header.Example} cannot be written ({cause.Message})", exception);
        }
        finally
        {
            files.ForEach(file => file.Dispose());
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

    // The sink appends to the empty file that is there.
    private Logger Open(string path)
    {
        return new LoggerConfiguration()
            .AuditTo.File(path, outputTemplate: "{Part:l}\n", formatProvider: CultureInfo.InvariantCulture, hooks: Hooks)
            .CreateLogger();
    }

    private void CheckFolder()
    {
        if (folder.Trim().Length == 0)
        {
            throw new TraceException("The folder for traces has an empty name; give the name of a folder, or . for the current one.");
        }
    }
}
