using System.Text;

namespace LoopNet.Verifying;

/// <summary>Reads the first line of a trace. What is no header at all makes the file no trace; a header with a fault makes it one that does not follow.</summary>
internal static class HeaderReader
{
    private const string Format = "loopnet-trace/1";
    private const string NoTrace = "Give a file that ends in .trace.jsonl; loopnet trace EXAMPLE writes one.";

    private static readonly string[] Keys =
        ["format", "example", "sizes", "activations", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient"];

    /// <summary>Reads the header.</summary>
    /// <exception cref="TraceFaultException">The line is no header of a trace, or a key is not what it has to be.</exception>
    public static FileHeader Read(LineReader lines)
    {
        JsonLine line = Parse(FirstLine(lines), lines);
        line.Require(Keys);
        return new FileHeader(
            line.Text("example"),
            line.Wholes("sizes"),
            line.Texts("activations"),
            line.Text("loss"),
            line.Finite("learningRate"),
            line.Whole("batch"),
            line.Text("reduction"),
            line.Truth("updateBiases"),
            line.Text("outputGradient"));
    }

    private static string FirstLine(LineReader lines)
    {
        try
        {
            return lines.Next() ?? throw NotATrace("the file is empty; a trace was expected");
        }
        catch (TraceFaultException exception)
        {
            throw NotATrace(exception.Fault.Problem);
        }
        catch (DecoderFallbackException)
        {
            throw NotATrace("the file is not UTF-8 text; a trace was expected");
        }
    }

    private static JsonLine Parse(string text, LineReader lines)
    {
        const string Marked = "the file begins with a byte order mark, and a trace has none";
        TraceFaultException.Require(!text.StartsWith('\uFEFF'), 1, Marked, "Save the file as UTF-8 without a byte order mark.");
        lines.RefuseCarriageReturn(text);
        JsonLine line;
        try
        {
            line = JsonLine.Parse(text, 1);
        }
        catch (TraceFaultException exception)
        {
            throw NotATrace($"{exception.Fault.Problem}: the header of a trace");
        }

        if (!line.Has("format"))
        {
            throw NotATrace($"the line has no key \"format\"; a trace begins with \"format\":\"{Format}\"");
        }

        string format = line.Text("format");
        return format == Format ? line : throw NotATrace($"the format is \"{JsonLine.Shortened(format)}\"; expected \"{Format}\"");
    }

    private static TraceFaultException NotATrace(string problem)
    {
        return new TraceFaultException(new TraceFault { Line = 1, Problem = problem, Advice = NoTrace }, unreadable: true);
    }
}
