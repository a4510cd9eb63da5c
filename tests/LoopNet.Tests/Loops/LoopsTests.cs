namespace LoopNet.Tests;

/// <summary>The order of every sum, on numbers for which the order shows: 1e16 + 1 is 1e16.</summary>
public class LoopsTests
{
    private static readonly double[] Ones = [1.0, 1.0, 1.0, 1.0];

    // From left to right: 1e16, 1e16 (the 1 is lost), 0, 1. Any other order gives 2 or 0.
    private static readonly double[] Ordered = [1e16, 1.0, -1e16, 1.0];

    [Fact]
    public void WeightedSums_OfNumbersForWhichOrderShows_AddsInAscendingOrder()
    {
        double[] z = new double[1];

        Loops.WeightedSums([Ordered], Ones, null, z);

        Assert.Equal(1.0, z[0]);
    }

    [Fact]
    public void WeightedSums_WithABias_AddsItLast()
    {
        double[] z = new double[1];

        Loops.WeightedSums([[1.0, 1.0]], [1.0, 1.0], [1e16], z);

        Assert.Equal(1e16 + 2.0, z[0]);
    }

    [Fact]
    public void WeightedSums_OfANegativeZeroProduct_StartFromPositiveZero()
    {
        double[] z = new double[1];

        Loops.WeightedSums([[-1.0]], [0.0], null, z);

        Bits.AssertSame(0.0, z[0]);
    }

    [Fact]
    public void ThroughActivation_OfNumbersForWhichOrderShows_AddsDownTheColumn()
    {
        double[] dL_dz = new double[1];
        double[][] column = [[1e16], [1.0], [-1e16], [1.0]];

        Loops.ThroughActivation(column, Ones, dL_dz);

        Assert.Equal(1.0, dL_dz[0]);
    }

    [Fact]
    public void ThroughActivation_OfAFullJacobian_UsesItsTranspose()
    {
        double[] dL_dz = new double[2];

        Loops.ThroughActivation([[1.0, 2.0], [3.0, 4.0]], [10.0, 100.0], dL_dz);

        Assert.Equal([310.0, 420.0], dL_dz);
    }

    [Fact]
    public void ThroughWeights_OfNumbersForWhichOrderShows_AddsUnitAfterUnit()
    {
        double[] dL_da = new double[1];
        double[][] column = [[1e16], [1.0], [-1e16], [1.0]];

        Loops.ThroughWeights(column, Ones, dL_da);

        Assert.Equal(1.0, dL_da[0]);
    }

    [Fact]
    public void WeightGradient_OfAZeroInput_IsPositiveZero()
    {
        double[][] dL_dW = [new double[2]];

        Loops.WeightGradient([-3.0], [0.0, 2.0], dL_dW);

        Bits.AssertSame([0.0, -6.0], dL_dW[0]);
    }

    [Fact]
    public void AddWeightGradient_OfNumbersForWhichOrderShows_AddsSampleAfterSample()
    {
        double[][] sum = [new double[1]];

        foreach (double gradient in Ordered)
        {
            Loops.AddWeightGradient([[gradient]], sum);
        }

        Assert.Equal(1.0, sum[0][0]);
    }

    [Fact]
    public void AddBiasGradient_OfNumbersForWhichOrderShows_AddsSampleAfterSample()
    {
        double[] sum = new double[1];

        foreach (double gradient in Ordered)
        {
            Loops.AddBiasGradient([gradient], sum);
        }

        Assert.Equal(1.0, sum[0]);
    }

    [Fact]
    public void DivideByCount_OfANumberThatUnderflows_IsPositiveZero()
    {
        double[] sum = [-double.Epsilon, -6.0];

        Loops.DivideByCount(sum, 2);

        Bits.AssertSame([0.0, -3.0], sum);
    }

    [Fact]
    public void UpdateWeights_IntoTheSameArrays_MovesDownTheGradient()
    {
        double[][] W = [[1.0, 2.0]];

        Loops.UpdateWeights(W, [[4.0, -8.0]], 0.25, W);

        Assert.Equal([0.0, 4.0], W[0]);
    }

    [Fact]
    public void UpdateBiases_IntoOtherArrays_LeavesTheOldOnes()
    {
        double[] b = [1.0];
        double[] b_new = new double[1];

        Loops.UpdateBiases(b, [2.0], 0.25, b_new);

        Assert.Equal([1.0], b);
        Assert.Equal([0.5], b_new);
    }
}
