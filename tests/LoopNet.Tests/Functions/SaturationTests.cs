using System.Text.Json;

namespace LoopNet.Tests;

/// <summary>Where logarithms underflow, held against 400 decimal digits (saturation.py).</summary>
public class SaturationTests
{
    private static readonly string Cases = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Functions", "saturation.json"));

    public static TheoryData<string> AllCases
    {
        get
        {
            using JsonDocument document = JsonDocument.Parse(Cases);
            return [.. document.RootElement.EnumerateArray().Select(element => element.GetRawText())];
        }
    }

    [Theory]
    [MemberData(nameof(AllCases))]
    public void Step_NearUnderflow_GivesTheExactLossAndGradient(string text)
    {
        using JsonDocument document = JsonDocument.Parse(text);
        JsonElement expected = document.RootElement;
        double[] z = Numbers(expected, "z");
        double[] y = Numbers(expected, "y");
        double[] a = Numbers(expected, "a");
        double[] dL_dz = Numbers(expected, "dL/dz");

        SampleRecord sample = StepAt(expected.GetProperty("activation").GetString()!, expected.GetProperty("loss").GetString()!, z, y);

        for (int i = 0; i < z.Length; i++)
        {
            Assert.True(Math.Abs(a[i] - sample.a[1][i]) <= 1e-12 * a[i], $"a1[{i}]: expected {a[i]:R}, got {sample.a[1][i]:R}");
            AssertClose(dL_dz[i], sample.dL_dz[1][i], 1e-12, $"dL/dz1[{i}]");
            Assert.True(double.IsFinite(sample.dL_da[1][i]));
        }

        // 1 - a is rounded to a multiple of 2^-53, and the logarithm of so small a number feels it: a half unit of 2.2e-16 moves ln(1 - a) by this much.
        double rest = 1.0 - sample.a[1][0];
        bool feelsRounding = expected.GetProperty("loss").GetString() == "binary-cross-entropy" && !sample.Saturated && rest < 1e-12;
        double tolerance = feelsRounding ? (1.0 - y[0]) * Math.ScaleB(1.0, -53) / rest / expected.GetProperty("L").GetDouble() : 1e-12;
        AssertClose(expected.GetProperty("L").GetDouble(), sample.L, tolerance, "L");
    }

    [Theory]
    [InlineData(623.0, false)]
    [InlineData(624.0, true)]
    [InlineData(10_000.0, true)]
    public void Step_AroundTheThreshold_SaysWhetherItIsSaturated(double gap, bool saturated)
    {
        SampleRecord sample = StepAt("softmax", "cross-entropy", [0.0, gap], [1.0, 0.0]);

        Assert.Equal(saturated, sample.Saturated);
        Assert.Equal(saturated, sample.a[1][0] < Math.ScaleB(1.0, -900));
    }

    [Theory]
    [InlineData(36.0, 0.0, false)]
    [InlineData(37.0, 0.0, true)]
    [InlineData(37.0, 1.0, false)]
    [InlineData(-700.0, 0.0, false)]
    [InlineData(-623.0, 1.0, false)]
    [InlineData(-624.0, 1.0, true)]
    public void Step_OfASigmoidWithBinaryCrossEntropy_IsSaturatedOnlyWhereATermThatCountsUnderflows(double z, double target, bool saturated)
    {
        Assert.Equal(saturated, StepAt("sigmoid", "binary-cross-entropy", [z], [target]).Saturated);
    }

    // One unit in the last place below the threshold, and at it.
    [Fact]
    public void WhereSaturated_AtExactlyTheThreshold_IsNotYet()
    {
        double threshold = Math.ScaleB(1.0, -900);
        CrossEntropy loss = new();
        BinaryCrossEntropy binary = new();

        Assert.NotNull(loss.WhereSaturated(new Softmax(), [Math.BitDecrement(threshold), 1.0], [1.0, 0.0]));
        Assert.Null(loss.WhereSaturated(new Softmax(), [threshold, 1.0], [1.0, 0.0]));
        Assert.Null(loss.WhereSaturated(new Sigmoid(), [0.0, 1.0], [1.0, 0.0]));
        Assert.NotNull(binary.WhereSaturated(new Sigmoid(), [Math.BitDecrement(threshold)], [1.0]));
        Assert.Null(binary.WhereSaturated(new Sigmoid(), [threshold], [1.0]));
        Assert.NotNull(binary.WhereSaturated(new Sigmoid(), [1.0], [0.5]));
        Assert.Null(binary.WhereSaturated(new Sigmoid(), [Math.BitDecrement(1.0)], [0.5]));
    }

