using System.Text;

namespace LoopNet.Verifying;

/// <summary>Reads the records of a trace one after another, with a look at the next one.</summary>
internal sealed class RecordReader(LineReader lines, FileHeader header)
{
    // A number takes 25 characters at most, with its comma; the rest of a line is short.
    private const long CharactersOfANumber = 32;
    private const long CharactersOfTheRest = 1 << 16;

    private static readonly string[] Keys =
        ["step", "sample", "phase", "layer", "equation", "symbol", "shape", "formula", "operands", "values"];

    private readonly long _longestLine = LongestLine(header);
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
        Last = Peek()!;
        _hasLooked = false;
        Count++;
        return Last;
    }

    /// <summary>Checks the end line and that nothing follows it.</summary>
    /// <exception cref="TraceFaultException">The count is wrong, or a line follows.</exception>
    public void CheckEnd()
    {
        const string Recount = "Look for lines that were added or lost, or write the trace again.";
        TraceFaultException.Require(_counted == Count, lines.Number, Invariant($"the end line counts {_counted} records, and there are {Count}"), Recount);
        const string Incomplete = "the end line has no line feed; the trace is incomplete";
        TraceFaultException.Require(lines.WasTerminated, lines.Number, Incomplete, "Write the trace again, or add the line feed.");
        bool isLast = lines.Next() is null;
        const string Shorten = "Remove what stands after the end line, or write the trace again.";
        TraceFaultException.Require(isLast, lines.Number, "a line follows the end line; nothing was expected after it", Shorten);
    }

    private FileRecord? Read()
    {
        string text = NextLine();
        lines.RefuseCarriageReturn(text);
        JsonLine line = Parse(text);
        if (!line.Has("end"))
        {
            return Record(line);
        }

        line.Require(["end", "records"]);
        TraceFaultException.Require(line.Truth("end"), lines.Number, "\"end\" is false, and true was expected");
        _counted = line.Whole("records");
        return null;
    }

    private string NextLine()
    {
        lines.Limit = _longestLine;
        try
        {
            return lines.Next() ?? throw TraceFaultException.At(
                lines.Number + 1,
                $"the trace is incomplete: the file ends after {Count} records without its end line {{\"end\":true,\"records\":N}}",
                "Write the trace again; what stands in the file so far follows.");
        }
        catch (DecoderFallbackException)
        {
            throw TraceFaultException.At(lines.Number + 1, "the file is not UTF-8, here or further on", "Save the file as UTF-8, or write the trace again.");
        }
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

    private FileRecord Record(JsonLine line)
    {
        line.Require(Keys, "note");
        RecordForm form = new(
            line.Whole("step"),
            line.WholeOrNull("sample"),
            line.Text("phase"),
            line.Whole("layer"),
            line.TextOrNull("equation"),
            line.Text("symbol"),
            line.Wholes("shape"),
            line.TextOrNull("formula"),
            line.Texts("operands"));
        double[]? values = line.FinitesOrNull("values");
        return new FileRecord(lines.Number, line.Has("note") ? form with { Note = line.Text("note") } : form, values);
    }

    // Weights are the largest tensors that are always listed; a Jacobian of an activation may be larger.
    private static long LongestLine(FileHeader header)
    {
        double largest = RecordForm.LargestListed;
        for (int l = 1; l < header.Sizes.Length; l++)
        {
            double units = header.Sizes[l];
            largest = Math.Max(largest, Math.Max(units * units, units * header.Sizes[l - 1]));
        }

        return (long)Math.Min(int.MaxValue / 2, CharactersOfTheRest + (CharactersOfANumber * largest));
    }
}
