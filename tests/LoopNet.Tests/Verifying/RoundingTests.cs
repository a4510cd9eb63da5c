using System.Globalization;
using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>Whether exp, ln and tanh of a trace are correctly rounded: the verdict tells, and a strict one refuses what is not.</summary>
public class RoundingTests
{
    public static TheoryData<string> Pairs => [.. PairExamples.All(1).Select(example => example.Name)];

    [Theory]
    [MemberData(nameof(Pairs))]
    public void Verify_OfAnotherSystem_TellsOfTheFirstNumberThatIsNotCorrectlyRounded(string name)
    {
        // The systems of odd seeds write sigmoid and the binary loss as LoopNet does, so only the three functions differ.
        for (int seed = 1; seed <= 9; seed += 2)
        {
            Example example = PairExamples.All(seed).Single(pair => pair.Name == name) with { BatchSize = 2, Steps = 4 };
            string text = Verified.Text(OtherSystem.Of(example, seed));
            string[] own = Verified.Text(example).Split('\n');
            int firstChange = text.Split('\n').Zip(own).TakeWhile(pair => pair.First == pair.Second).Count() + 1;

            TraceVerdict verdict = Verified.AssertFollows(text);
            TraceVerdict strict = TraceVerifier.Verify(new StringReader(text), strict: true);

            // The traces of the functions that take none of the three are the same.
            bool isChanged = firstChange < own.Length;
            Assert.Equal(isChanged, verdict.NotRounded is not null);
            Assert.Equal(isChanged, verdict.NotRoundedCount > 0);
            Assert.Equal(isChanged ? TraceOutcome.DoesNotFollow : TraceOutcome.Follows, strict.Outcome);
            if (isChanged)
            {
                AssertTold(verdict.NotRounded!, strict.Fault!, firstChange, name);
            }
        }
    }

    [Theory]
    [InlineData("mazur", "a1")]
    [InlineData("xor-batch", "a1")]
    [InlineData("xor-batch", "a2")]
    [InlineData("xor-batch", "L")]
    [InlineData("tiny", "a2")]
    public void Verify_OfANumberOneUnitOff_NamesItIfStrict(string example, string symbol)
    {
        string[] lines = Verified.Committed(example).Split('\n');
        int line = Array.FindIndex(lines, text => text.Contains($"\"symbol\":\"{symbol}\"", StringComparison.Ordinal));
        int start = lines[line].IndexOf("\"values\":[", StringComparison.Ordinal) + "\"values\":[".Length;
        int end = lines[line].IndexOfAny([',', ']'], start);
        double right = double.Parse(lines[line][start..end], CultureInfo.InvariantCulture);
        lines[line] = Invariant($"{lines[line][..start]}{Math.BitIncrement(right):R}{lines[line][end..]}");

        TraceFault fault = TraceVerifier.Verify(new StringReader(string.Join('\n', lines)), strict: true).Fault!;

        Assert.Equal(line + 1, fault.Line);
        Assert.Equal(Math.BitIncrement(right), fault.Found);
        Assert.Equal(right, fault.Derived);
        Assert.Contains("it agrees within 2 units, but is not correctly rounded", fault.Problem, StringComparison.Ordinal);
    }

    // e^z / (1 + e^z) and 1 / (1 + e^-z) round differently, and with a correctly rounded exp both are right to the bit.
    [Fact]
    public void Verify_OfASigmoidWrittenTheOtherWay_FollowsStrictly()
    {
        int different = 0;
        for (int seed = 1; seed <= 10; seed++)
        {
            Example example = PairExamples.All(seed).Single(pair => pair.Name == "sigmoid-binary-cross-entropy") with { Steps = 4 };
            Layer[] layers = [.. example.Network.Layers.Select(layer => layer.Activation is Sigmoid ? new Layer(layer.W, layer.b, new OneWaySigmoid()) : layer)];
            string text = Verified.Text(example with { Network = new Network(layers, example.Network.Loss) });

            Verified.AssertFollowsToTheBit(text);
            different += text == Verified.Text(example) ? 0 : 1;
        }

        Assert.True(different > 0, "the two ways differ somewhere");
    }

    private static void AssertTold(TraceFault first, TraceFault refused, int firstChange, string name)
    {
        Assert.Equal(firstChange, first.Line);
        Assert.Equal(first.Line, refused.Line);
        Assert.Equal(first.Found, refused.Found);
        Assert.Equal(first.Derived, refused.Derived);
        Assert.True(first.UnitsApart > 0, name);
        Assert.Contains("it agrees within 2 units, but is not correctly rounded", refused.Problem, StringComparison.Ordinal);
        Assert.Contains("--strict", refused.Advice, StringComparison.Ordinal);
    }

    private sealed class OneWaySigmoid : Sigmoid
    {
        public override bool IsStandard => true;

        public override double Value(double z) => 1.0 / (1.0 + CorrectlyRounded.Exp(-z));
    }
}
