using System.Text;

namespace LoopNet.Tracing;

/// <summary>Writes the trace of an example to a text or a stream, in one format.</summary>
/// <param name="format">One of <see cref="TraceFiles.Formats"/>.</param>
/// <param name="options">What the text shows.</param>
/// <exception cref="ArgumentException">There is no such format.</exception>
public sealed class TraceWriter(string format, TextOptions options)
{
    private readonly string _format = TraceFormat.Checked([format]).Single();

    /// <summary>How many records the last text showed; null where the format is no text for people.</summary>
    public int? Shown { get; private set; }

    /// <summary>Writes the trace of an example's steps.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <exception cref="TraceException">There are not as many steps; nothing is written.</exception>
    /// <exception cref="NonFiniteException">A number of a step is infinite or not a number; the steps before it are written.</exception>
    /// <exception cref="IOException">The text cannot be written.</exception>
    public void Write(TextWriter output, Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(example);
        TraceHeader header = TraceHeader.Of(example);
        OwnNames names = TracedSteps.Names(example, options);
        TraceText text = new(options, names);
        ITraceFormat written = TraceFormat.Of(_format, text, options, names);
        Write(output, written, header, TracedSteps.Of(header, example, steps));
        Shown = written == text ? text.Shown : null;
    }

    /// <summary>Writes the trace of an example's steps as UTF-8, without a byte order mark: the bytes of its file.</summary>
    /// <param name="output">Where to; it stays open.</param>
    /// <param name="example">The example.</param>
    /// <param name="steps">How many steps; null for as many as the example says.</param>
    /// <inheritdoc cref="Write(TextWriter, Example, int?)" path="/exception"/>
    public void Write(Stream output, Example example, int? steps = null)
    {
        ArgumentNullException.ThrowIfNull(output);
        using StreamWriter text = new(output, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        Write(text, example, steps);
    }

    /// <summary>Writes steps in a format, each before the next is made.</summary>
    internal static void Write(TextWriter output, ITraceFormat format, TraceHeader header, IEnumerable<StepTrace> steps)
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
}
