using LoopNet.Data;

namespace LoopNet.Tests.Tracing;

/// <summary>What a trace shows on paper beside its records: the drawing, the mark of a dead unit, the loss before and after.</summary>
public class NetworkDrawingTests
{
    [Fact]
    public void Drawing_OfLayersOfOddAndEvenSizes_HasEveryUnitAndOneWireBetweenLayers()
    {
        string[] drawing =
        [
            "                      relu",
            "                  +-- a1[0] --+",
            "    x[0] --+      |           |",
            "           +--W1--+-- a1[1] --+--> L <-- y",
            "    x[1] --+      |           |",
            "                  +-- a1[2] --+",
        ];

        Assert.Contains($"\n\n{string.Join('\n', drawing)}\n\n", WrittenTrace.Text(Layers(2, 3)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(4, 4)]
    [InlineData(1, 1)]
    [InlineData(4, 1, 3, 2)]
    public void Drawing_OfASmallNetwork_FitsIntoEightyColumns(params int[] sizes)
    {
        string[] lines = WrittenTrace.Text(Layers(sizes)).Split('\n');
        int last = Array.FindIndex(lines, line => line.Contains("--> L <-- y", StringComparison.Ordinal));

        Assert.True(last > 0);
        Assert.InRange(lines[last].Length, 20, 80);
    }

    [Theory]
    [InlineData(5, 2)]
    [InlineData(2, 5, 2)]
    [InlineData(1, 1, 1, 1, 1)]
    public void Drawing_OfALargerNetwork_IsLeftOut(params int[] sizes)
    {
        Assert.DoesNotContain("--> L <-- y", WrittenTrace.Text(Layers(sizes)), StringComparison.Ordinal);
    }

    [Fact]
    public void LossAfterTheStep_OfOneStep_IsThatOfTheStepThatWouldFollow()
    {
        Example one = Layers(2, 2);
        string next = WrittenTrace.Text(ExampleFile.Parse(Text("\"steps\": 2, ", 2, 2), "next"), only: "L");
        string value = next.Split("\n      = ")[^1].Split('\n')[0];

        Assert.EndsWith($" at the new ones\n\nEnd of trace: 14 records.\n", WrittenTrace.Text(one), StringComparison.Ordinal);
        Assert.Contains($" at the old parameters, {value} at the new ones\n", WrittenTrace.Text(one), StringComparison.Ordinal);
        Assert.DoesNotContain("at the new ones", next, StringComparison.Ordinal);
    }

    private static Example Layers(params int[] sizes) => ExampleFile.Parse(Text("", sizes), "drawn");

    private static string Text(string steps, params int[] sizes)
    {
        static string Row(int count) => $"[{string.Join(", ", Enumerable.Range(1, count).Select(k => Invariant($"0.{k}")))}]";
        IEnumerable<string> layers = sizes.Skip(1).Select((size, l) =>
            $$"""{ "weights": [{{string.Join(", ", Enumerable.Repeat(Row(sizes[l]), size))}}], "activation": "relu" }""");
        return $$"""
            { "loss": "squared-error", "learningRate": 0.5, {{steps}}"layers": [ {{string.Join(", ", layers)}} ],
              "samples": [ { "input": {{Row(sizes[0])}}, "target": {{Row(sizes[^1])}} } ] }
            """;
    }
}
