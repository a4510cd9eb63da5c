using LoopNet.Tests.Data;

namespace LoopNet.Tests.Checking;

/// <summary>The examples in which mistakes are made: the shipped ones but for the largest, those of the oracles, and some of them with another rule.</summary>
public static class CheckedExamples
{
    private const string FullSize = "full-size";
    private const string Oracle = "oracle ";
    private const string Sum = ", summed";
    private const string Still = ", biases still";

    // Hardly any example of a file sums its batch, or leaves its biases where they are.
    private static readonly string[] Summed = ["xor-batch", "oracle minibatch-pairs", "oracle relu-softmax-batch", "oracle sigmoid-binary"];
    private static readonly string[] Stilled = ["tiny", "dead-relu", "leaky-relu", "oracle relu-softmax-batch", "oracle tanh-identity-mse"];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Names =>
    [
        .. ShippedExamples.Names.Where(name => name != FullSize),
        .. Tests.Oracle.Names.Cast<object[]>().Select(row => $"{Oracle}{row[0]}"),
        .. Summed.Select(name => name + Sum),
        .. Stilled.Select(name => name + Still),
    ];

    /// <summary>The example of a name.</summary>
    public static Example Read(string name)
    {
        if (name.EndsWith(Sum, StringComparison.Ordinal))
        {
            Example example = Read(name[..^Sum.Length]);
            return example with { Rule = example.Rule with { Reduction = Reduction.Sum } };
        }

        if (name.EndsWith(Still, StringComparison.Ordinal))
        {
            Example example = Read(name[..^Still.Length]);
            return example with { Rule = example.Rule with { UpdateBiases = false } };
        }

        return name.StartsWith(Oracle, StringComparison.Ordinal) ? Tests.Oracle.Read(name[Oracle.Length..]).Example : ShippedExamples.Read(name);
    }
}
