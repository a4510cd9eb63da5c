using System.Text;

namespace LoopNet.Verifying;

/// <summary>Reads the first line of a trace. What is no header at all makes the file no trace; a header with a fault makes it one that does not follow.</summary>
internal static class HeaderReader
{
    private const string Expected = "\"loopnet-trace/2\" or, from before it, \"loopnet-trace/1\"";
    private const string NoTrace = "Give a file that ends in .trace.jsonl; loopnet trace EXAMPLE writes one.";

    private static readonly string[] Formats = ["loopnet-trace/1", "loopnet-trace/2"];

    private static readonly string[] Keys =
        ["format", "example", "sizes", "activations", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient"];

    /// <summary>Reads the header.</summary>
    /// <exception cref="TraceFaultException">The line is no header of a trace, or a key is not what it has to be.</exception>
    public static FileHeader Read(LineReader lines)
    {
        JsonLine line = Parse(FirstLine(lines), lines);
        int version = 1 + Array.IndexOf(Formats, line.Text("format"));
        line.Require(Keys, version == 1 ? [] : ["slopes", "gradient"]);
        return new FileHeader(
            line.Text("example"),
            line.Wholes("sizes"),
            line.Texts("activations"),
            version == 1 ? line.Text("loss") : line.TextOrNull("loss"),
            version == 1 ? line.Finite("learningRate") : line.FiniteOrNull("learningRate"),
            line.Whole("batch"),
            line.Text("reduction"),
            line.Truth("updateBiases"),
            line.Text("outputGradient"))
        {
            Version = version,
            Slopes = line.Has("slopes") ? line.FinitesAndNulls("slopes") : null,
            Gradient = line.Has("gradient") ? line.Text("gradient") : null,
        };
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
            throw NotATrace($"the line has no key \"format\"; a trace begins with \"format\":\"{Formats[^1]}\"");
        }

        string format = line.Text("format");
        return Formats.Contains(format) ? line : throw NotATrace($"the format is \"{JsonLine.Shortened(format)}\"; expected {Expected}");
    }

    private static TraceFaultException NotATrace(string problem)
    {
        return new TraceFaultException(new TraceFault { Line = 1, Problem = problem, Advice = NoTrace }, unreadable: true);
    }
}
