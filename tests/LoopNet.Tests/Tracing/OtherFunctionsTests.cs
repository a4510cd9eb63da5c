using System.Text.RegularExpressions;
using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tests.Checking;
using LoopNet.Tests.Data;
using LoopNet.Tests.Verifying;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>A library's own activation and loss: they are explained by name, definition and values, and refused where they could not be read back.</summary>
public sealed class OtherFunctionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Text_OfFunctionsThatLoopNetDoesNotKnow_NamesAndDefinesThem()
    {
        string text = Text("txt", Own(new GentleLeak(), new Huber()));

        Assert.Contains("gentle-leak(z) = z where z > 0, else z / 4", text, StringComparison.Ordinal);
        Assert.Contains("a1[0] = gentle-leak(z1[0]) = gentle-leak(-2) = -0.5", text, StringComparison.Ordinal);
        Assert.Contains("da1/dz1[1,1] = gentle-leak'(z1[1]) = gentle-leak'(3) = 1", text, StringComparison.Ordinal);
        Assert.Contains("huber: L = sum of 1/2 e^2 where |e| <= 1, else |e| - 1/2, e = a - y.", Unboxed(text), StringComparison.Ordinal);
        Assert.Contains("the gradient of huber at a1", text, StringComparison.Ordinal);
        Assert.Contains("dL/da1[1] = 0.57\n", text, StringComparison.Ordinal);
        Assert.Matches(@"F3  L = sum of 1/2 e\^2.*\n(.*\n)*?.* = 1.03245\n", text);
    }

    // As the class remarks advise: to alter a function, derive from one that is there.
    [Fact]
    public void Text_OfAnAlteredSigmoid_IsNotThatOfSigmoid()
    {
        string text = Text("txt", Own(new SteepSigmoid(), new SquaredErrorWithoutItsHalf()));

        Assert.Contains("a1[0] = SteepSigmoid(z1[0]) = SteepSigmoid(-2) = 0.01798620996", text, StringComparison.Ordinal);
        Assert.Contains("SquaredErrorWithoutItsHalf: L = SquaredErrorWithoutItsHalf(a, y).", Unboxed(text), StringComparison.Ordinal);
        Assert.DoesNotContain(" sigmoid", text, StringComparison.Ordinal);
        Assert.DoesNotContain("exp(", text, StringComparison.Ordinal);
        Assert.DoesNotContain("1/2", text, StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_OfAnOutput_HasTheDefinitionAndTheValue()
    {
        Explanation explanation = Explanation.Of(Own(new GentleLeak(), new Huber()), NumberName.Parse("a1[0]"));

        string text = string.Join('\n', new ExplanationText(new Numbers(6)).Lines(explanation));
        Assert.Equal(["gentle-leak(z1[0])", "gentle-leak(-2)", "-0.5"], explanation.Steps);
        Assert.Contains("gentle-leak(z) of z1 = z where z > 0, else z / 4", text, StringComparison.Ordinal);
    }

    // Twice its value is a wrong factor in this loss, and no other loss is spoken of.
    [Theory]
    [InlineData("2.0649", "[-2, 1.14]", "the loss and its gradient 2 times what they should be")]
    [InlineData("1.03245", "[-1, 0.57]", null)]
    public void Check_OfALossOfOnesOwn_SpeaksOfItsDefinition(string loss, string gradient, string? mistake)
    {
        CheckReport report = AnswerCheck.Of(Own(new GentleLeak(), new Huber()), Answers.Parse($$"""{ "z1": [-2, 3], "a1": [-0.5, 3], "L": {{loss}}, "dL/da1": {{gradient}} }"""));

        StringWriter text = new();
        TextReport.Write(report, text);
        Assert.Equal(mistake is null, report.AllRight);
        Assert.DoesNotContain("(a_l[i] - y[i])^2", text.ToString(), StringComparison.Ordinal);
        if (mistake is not null)
        {
            Assert.Contains(mistake, text.ToString(), StringComparison.Ordinal);
            Assert.Contains("right is  L = sum of 1/2 e^2", text.ToString(), StringComparison.Ordinal);
        }
    }

    // What holds of a ReLU does not hold of a class that derives from it and computes something else.
    [Fact]
    public void Edits_OfAnAlteredRelu_HaveNoMistakeOfRelu()
    {
        Mistake[] Of(Activation activation) => [.. Catalogue.Edits(Own(activation, new Huber())).Select(edit => edit.Mistake!).Distinct()];

        Assert.Contains(DeadReluOpen.Mistake, Of(new Relu()));
        Assert.DoesNotContain(DeadReluOpen.Mistake, Of(new ReluWithALeak()));
    }

    [Fact]
    public void Model_WithFunctionsOfOnesOwn_IsRefusedUnlessParametersAreWrittenAlone()
    {
        Network network = Own(new SteepSigmoid(), new SquaredError()).Network;
        string path = Path.Combine(_folder.Path, "model.json");

        DataException activation = Assert.Throws<DataException>(() => ModelFile.Write(path, new Model(network, OutputGradient.Jacobian, null)));
        DataException loss = Assert.Throws<DataException>(() => ModelFile.Write(path, new Model(Own(new Tanh(), new Huber()).Network, OutputGradient.Jacobian, null)));
        ModelFile.Write(Path.ChangeExtension(path, ".npz"), new Model(network, OutputGradient.Jacobian, null));

        Assert.Contains("since the activation SteepSigmoid is not LoopNet's, and the file could not be read back", activation.Message, StringComparison.Ordinal);
        Assert.Contains("since the loss huber is not LoopNet's", loss.Message, StringComparison.Ordinal);
        Assert.Equal(["model.npz"], Directory.GetFiles(_folder.Path).Select(Path.GetFileName));
    }

    [Fact]
    public void Verifier_OfFunctionsOfOnesOwn_SaysThatItKnowsNone()
    {
        Verified.AssertFault(Text("jsonl", Own(new SteepSigmoid(), new SquaredError())), 1, "there is no activation \"SteepSigmoid\"; expected one of sigmoid, relu, leaky-relu, tanh, identity, softmax; a function of one's own cannot be derived again");
        Verified.AssertFault(Text("jsonl", Own(new Tanh(), new Huber())), 1, "there is no loss \"huber\"; expected one of");
    }

    // a - y is what the chain of the six collapses to; nobody knows it of another function.
    [Fact]
    public void Shortcut_WithAnAlteredSigmoid_DoesNotHold()
    {
        Network network = new([new Layer([[1.0]], null, new SteepSigmoid())], new BinaryCrossEntropy());

        Assert.False(UpdateRule.AllowsShortcut(network));
        Assert.Null(network.Loss.WhereSaturated(network.Output, [0.0], [1.0]));
        Assert.NotNull(network.Loss.WhereSaturated(new Sigmoid(), [0.0], [1.0]));
    }

    private static Example Own(Activation activation, Loss loss)
    {
        Network network = new([new Layer([[-2.0], [3.0]], null, activation)], loss);
        return new Example("other", network, new SampleList([[1.0]], [[0.87, 2.43]]), new UpdateRule(0.1), BatchSize: 1, Steps: 1, Source: null);
    }

    private static string Text(string format, Example example)
    {
        StringWriter text = new();
        new TraceWriter(format, new TextOptions()).Write(text, example);
        return text.ToString();
    }

    // The box of a trace, with each sentence on one line.
    private static string Unboxed(string text) => Regex.Replace(text, @" +\|\n\| {12,}", " ");

    private sealed class GentleLeak : ElementwiseActivation
    {
        public override string Name => "gentle-leak";

        public override string Definition => "z where z > 0, else z / 4";

        public override double Value(double z) => z > 0.0 ? z : z / 4.0;

        public override double Derivative(double z, double a) => z > 0.0 ? 1.0 : 0.25;
    }

    private sealed class SteepSigmoid : Sigmoid
    {
        public override double Value(double z) => base.Value(2.0 * z);

        public override double Derivative(double z, double a) => 2.0 * base.Derivative(z, a);
    }

    private sealed class ReluWithALeak : Relu
    {
        public override double Value(double z) => z > 0.0 ? z : 0.1 * z;

        public override double Derivative(double z, double a) => z > 0.0 ? 1.0 : 0.1;
    }

    private sealed class SquaredErrorWithoutItsHalf : SquaredError
    {
        public override double Value(double[] a, double[] y) => 2.0 * base.Value(a, y);
    }

    private sealed class Huber : Loss
    {
        public override string Name => "huber";

        public override string Definition => "sum of 1/2 e^2 where |e| <= 1, else |e| - 1/2, e = a - y";

        public override bool Accepts(Activation output) => true;

        public override double Value(double[] a, double[] y)
        {
            return a.Zip(y, (output, target) => Math.Abs(output - target)).Sum(e => e <= 1.0 ? 0.5 * e * e : e - 0.5);
        }

        public override void Gradient(double[] a, double[] y, double[] dL_da)
        {
            for (int i = 0; i < y.Length; i++)
            {
                dL_da[i] = Math.Clamp(a[i] - y[i], -1.0, 1.0);
            }
        }
    }
}
