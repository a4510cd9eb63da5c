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
/// <param name="formats">Some of <see cref="Formats"/>.</param>
/// <param name="options">What the text shows, and the page at first.</param>
/// <param name="hooks">Hooks into the files' life, for tests.</param>
public sealed class TraceFiles(string folder, IReadOnlyCollection<string> formats, TextOptions options, FileLifecycleHooks? hooks = null)
{
    private const int MostRecordsOfPage = 20_000;
    private const long MostNumbersOfPage = 400_000;

    /// <summary>The formats there are.</summary>
    public static IReadOnlyList<string> Formats { get; } = ["txt", "jsonl", "html"];

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
        return [.. Formats.Where(formats.Contains).Select(format => Path.Combine(folder, $"{name}.trace.{format}"))];
    }

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
        return Write(header, Steps(header, example, steps), name ?? header.Example, NamesOf(example));
    }

    /// <summary>Writes the trace of an example's steps to a stream, in the one format that is asked for.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <exception cref="TraceException">There are not as many steps.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number; the steps before it are written.</exception>
    public void WriteTo(TextWriter output, Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(example);
        TraceHeader header = TraceHeader.Of(example);
        OwnNames names = NamesOf(example);
        TraceText text = new(options, names);
        ITraceFormat format = Format($".{formats.Single()}", text, names);
        Write(output, format, header, Steps(header, example, steps));
        Shown = format == text ? text.Shown : null;
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
        OwnNames names = new(example, options.Notation ?? example.Notation, options.Names);
        Write(output, new TracePage(options, names, answers), header, Steps(header, example, steps));
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
        return new TraceFiles(folder, ["txt"], options, hooks).Write(header, [StepTrace.Stopped(header, step, record)], header.Example)[0];
    }

    private static void Write(TextWriter output, ITraceFormat format, TraceHeader header, IEnumerable<StepTrace> steps)
    {
        int records = 0;
        output.Write($"{format.Opening(header)}\n");
        foreach (StepTrace step in steps)
        {
            foreach (string part in format.Records(step))
            {
                output.Write($"{part}\n");
            }

            records += step.Records.Count;
        }

        output.Write($"{format.Closing(records)}\n");
    }

    private OwnNames NamesOf(Example example) => new(example, options.Notation ?? example.Notation, options.Names);

    // A step is written before the next is made: a trace of any length takes the memory of one.
    private static IEnumerable<StepTrace> Steps(TraceHeader header, Example example, int? steps)
    {
        if (steps > example.LastStep)
        {
            throw new TraceException(
                Invariant($"{steps} steps of {example.Name} are asked for, and there are {example.LastStep}: without a learning rate nothing moves, and later steps would repeat these; give the example a learning rate, or ask for fewer."));
        }

        ExampleSteps run = new(example);
        return Enumerable.Range(1, steps ?? example.Steps).Select(step => new StepTrace(header, step, run.Next()));
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
            Write(header, steps, [.. paths.Zip(files, (path, file) => (file.Path, Format(path, text, names)))]);
            files.ForEach(file => file.Flush());
            Shown = formats.Contains("txt", StringComparer.Ordinal) ? text.Shown : null;
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

    private ITraceFormat Format(string path, TraceText text, OwnNames? names) => path[path.LastIndexOf('.')..] switch
    {
        ".txt" => text,
        ".html" => new TracePage(options, names),
        _ => new TraceJson(),
    };

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
            .AuditTo.File(path, outputTemplate: "{Part:l}\n", formatProvider: CultureInfo.InvariantCulture, hooks: hooks)
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
