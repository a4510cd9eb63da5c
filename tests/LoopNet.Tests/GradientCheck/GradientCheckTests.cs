namespace LoopNet.Tests;

public class GradientCheckTests
{
    public static TheoryData<string> PairNames => [.. PairExamples.All(seed: 1).Select(example => example.Name)];

    public static TheoryData<Activation> WrongActivations => [new WrongSigmoid(), new WrongRelu(), new WrongTanh(), new WrongIdentity(), new WrongSoftmax()];

    public static TheoryData<Loss, Activation> WrongLosses => new()
    {
        { new WrongCrossEntropy(), new Softmax() },
        { new WrongBinaryCrossEntropy(), new Sigmoid() },
        { new WrongSquaredError(), new Tanh() },
        { new WrongMeanSquaredError(), new Identity() },
    };

    [Theory]
    [MemberData(nameof(PairNames))]
    public void Of_EachPair_AgreesInEveryTensor(string name)
    {
        Example example = PairExamples.All(seed: 1).Single(candidate => candidate.Name == name);

        IReadOnlyList<TensorCheck> checks = GradientCheck.Of(example);

        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
        Assert.All(checks, check => Assert.True(check.Compared > 0, check.ToString()));
        Assert.Equal(
            ["dL/da3", "da3/dz3", "dL/dz3", "dL/dW3", "dL/db3", "dL/da2", "da2/dz2", "dL/dz2", "dL/dW2", "dL/db2",
             "dL/da1", "da1/dz1", "dL/dz1", "dL/dW1", "dL/db1", "dL/dx",
             "mean dL/dW1", "mean dL/db1", "mean dL/dW2", "mean dL/db2", "mean dL/dW3", "mean dL/db3"],
            checks.Select(check => check.Symbol));
    }

