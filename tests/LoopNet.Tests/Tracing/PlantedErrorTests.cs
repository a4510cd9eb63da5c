using LoopNet.Tests.Verifying;

namespace LoopNet.Tests.Tracing;

/// <summary>One sign or one term wrong, through the same code: the text has to leave its snapshot, and the verifier to refuse the trace, there where the error is.</summary>
public class PlantedErrorTests
{
    private const int Digits = 12;

    // What is wrong, the snapshot that has to notice, and the first tensor that differs from it.
    public static TheoryData<Activation, string, string> WrongActivations => new()
    {
        { new SigmoidWithAPlus(), "mazur", "da2/dz2" },
        { new SigmoidWithoutItsRest(), "tiny", "da2/dz2" },
        { new SigmoidOfMinusZ(), "mazur", "a1" },
        { new SoftmaxWithoutItsMinus(), "tiny", "da3/dz3" },
        { new SoftmaxWithADiagonal(), "dead-relu", "da2/dz2" },
        { new ReluWithoutItsKink(), "dead-relu", "da1/dz1" },
        { new TanhWithoutItsSquare(), "xor-batch", "da1/dz1" },
        { new IdentityAlmost(), "linear", "da2/dz2" },
    };

    public static TheoryData<Loss, string, string> WrongLosses => new()
    {
        { new CrossEntropyWithoutItsMinus(), "tiny", "L" },
        { new CrossEntropyWithAPlus(), "tiny", "dL/da3" },
        { new SquaredErrorWithoutItsHalf(), "mazur", "L" },
        { new SquaredErrorTheOtherWay(), "mazur", "dL/da2" },
        { new BinaryCrossEntropyWithOneTerm(), "xor-batch", "dL/da2" },
        { new MeanSquaredErrorWithoutItsMean(), "tanh-mean-squared-error", "dL/da3" },
    };

    [Theory]
    [MemberData(nameof(WrongActivations))]
    public void Trace_OfAWrongActivation_IsNoticedAtThatTensor(Activation wrong, string snapshot, string tensor)
    {
        Example example = Named(snapshot);
        Layer[] layers = [.. example.Network.Layers.Select(layer => With(layer, layer.Activation.Name == wrong.Name ? wrong : layer.Activation))];

        Example planted = example with { Network = new Network(layers, example.Network.Loss) };
        Assert.Equal(tensor, FirstDifference(snapshot, planted));
        Assert.Equal(tensor, FirstRefused(planted));
    }

    [Theory]
    [MemberData(nameof(WrongLosses))]
    public void Trace_OfAWrongLoss_IsNoticedAtThatTensor(Loss wrong, string snapshot, string tensor)
    {
        Example example = Named(snapshot);

        Assert.Equal(wrong.Name, example.Network.Loss.Name);
        Example planted = example with { Network = new Network(example.Network.Layers, wrong) };
        Assert.Equal(tensor, FirstDifference(snapshot, planted));
        Assert.Equal(tensor, FirstRefused(planted));
    }

    [Theory]
    [InlineData("mazur")]
    [InlineData("tanh-mean-squared-error")]
    public void Trace_OfTheRightFunctions_IsAsVerifiedAndFollows(string snapshot)
    {
        Example example = Named(snapshot);
        Layer[] layers = [.. example.Network.Layers.Select(layer => With(layer, Activation.Named(layer.Activation.Name)!))];

        Example right = example with { Network = new Network(layers, Loss.Named(example.Network.Loss.Name)!) };
        Assert.Null(FirstDifference(snapshot, right));
        Assert.Null(FirstRefused(right));
    }

    private static Layer With(Layer layer, Activation activation) => new(layer.W, layer.b, activation);

    private static bool IsShipped(string name) => Data.ShippedExamples.Names.Contains(name);

    private static Example Named(string name)
    {
        return IsShipped(name)
            ? Data.ShippedExamples.Read(name)
            : PairExamples.All(seed: 1).Single(example => example.Name == name) with { BatchSize = 1 };
    }

