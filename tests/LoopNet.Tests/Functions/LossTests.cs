namespace LoopNet.Tests;

public class LossTests
{
    [Fact]
    public void Accepts_OfEveryPair_AllowsTwentySeven()
    {
        string[] pairs = [.. Loss.All.SelectMany(loss => Activation.All.Where(loss.Accepts).Select(output => $"{loss.Name} {output.Name}"))];

        Assert.Equal(27, pairs.Length);
        Assert.Equal(
            ["cross-entropy sigmoid", "cross-entropy softmax", "binary-cross-entropy sigmoid"],
            pairs.Where(pair => pair.Contains("entropy", StringComparison.Ordinal)));
    }

    [Fact]
    public void SumOfSquares_OfTwoOutputs_HasNoHalfAndNoMean()
    {
        Bits.AssertSame(0.5 * 0.5 + 3.0 * 3.0, new SumOfSquares().Value([1.5, -1.0], [1.0, 2.0]));
        Bits.AssertSame([1.0, -6.0], Gradient(new SumOfSquares(), [1.5, -1.0], [1.0, 2.0]));
    }

    [Fact]
    public void SumOfOutputs_OfTwoOutputs_AddsThemAndHasTheGradientOne()
    {
        Assert.False(new SumOfOutputs().TakesTarget);
        Bits.AssertSame(0.5, new SumOfOutputs().Value([1.5, -1.0], []));
        Bits.AssertSame([1.0, 1.0], Gradient(new SumOfOutputs(), [1.5, -1.0], []));
    }

    [Fact]
    public void CrossEntropy_OfOneHalf_IsTheLogarithmOfTwo()
    {
        Assert.Equal(Math.Log(2.0), new CrossEntropy().Value([0.5, 0.5], [1.0, 0.0]), 15);
        Bits.AssertSame([-2.0, 0.0], Gradient(new CrossEntropy(), [0.5, 0.5], [1.0, 0.0]));
    }

    [Fact]
    public void CrossEntropy_OfAnOutputOfZeroThatDoesNotCount_AddsZero()
    {
        Bits.AssertSame(0.0, new CrossEntropy().Value([1.0, 0.0], [1.0, 0.0]));
        Bits.AssertSame([-1.0, 0.0], Gradient(new CrossEntropy(), [1.0, 0.0], [1.0, 0.0]));
    }

    [Fact]
    public void BinaryCrossEntropy_OfOneQuarter_AddsBothLogarithms()
    {
        double L = new BinaryCrossEntropy().Value([0.25], [0.5]);

        Assert.Equal(-0.5 * (Math.Log(0.25) + Math.Log(0.75)), L, 15);
        Assert.Equal(-0.5 / 0.25 + 0.5 / 0.75, Gradient(new BinaryCrossEntropy(), [0.25], [0.5])[0], 15);
    }

    [Fact]
    public void BinaryCrossEntropy_AtItsTarget_IsZero()
    {
        Bits.AssertSame(0.0, new BinaryCrossEntropy().Value([1.0, 0.0], [1.0, 0.0]));
    }

    [Fact]
    public void SquaredError_OfThreeAndFour_IsHalfTheSquareOfFive()
    {
        Assert.Equal(12.5, new SquaredError().Value([3.0, 4.0], [0.0, 0.0]));
        Assert.Equal([3.0, 4.0], Gradient(new SquaredError(), [3.0, 4.0], [0.0, 0.0]));
    }

    [Fact]
    public void MeanSquaredError_OfThreeAndFour_DividesByTheirNumber()
    {
        Assert.Equal(12.5, new MeanSquaredError().Value([3.0, 4.0], [0.0, 0.0]));
        Assert.Equal([3.0, 4.0], Gradient(new MeanSquaredError(), [3.0, 4.0], [0.0, 0.0]));
        Assert.Equal(9.0, new MeanSquaredError().Value([3.0], [0.0]));
    }

    [Fact]
    public void MeanSquaredError_OfAnErrorThatUnderflows_HasAPositiveZeroGradient()
    {
        double[] gradient = Gradient(new MeanSquaredError(), [-double.Epsilon, 0.0, 0.0, 0.0, 0.0], [0.0, 0.0, 0.0, 0.0, 0.0]);

        Bits.AssertSame(0.0, gradient[0]);
    }

    [Fact]
    public void DistanceToEdge_NearZeroAndOne_IsHowFarTheLogarithmsReach()
    {
        Assert.Equal(0.001, new CrossEntropy().DistanceToEdge(0.001));
        Assert.Equal(0.999, new CrossEntropy().DistanceToEdge(0.999));
        Assert.Equal(0.001, new BinaryCrossEntropy().DistanceToEdge(0.001));
        Assert.Equal(1.0 - 0.999, new BinaryCrossEntropy().DistanceToEdge(0.999));
        Assert.Equal(double.PositiveInfinity, new SquaredError().DistanceToEdge(0.001));
    }

    [Theory]
    [InlineData("cross-entropy", "softmax", new[] { 0.25, 0.75 }, true)]
    [InlineData("cross-entropy", "softmax", new[] { 0.25, 0.7 }, false)]
    [InlineData("cross-entropy", "softmax", new[] { 1.5, -0.5 }, false)]
    [InlineData("cross-entropy", "sigmoid", new[] { 0.25, 0.7 }, true)]
    [InlineData("cross-entropy", "sigmoid", new[] { 0.25, -0.7 }, false)]
    [InlineData("binary-cross-entropy", "sigmoid", new[] { 0.0, 1.0 }, true)]
    [InlineData("binary-cross-entropy", "sigmoid", new[] { 0.0, 1.5 }, false)]
    [InlineData("squared-error", "softmax", new[] { -7.0, 1.5 }, true)]
    public void AcceptsTarget_OfATarget_KeepsTheRuleOfTheLoss(string loss, string output, double[] target, bool accepted)
    {
        Assert.Equal(accepted, Loss.Named(loss)!.AcceptsTarget(Activation.Named(output)!, target));
    }

    private static double[] Gradient(Loss loss, double[] a, double[] y)
    {
        double[] dL_da = new double[a.Length];
        loss.Gradient(a, y, dL_da);
        return dL_da;
    }
}