    // By hand: max = 3, the sum is 0 + 1 + e^-1, its logarithm 0.31326168751822286; then (0.313 + 3 + 1000) / 4 + (0.313 + 3 - 3) / 2 + (0.313 + 3 - 2) / 4.
    [Fact]
    public void Value_OfSaturatedCrossEntropy_AddsInItsOrder()
    {
        Bits.AssertSame(251.3132616875182, new SaturatedCrossEntropy().Value([-1000.0, 3.0, 2.0], [0.25, 0.5, 0.25]));
        Bits.AssertSame(500.6931471805599, new SaturatedCrossEntropy().Value([0.0, 1000.0, 1000.0], [0.5, 0.5, 0.0]));
        Bits.AssertSame(1000.0, new SaturatedCrossEntropy().Value([0.0, 1000.0], [1.0, 0.0]));
    }

    // z = 0 contributes ln 2 whatever its target, z = 1000 with target 0 exactly 1000.
    [Fact]
    public void Step_WithOneSaturatedUnitBesideOneAtZero_AddsBoth()
    {
        SampleRecord sample = StepAt("sigmoid", "binary-cross-entropy", [1000.0, 0.0], [0.0, 1.0]);

        Assert.True(sample.Saturated);
        Bits.AssertSame(1000.0 + 0.6931471805599453, sample.L);
        Bits.AssertSame([1.0 / Math.ScaleB(1.0, -1022), -2.0], sample.dL_da[1]);
        Bits.AssertSame([1.0, -0.5], sample.dL_dz[1]);
    }

    [Fact]
    public void Gradient_OfASaturatedLossWithASoftTarget_WeighsEachUnitByIt()
    {
        double smallest = Math.ScaleB(1.0, -1022);
        double[] dL_da = new double[3];

        new SaturatedCrossEntropy().Gradient([0.0, 0.5, 0.5], [0.25, 0.75, 0.0], dL_da);
        Bits.AssertSame([-0.25 / smallest, -1.5, 0.0], dL_da);

        new SaturatedBinaryCrossEntropy().Gradient([0.0, 1.0, 0.5], [0.25, 0.25, 0.25], dL_da);
        Bits.AssertSame([-0.25 / smallest + 0.75, -0.25 + 0.75 / smallest, 1.0], dL_da);
    }

    [Fact]
    public void Step_WithAZeroTargetAtTheVanishedOutput_IsNotSaturated()
    {
        SampleRecord sample = StepAt("softmax", "cross-entropy", [0.0, 10_000.0], [0.0, 1.0]);

        Assert.False(sample.Saturated);
        Assert.Equal(0.0, sample.L);
        Assert.Equal([0.0, -1.0], sample.dL_da[1]);
    }

    [Fact]
    public void Step_WithAVanishedOutput_DividesByTheSmallestNormalNumber()
    {
        SampleRecord sample = StepAt("softmax", "cross-entropy", [0.0, 10_000.0], [1.0, 0.0]);

        Assert.Equal(-1.0 / Math.ScaleB(1.0, -1022), sample.dL_da[1][0]);
        Assert.Equal([-1.0, 1.0], sample.dL_dz[1]);
    }

    [Fact]
    public void Step_OfASigmoidWithCrossEntropyThatUnderflows_StopsAndNamesTheTensor()
    {
        NonFiniteException exception = Assert.Throws<NonFiniteException>(() => StepAt("sigmoid", "cross-entropy", [-750.0], [1.0]));

        Assert.Equal("L", exception.Element);
    }

    private static SampleRecord StepAt(string activation, string loss, double[] z, double[] y)
    {
        double[][] weights = [.. z.Select(number => new double[] { number })];
        Network network = new([new Layer(weights, null, Activation.Named(activation)!)], Loss.Named(loss)!);
        Example example = new("saturation", network, new SampleList([[1.0]], [y]), new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);
        return ExampleRun.Records(example)[0].Samples[0];
    }

    private static double[] Numbers(JsonElement element, string key)
    {
        return [.. element.GetProperty(key).EnumerateArray().Select(value => value.GetDouble())];
    }

    private static void AssertClose(double expected, double actual, double relative, string what)
    {
        double error = Math.Abs(expected - actual);
        Assert.True(error <= relative * Math.Abs(expected) || error <= 1e-14, $"{what}: expected {expected:R}, got {actual:R}");
    }
}
