using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Writes a worked example as the JSON file that <see cref="ExampleFile"/> reads.</summary>
public static class ExampleText
{
    // What ends a line, and with it a comment.
    private const string LineEnds = "\r\n\u2028\u2029";

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file, with line feeds: numbers that read back to the same doubles, matrices with a row for each unit.</summary>
    /// <param name="example">The example; a notation of its own is left out.</param>
    /// <param name="head">Lines of comment at its head.</param>
    /// <param name="isExplained">Whether every key has a comment that says what it is.</param>
    /// <exception cref="ArgumentException">A line of the head has a line end in it.</exception>
    public static string Write(Example example, IReadOnlyList<string> head, bool isExplained = false)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(head);
        if (head.Any(line => line.AsSpan().IndexOfAny(LineEnds) >= 0))
        {
            throw new ArgumentException("A line of comment has no line end in it.", nameof(head));
        }

        StringBuilder text = new();
        foreach (string line in head)
        {
            text.Append($"// {line}\n");
        }

        text.Append("{\n");
        Writer writer = new(text, isExplained);
        writer.Key("name", Quoted(example.Name), "letters, digits and hyphens");
        if (example.Network.HasLoss)
        {
            writer.Key("loss", Quoted(example.Network.Loss.Name), $"{string.Join(", ", Loss.All.Where(loss => loss.Accepts(example.Network.Output)).Select(loss => loss.Name))} with these outputs");
        }

        WriteRule(example, writer);
        text.Append(isExplained ? "  // the layers in the order of computation; the last is the output layer\n" : "").Append("  \"layers\": [\n");
        for (int l = 1; l <= example.Network.Layers.Length; l++)
        {
            WriteLayer(example.Network.Layers[l - 1], l, text, isExplained);
            text.Append(l < example.Network.Layers.Length ? ",\n" : "\n");
        }

        text.Append("  ],\n").Append(isExplained ? "  // the samples in the order in which they are used\n" : "").Append("  \"samples\": [\n");
        text.Append(string.Join(",\n", Enumerable.Range(0, example.Samples.Count).Select(index => Sample(example, index))));
        return text.Append("\n  ]\n}\n").ToString();
    }

    private static void WriteRule(Example example, Writer writer)
    {
        UpdateRule rule = example.Rule;
        if (rule.Moves)
        {
            writer.Key("learningRate", Number(rule.LearningRate), "eta, a number over 0");
        }

        writer.Key("batch", Number(Math.Min(example.BatchSize, example.Samples.Count)), "how many samples an update takes, or \"all\"");
        if (rule.Reduction == Reduction.Sum)
        {
            writer.Key("reduction", "\"sum\"", "mean or sum of the gradients of a batch");
        }

        if (!rule.UpdateBiases)
        {
            writer.Key("updateBiases", "false", "whether an update moves biases");
        }

        if (rule.OutputGradient == OutputGradient.Shortcut)
        {
            writer.Key("outputGradient", "\"shortcut\"", "jacobian: the literal chain; shortcut: a - y");
        }

        writer.Key("steps", Number(example.Steps), "how many updates");
        if (example.Source is string source)
        {
            writer.Key("source", Quoted(source), "where it was published");
        }
    }

    private static void WriteLayer(Layer layer, int l, StringBuilder text, bool isExplained)
    {
        text.Append("    {\n");
        text.Append(isExplained ? Invariant($"      // W{l}: a row for each unit, a number for each input; then b{l}: a number for each unit\n") : "");
        text.Append($"      \"weights\": [{string.Join($",\n{new string(' ', 18)}", layer.W.Select(Vector))}],\n");
        text.Append(layer.b is null ? "" : $"      \"biases\": {Vector(layer.b)},\n");
        text.Append(isExplained ? $"      // {string.Join(", ", Activation.All.Select(activation => activation.Name))}\n" : "");
        text.Append($"      \"activation\": {Quoted(layer.Activation.Name)}");
        text.Append(layer.Activation is LeakyRelu leaky && leaky.Slope != LeakyRelu.StandardSlope ? $",\n      \"slope\": {Number(leaky.Slope)}" : "").Append("\n    }");
    }

    private static string Sample(Example example, int index)
    {
        double[] x = new double[example.Network.InputSize];
        double[] y = new double[example.Samples.TargetSize];
        example.Samples.Read(index, x, y);
        string key = example.Network.HasLoss ? "target" : "gradient";
        return $"    {{ \"input\": {Vector(x)}{(y.Length == 0 ? "" : $", \"{key}\": {Vector(y)}")} }}";
    }

    private static string Vector(double[] numbers) => $"[{string.Join(", ", numbers.Select(Number))}]";

    private static string Number(double number) => number.ToString("R", CultureInfo.InvariantCulture);

    private static string Quoted(string text) => JsonSerializer.Serialize(text, Options);

    private sealed class Writer(StringBuilder text, bool isExplained)
    {
        public void Key(string name, string value, string meaning)
        {
            text.Append($"  \"{name}\": {value},{(isExplained ? $"  // {meaning}" : "")}\n");
        }
    }
}
