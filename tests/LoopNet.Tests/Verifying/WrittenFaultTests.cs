using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LoopNet.Tests.Tracing;
using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>The verifier writes the number that follows in the words of the text of a trace, which it shares no line with.</summary>
public class WrittenFaultTests
{
    private static readonly string[] Equations = ["F1", "F2", "F3", "B1", "B2", "B3", "B5", "B6", "B7", "U1", "U2"];

    public static TheoryData<string> Pairs => [.. PairExamples.All(1).Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Derivation_OfEveryRecordOfAPair_StandsInTheTextOfItsTrace(string name)
    {
        Example pair = PairExamples.All(1).Single(example => example.Name == name);

        Assert.Superset(Equations.ToHashSet(), WrittenEquations(pair with { BatchSize = 1, Steps = 1 }));
    }

    [Fact]
    public void Derivation_UnderOtherRules_StandsInTheTextOfItsTrace()
    {
        Example tiny = Data.ShippedExamples.Read("tiny");

        Assert.Contains("U1", WrittenEquations(PairExamples.All(1)[0] with { BatchSize = 2, Steps = 1 }));
        Assert.Contains("B3s", WrittenEquations(tiny with { Rule = new UpdateRule(0.5) { OutputGradient = OutputGradient.Shortcut } }));
        Assert.Contains("U2", WrittenEquations(tiny with { Rule = new UpdateRule(0.5) { UpdateBiases = false } }));
    }

    [Theory]
    [InlineData("softmax", "cross-entropy")]
    [InlineData("sigmoid", "binary-cross-entropy")]
    public void Derivation_OfASaturatedLoss_StandsInTheTextOfItsTrace(string output, string loss)
    {
        Layer layer = new([[501.0, 1.5], [-501.0, 0.25]], [0.1, 0.2], Activation.Named(output)!);
        SampleList samples = new([[1.0, 0.5]], [[0.0, 1.0]]);
        Example example = new("saturated", new Network([layer], Loss.Named(loss)!), samples, new UpdateRule(0.5), BatchSize: 1, Steps: 1, Source: null);

        Assert.Superset(new HashSet<string>(["F3", "B1", "B3"]), WrittenEquations(example));
    }

    [Fact]
    public void Derivation_OfALongSum_IsShortenedAsInTheText()
    {
        double[][] W = [.. Enumerable.Range(0, 14).Select(i => Enumerable.Range(0, 15).Select(k => (i - k) / 8.0).ToArray())];
        SampleList samples = new([[.. Enumerable.Range(0, 15).Select(k => (k - 7) / 4.0)]], [[.. Enumerable.Range(0, 14).Select(i => i / 8.0)]]);
        Network network = new([new Layer(W, new double[14], new Identity())], new SquaredError());

        Assert.Superset(new HashSet<string>(["F1", "F3", "B3", "B7"]), WrittenEquations(new Example("long", network, samples, new UpdateRule(0.5), BatchSize: 1, Steps: 1, Source: null)));
    }

    // Changes a number of each record in turn, looks its derivation up in the text of the whole trace, and gives the ids that had one.
    private static HashSet<string> WrittenEquations(Example example)
    {
        // Each derivation on one line, without what each unit adds.
        string text = Regex.Replace(Regex.Replace(WrittenTrace.Text(example), @"\n( +)from unit .*(\n\1 +.*)*", ""), @"\n {5,}", " ");
        string[] lines = Verified.Text(example).Split('\n');
        HashSet<string> written = [];
        for (int line = 1; line < lines.Length - 2; line++)
        {
            JsonNode record = JsonNode.Parse(lines[line])!;
            JsonArray values = record["values"]!.AsArray();

            // Off the diagonal, a Jacobian has no arithmetic.
            int place = (string?)record["equation"] == "B2" ? 0 : line % values.Count;
            values[place] = (double)values[place]! + 1.0 + Math.Abs((double)values[place]!);
            TraceFault fault = Verified.Verdict(string.Join('\n', [.. lines[..line], record.ToJsonString(), .. lines[(line + 1)..]])).Fault!;
            if (fault.Derivation.Count > 0)
            {
                Assert.Equal(fault.Derived!.Value.ToString("R", CultureInfo.InvariantCulture), fault.Derivation[^1]);
                Assert.Contains($" {fault.Name!.Element} = {string.Concat(fault.Derivation.SkipLast(1).Select(step => $"{step} = "))}", text, StringComparison.Ordinal);
                written.Add(fault.Equation!);
            }
        }

        return written;
    }
}