    // The tensor under whose heading the first line differs; null where no line does.
    private static string? FirstDifference(string snapshot, Example example)
    {
        string test = IsShipped(snapshot) ? $"AShippedExample_IsAsVerified_example={snapshot}" : $"APair_IsAsVerified_pair={snapshot}";
        string[] verified = Repository.Read($"tests/LoopNet.Tests/Tracing/TraceSnapshotTests.Text_Of{test}.verified.txt").Split('\n');
        string[] text = WrittenTrace.Text(example, Digits).TrimEnd('\n').Split('\n');
        int line = verified.Zip(text).TakeWhile(pair => pair.First == pair.Second).Count();
        if (line == verified.Length && line == text.Length)
        {
            return null;
        }

        string heading = verified[Array.FindLastIndex(verified, line, candidate => candidate.Length > 0 && char.IsLetter(candidate[0]))];
        return heading[4..].Split([' ', '['])[0];
    }

    private static string? FirstRefused(Example example) => Verified.Verdict(Verified.Text(example)).Fault?.Name?.Element.Split('[')[0];

    private sealed class SigmoidWithAPlus : Sigmoid
    {
        public override bool IsStandard => true;

        public override double Derivative(double z, double a) => a * (1.0 + a);
    }

    private sealed class SigmoidWithoutItsRest : Sigmoid
    {
        public override bool IsStandard => true;

        public override double Derivative(double z, double a) => a;
    }

    private sealed class SigmoidOfMinusZ : Sigmoid
    {
        public override bool IsStandard => true;

        public override double Value(double z) => base.Value(-z);
    }

    private sealed class SoftmaxWithoutItsMinus : Softmax
    {
        public override bool IsStandard => true;

        public override void Jacobian(double[] z, double[] a, double[][] da_dz)
        {
            base.Jacobian(z, a, da_dz);
            da_dz[0][1] = -da_dz[0][1];
        }
    }

    private sealed class SoftmaxWithADiagonal : Softmax
    {
        public override bool IsStandard => true;

        public override void Jacobian(double[] z, double[] a, double[][] da_dz)
        {
            base.Jacobian(z, a, da_dz);
            for (int i = 0; i < a.Length; i++)
            {
                double diagonal = da_dz[i][i];
                Array.Clear(da_dz[i]);
                da_dz[i][i] = diagonal;
            }
        }
    }

    private sealed class ReluWithoutItsKink : Relu
    {
        public override bool IsStandard => true;

        public override double Derivative(double z, double a) => 1.0;
    }

    private sealed class TanhWithoutItsSquare : Tanh
    {
        public override bool IsStandard => true;

        public override double Derivative(double z, double a) => 1.0 - a;
    }

    private sealed class IdentityAlmost : Identity
    {
        public override bool IsStandard => true;

        public override double Derivative(double z, double a) => 1.0 - 1e-11;
    }

    private sealed class CrossEntropyWithoutItsMinus : CrossEntropy
    {
        public override bool IsStandard => true;

        public override double Value(double[] a, double[] y) => -base.Value(a, y);
    }

    private sealed class CrossEntropyWithAPlus : CrossEntropy
    {
        public override bool IsStandard => true;

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            base.Gradient(a, y, dL_da);
            dL_da[1] = -dL_da[1];
        }
    }

    private sealed class SquaredErrorWithoutItsHalf : SquaredError
    {
        public override bool IsStandard => true;

        public override double Value(double[] a, double[] y) => 2.0 * base.Value(a, y);
    }

    private sealed class SquaredErrorTheOtherWay : SquaredError
    {
        public override bool IsStandard => true;

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = y[i] - a[i];
            }
        }
    }

    private sealed class BinaryCrossEntropyWithOneTerm : BinaryCrossEntropy
    {
        public override bool IsStandard => true;

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = -y[i] / a[i];
            }
        }
    }

    private sealed class MeanSquaredErrorWithoutItsMean : MeanSquaredError
    {
        public override bool IsStandard => true;

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < a.Length; i++)
            {
                dL_da[i] = 2.0 * (a[i] - y[i]);
            }
        }
    }
}
