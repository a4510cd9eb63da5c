namespace LoopNet.Tests;

public class ActivationTests
{
    public static TheoryData<string> Names => [.. Activation.All.Select(activation => activation.Name)];

    [Fact]
    public void All_InOrder_AreTheSixFunctions()
    {
        Assert.Equal(["sigmoid", "relu", "leaky-relu", "tanh", "identity", "softmax"], Activation.All.Select(activation => activation.Name));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Named_OfEachName_FindsIt(string name)
    {
        Assert.Equal(name, Activation.Named(name)!.Name);
    }

    [Fact]
    public void Named_OfAnUnknownName_FindsNothing()
    {
        Assert.Null(Activation.Named("Sigmoid"));
    }

    // ln 3 makes e^z = 3: every value is a fraction known by hand.
    [Fact]
    public void Sigmoid_AtPlusAndMinusLogarithmOfThree_IsThreeQuartersAndOneQuarter()
    {
        double[] a = Value("sigmoid", Math.Log(3.0), -Math.Log(3.0), 0.0);

        Assert.Equal(0.75, a[0], 15);
        Assert.Equal(0.25, a[1], 15);
        Assert.Equal(0.5, a[2]);
        Assert.Equal(3.0 / 16.0, Jacobian("sigmoid", Math.Log(3.0))[0][0], 15);
    }

    [Fact]
    public void Sigmoid_FarBelowZero_KeepsItsSignificantDigits()
    {
        double a = Value("sigmoid", -710.0)[0];

        // e^-710 to 17 digits, by 400-digit arithmetic.
        Assert.InRange(a / 4.47628622567513e-309, 1.0 - 1e-13, 1.0 + 1e-13);
    }

    [Fact]
    public void Relu_BelowAtAndAboveZero_IsZeroZeroAndItself()
    {
        Bits.AssertSame([0.0, 0.0, 0.0, 2.5], Value("relu", -1.0, -0.0, 0.0, 2.5));
        Assert.Equal(0.0, Jacobian("relu", 0.0)[0][0]);
        Assert.Equal(1.0, Jacobian("relu", double.Epsilon)[0][0]);
    }

    [Fact]
    public void LeakyRelu_BelowAtAndAboveZero_IsItsSlopeTimesZAndItself()
    {
        LeakyRelu leaky = new(0.25);

        Bits.AssertSame(-0.5, leaky.Value(-2.0));
        Bits.AssertSame(0.0, leaky.Value(-0.0));
        Bits.AssertSame(0.0, leaky.Value(0.0));
        Bits.AssertSame(0.0, leaky.Value(-double.Epsilon));
        Bits.AssertSame(2.5, leaky.Value(2.5));
        Assert.Equal(0.25, leaky.Derivative(0.0, 0.0));
        Assert.Equal(0.25, leaky.Derivative(-3.0, -0.75));
        Assert.Equal(1.0, leaky.Derivative(double.Epsilon, double.Epsilon));
    }

    [Fact]
    public void LeakyRelu_WithoutASlope_HasOneHundredth()
    {
        Bits.AssertSame([-0.02, 3.0], Value("leaky-relu", -2.0, 3.0));
        Assert.Equal(0.01, Jacobian("leaky-relu", -2.0)[0][0]);
    }

    [Theory]
    [InlineData(0.0, -0.0)]
    [InlineData(1.0, -4.0)]
    public void LeakyRelu_AtTheEndsOfItsSlopes_IsReluAndTheIdentity(double slope, double below)
    {
        Bits.AssertSame(below + 0.0, new LeakyRelu(slope).Value(-4.0));
        Bits.AssertSame(4.0, new LeakyRelu(slope).Value(4.0));
    }

    [Theory]
    [InlineData(-0.01)]
    [InlineData(1.5)]
    [InlineData(double.NaN)]
    public void LeakyRelu_WithAnotherSlope_IsRefused(double slope)
    {
        Assert.StartsWith("The slope of a leaky ReLU is a number from 0 to 1.", Assert.Throws<ArgumentOutOfRangeException>(() => new LeakyRelu(slope)).Message, StringComparison.Ordinal);
    }

    // At 0 the derivative is taken from the left: a difference between 0 and a positive number crosses the kink.
    [Theory]
    [InlineData(0.0, 1.0, false)]
    [InlineData(1.0, 0.0, false)]
    [InlineData(0.0, -1.0, true)]
    [InlineData(-1.0, 0.0, true)]
    [InlineData(-1.0, 1.0, false)]
    [InlineData(1.0, 2.0, true)]
    public void IsSmoothBetween_OfRelu_IsFalseAcrossItsKink(double z1, double z2, bool smooth)
    {
        Assert.Equal(smooth, new Relu().IsSmoothBetween(z1, z2));
        Assert.True(new Sigmoid().IsSmoothBetween(z1, z2));
    }

    [Fact]
    public void Tanh_AtTheLogarithmOfTwo_IsThreeFifths()
    {
        Assert.Equal(0.6, Value("tanh", Math.Log(2.0))[0], 15);
        Assert.Equal(0.64, Jacobian("tanh", Math.Log(2.0))[0][0], 15);
    }

    [Fact]
    public void Identity_OfAnyNumber_IsThatNumberWithSlopeOne()
    {
        Assert.Equal([-3.5, 2.0], Value("identity", -3.5, 2.0));
        Assert.Equal(1.0, Jacobian("identity", -3.5)[0][0]);
    }

    [Fact]
    public void Softmax_OfLogarithmsOfOneTwoAndFive_IsEighthsAndAFullJacobian()
    {
        double[] z = [Math.Log(1.0), Math.Log(2.0), Math.Log(5.0)];
        double[] a = Value("softmax", z);
        double[][] da_dz = Jacobian("softmax", z);

        double[] exact = [1.0 / 8.0, 2.0 / 8.0, 5.0 / 8.0];
        for (int i = 0; i < 3; i++)
        {
            Assert.Equal(exact[i], a[i], 15);
            for (int j = 0; j < 3; j++)
            {
                double delta = i == j ? 1.0 : 0.0;
                Assert.Equal(exact[i] * (delta - exact[j]), da_dz[i][j], 15);
            }
        }
    }

    [Fact]
    public void Softmax_OfEnormousNumbers_DoesNotOverflow()
    {
        Assert.Equal([0.5, 0.5], Value("softmax", 1e300, 1e300));
        Bits.AssertSame([0.0, 0.0], [Jacobian("softmax", 0.0, 1e4)[0][0], Jacobian("softmax", 0.0, 1e4)[0][1]]);
    }

    [Theory]
    [InlineData("sigmoid")]
    [InlineData("relu")]
    [InlineData("tanh")]
    [InlineData("identity")]
    public void Jacobian_OfAnElementwiseFunction_OverwritesEverythingOffTheDiagonalWithZero(string name)
    {
        double[] z = [0.3, -0.2];
        double[][] da_dz = [[7.0, 7.0], [7.0, 7.0]];

        Activation.Named(name)!.Jacobian(z, Value(name, z), da_dz);

        Bits.AssertSame([0.0, 0.0], [da_dz[0][1], da_dz[1][0]]);
        Assert.All([da_dz[0][0], da_dz[1][1]], slope => Assert.NotEqual(7.0, slope));
    }

    private static double[] Value(string name, params double[] z)
    {
        double[] a = new double[z.Length];
        Activation.Named(name)!.Value(z, a);
        return a;
    }

    private static double[][] Jacobian(string name, params double[] z)
    {
        double[][] da_dz = Tensors.Matrix(z.Length, z.Length);
        Activation.Named(name)!.Jacobian(z, Value(name, z), da_dz);
        return da_dz;
    }
}
