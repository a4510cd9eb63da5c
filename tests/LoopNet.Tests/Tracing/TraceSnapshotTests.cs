namespace LoopNet.Tests.Tracing;

/// <summary>
/// Locks the traced mathematics, word for word. With 12 significant digits and not 17, so that people can read it;
/// exact digits are held by other tests.
/// </summary>
public class TraceSnapshotTests
{
    private const int Digits = 12;

    // The output layer, with sums too long to be written out, and a large tensor of each kind: described, and summed up.
    private static readonly string[] ShownOfFullSize = ["?3", "dL/dz3", "dz1/dW1", "dL/dW1"];

    public static TheoryData<string> Examples => [.. Data.ShippedExamples.Names.Where(name => name != "full-size")];

    public static TheoryData<string> Pairs => [.. PairExamples.All(seed: 1).Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Examples))]
    public async Task Text_OfAShippedExample_IsAsVerified(string example)
    {
        string text = Text(Data.ShippedExamples.Read(example));

        await Verify(text).UseParameters(example);
    }

    [Fact]
    public async Task Text_OfFullSize_IsAsVerified()
    {
        Example example = Data.ShippedExamples.Read("full-size");

        await Verify(string.Join("\n\n", ShownOfFullSize.Select(pattern => Text(example, pattern))));
    }

    [Theory]
    [MemberData(nameof(Pairs))]
    public async Task Text_OfAPair_IsAsVerified(string pair)
    {
        Example example = PairExamples.All(seed: 1).Single(candidate => candidate.Name == pair);

        // One sample is enough to read: xor-batch shows what an update of several is.
        example = example with { BatchSize = 1 };

        await Verify(Text(example)).UseParameters(pair);
    }

    private static string Text(Example example, string? only = null) => WrittenTrace.Text(example, Digits, only).TrimEnd('\n');
}
