using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A record and the line it stands on.</summary>
internal sealed record FileRecord(long Line, TraceRecord Tensor)
{
    /// <summary>The numbers; none where the tensor is described.</summary>
    public double[] Values => Tensor.Values ?? [];
}

/// <summary>The records of a trace one after another, with a look at the next one.</summary>
internal sealed class RecordSource(LineSource lines, TraceHeader header)
{
    // A number takes 25 characters at most, with its comma; the rest of a line is short.
    private const long CharactersOfANumber = 32;
    private const long CharactersOfTheRest = 1 << 16;
    private const int LargestListed = 4096;

    private static readonly string[] Keys =
        ["step", "sample", "phase", "layer", "equation", "symbol", "shape", "formula", "operands", "values"];

    private readonly long _limit = LongestLine(header);
    private FileRecord? _next;
    private bool _hasLooked;
    private int? _counted;

    /// <summary>How many records have been taken.</summary>
    public int Count { get; private set; }

    /// <summary>The record taken last.</summary>
    public FileRecord? Last { get; private set; }

    /// <summary>The next record, which stays; null where the end line has come.</summary>
    /// <exception cref="TraceFaultException">The next line is not what the format says, or there is none.</exception>
    public FileRecord? Peek()
    {
        if (!_hasLooked)
        {
            _next = Read();
            _hasLooked = true;
        }

        return _next;
    }

    /// <summary>Takes the record that has been looked at.</summary>
    public FileRecord Take()
    {
        FileRecord record = Peek()!;
        _hasLooked = false;
        Last = record;
        Count++;
        return record;
    }

    /// <summary>Checks the end line and that nothing follows it.</summary>
    /// <exception cref="TraceFaultException">The count is wrong, or a line follows.</exception>
    public void CheckEnd()
    {
        if (_counted != Count)
        {
            throw TraceFaultException.At(
                lines.Number,
                $"the end line counts {_counted} records, and there are {Count}",
                "Look for lines that were added or lost, or write the trace again.");
        }

        if (!lines.WasTerminated)
        {
            throw TraceFaultException.At(lines.Number, "the end line has no line feed; the trace is incomplete", "Write the trace again, or add the line feed.");
        }

        if (lines.Next() is not null)
        {
            throw TraceFaultException.At(lines.Number, "a line follows the end line; nothing was expected after it", "Remove what stands after the end line, or write the trace again.");
        }
    }

    private FileRecord? Read()
    {
        lines.Limit = _limit;
        string? text;
        try
        {
            text = lines.Next();
        }
        catch (DecoderFallbackException)
        {
            throw TraceFaultException.At(lines.Number + 1, "the file is not UTF-8, here or further on", "Save the file as UTF-8, or write the trace again.");
        }

        if (text is null)
        {
            throw TraceFaultException.At(
                lines.Number + 1,
                $"the trace is incomplete: the file ends after {Count} records without its end line {{\"end\":true,\"records\":N}}",
                "Write the trace again; what stands in the file so far follows.");
        }

        if (text.EndsWith('\r'))
        {
            throw TraceFaultException.At(lines.Number, "the line ends with a carriage return, and a line feed alone was expected", "Convert the line ends of the file to line feeds.");
        }

        JsonLine line = Parse(text);
        if (line.Has("end"))
        {
            ReadEnd(line);
            return null;
        }

        return new FileRecord(lines.Number, ReadRecord(line));
    }

    private JsonLine Parse(string text)
    {
        try
        {
            return JsonLine.Parse(text, lines.Number);
        }
        catch (TraceFaultException) when (!lines.WasTerminated)
        {
            throw TraceFaultException.At(
                lines.Number,
                $"the trace is incomplete: the file ends in the middle of this line, after {Count} whole records, without its end line",
                "Write the trace again; what stands in the file before this line follows.");
        }
    }

    private void ReadEnd(JsonLine line)
    {
        line.Require(["end", "records"]);
        if (!line.Truth("end"))
        {
            throw line.Wrong("\"end\" is false, and true was expected");
        }

        _counted = line.Whole("records");
    }

    private static TraceRecord ReadRecord(JsonLine line)
    {
        line.Require(Keys, "note");
        TraceRecord record = new()
        {
            Step = line.Whole("step"),
            Sample = line.IsNull("sample") ? null : line.Whole("sample"),
            Phase = line.Text("phase"),
            Layer = line.Whole("layer"),
            Equation = line.TextOrNull("equation"),
            Symbol = line.Text("symbol"),
            Shape = line.Wholes("shape"),
            Formula = line.TextOrNull("formula"),
            Operands = line.Texts("operands"),
            Values = line.NumbersOrNull("values"),
            Note = line.Has("note") ? line.Text("note") : null,
        };
        return record;
    }

    // Weights are the largest tensors that are always listed; a Jacobian of an activation may be larger.
    private static long LongestLine(TraceHeader header)
    {
        double largest = LargestListed;
        for (int l = 1; l < header.Sizes.Length; l++)
        {
            double units = header.Sizes[l];
            largest = Math.Max(largest, Math.Max(units * units, units * header.Sizes[l - 1]));
        }

        return (long)Math.Min(int.MaxValue / 2, CharactersOfTheRest + (CharactersOfANumber * largest));
    }
}