    [Fact]
    public void Of_AnExampleWithoutALoss_IsRefused()
    {
        Network network = new([new Layer([[1.0]], null, new Identity())], new NoLoss());
        Example example = new("forward", network, new SampleList([[0.5]], [[]]), new UpdateRule(), BatchSize: 1, Steps: 1, Source: null);

        Assert.Contains("has neither a loss nor given gradients", Assert.Throws<ArgumentException>(() => GradientCheck.Of(example)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void All_OfThePairs_AreTwentySeven()
    {
        Assert.Equal(27, PairNames.Count);
    }

    [Theory]
    [MemberData(nameof(WrongActivations))]
    public void Of_AHiddenLayerWithAWrongJacobian_NamesThatJacobianFirst(Activation wrong)
    {
        Example example = PairExamples.Of([new Tanh(), wrong, new Sigmoid()], new SquaredError(), seed: 1);

        Assert.Equal("da2/dz2", FirstFailure(example));
    }

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void Of_ALossWithAWrongGradient_NamesThatGradientFirst(Loss wrong, Activation output)
    {
        Example example = PairExamples.Of([new Tanh(), new Sigmoid(), output], wrong, seed: 1);

        Assert.Equal("dL/da3", FirstFailure(example));
    }

    [Fact]
    public void Of_AWrongJacobian_SaysWhereAndByHowMuch()
    {
        Example example = PairExamples.Of([new Tanh(), new WrongSoftmax(), new Sigmoid()], new SquaredError(), seed: 1);

        TensorCheck failure = GradientCheck.Of(example).First(check => !check.Passed);

        // The sign of everything off the diagonal is wrong, so the error is twice the value.
        Assert.Matches(@"^(1/1/)?da2/dz2\[\d,\d\]$", failure.Element);
        Assert.Equal(2.0, failure.LargestError, 1e-6);
        Assert.Equal(-failure.Analytic, failure.Numeric, 1e-9);
    }

    // Ten times the tolerance; right derivatives differ by a tenth of it.
    [Fact]
    public void Of_ADerivativeThatIsOffByOneInAHundredThousand_Fails()
    {
        Example example = PairExamples.Of([new Tanh(), new SlightlyWrongSigmoid(), new Sigmoid()], new SquaredError(), seed: 1);

        TensorCheck failure = GradientCheck.Of(example).First(check => !check.Passed);

        Assert.Equal("da2/dz2", failure.Symbol);
        Assert.InRange(failure.LargestError, 0.9e-5, 1.1e-5);
    }

    [Fact]
    public void Of_AnExampleThatAddsUp_ComparesSums()
    {
        Example example = PairExamples.All(seed: 1)[0];
        Example sums = example with { Rule = new UpdateRule(0.1) { Reduction = Reduction.Sum } };

        IReadOnlyList<TensorCheck> checks = GradientCheck.Of(sums);

        Assert.All(checks, check => Assert.True(check.Passed, check.ToString()));
        Assert.Equal(["sum dL/dW1", "sum dL/db1", "sum dL/dW2", "sum dL/db2", "sum dL/dW3", "sum dL/db3"], checks.Skip(16).Select(check => check.Symbol));
        Assert.All(checks.Skip(16), check => Assert.True(check.Compared > 0, check.ToString()));
    }

    [Fact]
    public void Of_ADerivativeThatIsNotANumber_IsTheWorstThereIs()
    {
        TensorComparison comparison = new("dL/dW1");
        comparison.Add("dL/dW1[0,0]", 1.0, 3.0, scale: 1.0);
        comparison.Add("dL/dW1[0,1]", double.NaN, 1.0, scale: 1.0);
        comparison.Add("dL/dW1[0,2]", 1.0, 2.0, scale: 1.0);

        TensorCheck check = comparison.Result();

        Assert.False(check.Passed);
        Assert.Equal("dL/dW1[0,1]", check.Element);
        Assert.Equal(double.PositiveInfinity, check.LargestError);
        Assert.Equal(3, check.Compared);
    }

    [Fact]
    public void Of_ANetworkAtAKink_LeavesItsElementsOut()
    {
        Layer layer = new([[1.0, -1.0]], [0.0], new Relu());
        SampleList samples = new([[2.0, 2.0]], [[1.0]]);
        Example example = new("kink", new Network([layer], new SquaredError()), samples, new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);

        IReadOnlyList<TensorCheck> checks = GradientCheck.Of(example);

        Assert.All(checks, check => Assert.True(check.Passed));
        Assert.Equal(2, checks.Single(check => check.Symbol == "dL/dW1").LeftOut);
        Assert.Equal(0, checks.Single(check => check.Symbol == "dL/dW1").Compared);
    }

    [Fact]
    public void Of_AnExample_LeavesItsNetworkAsItWas()
    {
        Example example = Mazur.Example();

        GradientCheck.Of(example);

        Bits.AssertSame(Mazur.Example().Network, example.Network);
    }

    private static string? FirstFailure(Example example)
    {
        return GradientCheck.Of(example).FirstOrDefault(check => !check.Passed)?.Symbol;
    }

    private sealed class WrongSigmoid : Sigmoid
    {
        public override double Derivative(double z, double a) => a * (1.0 + a);
    }

    private sealed class SlightlyWrongSigmoid : Sigmoid
    {
        public override double Derivative(double z, double a) => a * (1.0 - a) * (1.0 + 1e-5);
    }

    private sealed class WrongRelu : Relu
    {
        public override double Derivative(double z, double a) => z > 0.0 ? z : 0.0;
    }

    private sealed class WrongTanh : Tanh
    {
        public override double Derivative(double z, double a) => 1.0 - a;
    }

    private sealed class WrongIdentity : Identity
    {
        public override double Derivative(double z, double a) => 0.999;
    }

    private sealed class WrongSoftmax : Softmax
    {
        public override void Jacobian(double[] z, double[] a, double[][] da_dz)
        {
            base.Jacobian(z, a, da_dz);
            for (int i = 0; i < a.Length; i++)
            {
                for (int j = 0; j < a.Length; j++)
                {
                    da_dz[i][j] = i == j ? da_dz[i][j] : -da_dz[i][j];
                }
            }
        }
    }

    private sealed class WrongCrossEntropy : CrossEntropy
    {
        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            base.Gradient(a, y, dL_da);
            dL_da[1] = -dL_da[1];
        }
    }

    private sealed class WrongBinaryCrossEntropy : BinaryCrossEntropy
    {
        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = -y[i] / a[i];
            }
        }
    }

    private sealed class WrongSquaredError : SquaredError
    {
        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = y[i] - a[i];
            }
        }
    }

    private sealed class WrongMeanSquaredError : MeanSquaredError
    {
        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = a[i] - y[i];
            }
        }
    }
}
