using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Reads the first line of a trace and refuses a network or a rule that DESIGN does not allow.</summary>
internal static class HeaderReader
{
    private const string Format = "loopnet-trace/1";
    private const string NoTrace = "Give a file that ends in .trace.jsonl; loopnet trace EXAMPLE writes one.";

    private static readonly string[] Keys =
        ["format", "example", "sizes", "activations", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient"];

    private static readonly string[] Activations = ["sigmoid", "relu", "tanh", "identity", "softmax"];

    // Each loss with the output activations that it takes: 13 pairs.
    private static readonly Dictionary<string, string[]> Outputs = new(StringComparer.Ordinal)
    {
        ["cross-entropy"] = ["softmax", "sigmoid"],
        ["binary-cross-entropy"] = ["sigmoid"],
        ["squared-error"] = Activations,
        ["mean-squared-error"] = Activations,
    };

    /// <summary>Reads the header.</summary>
    /// <param name="lines">The trace, from its first line.</param>
    /// <exception cref="TraceFaultException">The line is no header of a trace, or it contradicts itself.</exception>
    public static TraceHeader Read(LineSource lines)
    {
        JsonLine line = Open(FirstLine(lines));
        line.Require(Keys);
        TraceHeader header = new(
            line.Text("example"),
            line.Wholes("sizes"),
            line.Texts("activations"),
            line.Text("loss"),
            line.Number64("learningRate"),
            line.Whole("batch"),
            line.Text("reduction"),
            line.Truth("updateBiases"),
            line.Text("outputGradient"));
        CheckNetwork(header, line);
        CheckRule(header, line);
        return header;
    }

    private static string? FirstLine(LineSource lines)
    {
        try
        {
            return lines.Next();
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

    // What is no header at all makes the file no trace; a header with a fault makes it a trace that does not follow.
    private static JsonLine Open(string? text)
    {
        if (text is null)
        {
            throw NotATrace("the file is empty; a trace was expected");
        }

        if (text.StartsWith('\uFEFF'))
        {
            throw TraceFaultException.At(1, "the file begins with a byte order mark, and a trace has none", "Save the file as UTF-8 without a byte order mark.");
        }

        if (text.EndsWith('\r'))
        {
            throw TraceFaultException.At(1, "the line ends with a carriage return, and a line feed alone was expected", "Convert the line ends of the file to line feeds.");
        }

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

    private static void CheckNetwork(TraceHeader header, JsonLine line)
    {
        bool isName = header.Example.Length is >= 1 and <= 64 && header.Example.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');
        Require(isName, "\"example\" is no name; expected letters, digits and hyphens, 64 at most");
        Require(header.Activations.Length > 0, "\"activations\" is empty; expected one for each layer");
        Require(
            header.Sizes.Length == header.Activations.Length + 1,
            $"there are {header.Sizes.Length} sizes and {header.Activations.Length} activations; expected one size more than activations");
        Require(header.Sizes.All(size => size > 0), "a size is 0; expected at least 1");
        foreach (string activation in header.Activations)
        {
            Require(Activations.Contains(activation), $"there is no activation \"{JsonLine.Shortened(activation)}\"; expected one of {string.Join(", ", Activations)}");
        }

        Require(Outputs.ContainsKey(header.Loss), $"there is no loss \"{JsonLine.Shortened(header.Loss)}\"; expected one of {string.Join(", ", Outputs.Keys)}");
        Require(
            Outputs[header.Loss].Contains(header.Activations[^1]),
            $"{header.Loss} does not go with {header.Activations[^1]} outputs; expected {string.Join(" or ", Outputs[header.Loss])}");

        void Require(bool holds, string problem)
        {
            if (!holds)
            {
                throw line.Wrong(problem);
            }
        }
    }

    private static void CheckRule(TraceHeader header, JsonLine line)
    {
        if (header.LearningRate <= 0.0)
        {
            throw line.Wrong($"the learning rate is {header.LearningRate:R}; expected a number over 0");
        }

        if (header.Batch < 1)
        {
            throw line.Wrong("\"batch\" is 0; expected at least 1");
        }

        if (header.Reduction is not ("mean" or "sum"))
        {
            throw line.Wrong($"\"reduction\" is \"{JsonLine.Shortened(header.Reduction)}\"; expected \"mean\" or \"sum\"");
        }

        if (header.OutputGradient is not ("jacobian" or "shortcut"))
        {
            throw line.Wrong($"\"outputGradient\" is \"{JsonLine.Shortened(header.OutputGradient)}\"; expected \"jacobian\" or \"shortcut\"");
        }

        if (header.OutputGradient == "shortcut" && !(header.Activations[^1] == "softmax" && header.Loss == "cross-entropy"))
        {
            throw line.Wrong($"the shortcut does not hold for {header.Activations[^1]} with {header.Loss}; it holds for softmax with cross-entropy only");
        }
    }
}
