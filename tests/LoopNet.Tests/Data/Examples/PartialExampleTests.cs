using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Examples that have no learning rate, no loss or no target, and layers with a slope.</summary>
public class PartialExampleTests
{
    private const string Layers = "\"layers\": [{ \"weights\": [[1, 2]], \"activation\": \"leaky-relu\" }, { \"weights\": [[3], [4]], \"activation\": \"tanh\" }]";

    [Fact]
    public void Parse_WithoutALearningRate_MovesNothing()
    {
        Example example = Parse("\"loss\": \"squared-error\"", "{ \"input\": [0.5, -1], \"target\": [0.25, 0] }", "{ \"input\": [1, 1], \"target\": [1, 0] }");
        StepRecord[] steps = ExampleRun.Records(example);

        Assert.False(example.Rule.Moves);
        Assert.Equal(2, steps.Length);
        Assert.NotEqual(0.0, steps[0].Samples[0].dL_dW[1][0][0]);
        Assert.Equal(example.Network.Layers[0].W, steps[1].W[1]);
        Assert.Equal(steps[1].W[1], steps[1].W_new[1]);
    }

    [Fact]
    public void Parse_WithoutALossAndATarget_HasTheForwardPassAlone()
    {
        Example example = Parse("\"batch\": \"all\"", "{ \"input\": [0.5, -1] }", "{ \"input\": [1, 1] }");

        Assert.IsType<NoLoss>(example.Network.Loss);
        Assert.False(example.Network.GoesBack);
        Assert.Equal(0, example.Samples.TargetSize);
        Assert.Equal(-0.015, ExampleRun.Records(example)[0].Samples[0].a[1][0], 1e-16);
    }

    [Fact]
    public void Parse_WithGradients_GoesBackFromThem()
    {
        Example example = Parse("\"learningRate\": 0.5", "{ \"input\": [0.5, -1], \"gradient\": [2, -0.5] }");
        SampleRecord sample = ExampleRun.Records(example)[0].Samples[0];

        Assert.False(example.Network.HasLoss);
        Assert.Equal([2.0, -0.5], sample.dL_da[2]);
        Bits.AssertSame(2.0 * (1.0 - (sample.a[2][0] * sample.a[2][0])), sample.dL_dz[2][0]);
    }

    [Fact]
    public void Parse_OfTheLossSum_TakesNoTarget()
    {
        Example example = Parse("\"loss\": \"sum\"", "{ \"input\": [0.5, -1] }");
        SampleRecord sample = ExampleRun.Records(example)[0].Samples[0];

        Assert.Equal([1.0, 1.0], sample.dL_da[2]);
        Bits.AssertSame(0.0 + sample.a[2][0] + sample.a[2][1], sample.L);
    }

    [Theory]
    [InlineData("\"slope\": 0.2,", 0.2)]
    [InlineData("\"slope\": 0,", 0.0)]
    [InlineData("\"slope\": 1,", 1.0)]
    [InlineData("", 0.01)]
    public void Parse_OfASlope_TakesItOrTheDefault(string member, double slope)
    {
        Example example = ExampleFile.Parse(Text("\"loss\": \"sum\"", "{ \"input\": [0.5, -1] }").Replace("\"activation\": \"leaky-relu\"", $"{member} \"activation\": \"leaky-relu\""), "file");

        Assert.Equal(slope, Assert.IsType<LeakyRelu>(example.Network.Layers[0].Activation).Slope);
    }

    [Theory]
    [InlineData("leaky-relu", "-0.1", "$.layers[0].slope: found -0.1; expected a number from 0 to 1.")]
    [InlineData("leaky-relu", "1.5", "$.layers[0].slope: found 1.5; expected a number from 0 to 1.")]
    [InlineData("relu", "0.1", "$.layers[0].slope: found a slope beside \"relu\"; expected no slope here: only \"leaky-relu\" has one.")]
    public void Parse_OfASlopeThatIsNone_SaysWhatItIs(string activation, string slope, string complaint)
    {
        string text = Text("\"loss\": \"sum\"", "{ \"input\": [0.5, -1] }").Replace("\"activation\": \"leaky-relu\"", $"\"slope\": {slope}, \"activation\": \"{activation}\"");

        AssertComplaint(complaint, text);
    }

    [Theory]
    [InlineData("\"loss\": \"sum\"", "\"target\": [1, 2]", "$.samples[0].target: found a target beside the loss sum; expected no key \"target\" here: sum takes no target.")]
    [InlineData("\"loss\": \"sum\"", "\"gradient\": [1, 2]", "$.samples[0].gradient: found a gradient beside the loss sum; expected no key \"gradient\" here: the loss has a gradient of its own; leave the key \"loss\" out to give another.")]
    [InlineData("\"batch\": 1", "\"target\": [1, 2]", "$.samples[0].target: found a target in an example without a loss; expected no key \"target\" here: a key \"loss\" beside the samples says how outputs are compared with targets.")]
    [InlineData("\"batch\": 1", "\"target\": [1, 2], \"gradient\": [1, 2]", "$.samples[0].target: found a target in an example without a loss; expected no key \"target\" here: a key \"loss\" beside the samples says how outputs are compared with targets.")]
    [InlineData("\"batch\": 1", "\"gradient\": [1]", "$.samples[0].gradient: found 1 number; expected 2, one for each output.")]
    [InlineData("\"outputGradient\": \"shortcut\"", "\"gradient\": [1, 2]", "$.outputGradient: found \"shortcut\" with tanh outputs and given gradient; expected \"jacobian\": the shortcut a - y holds for softmax with cross-entropy and for sigmoid with binary-cross-entropy only.")]
    [InlineData("\"learningRate\": 0.5", "\"input\": [1, 2]", "$.learningRate: found a learning rate without a loss; expected a key \"loss\", or a key \"gradient\" in every sample: without one there is no gradient to move by.")]
    [InlineData("\"loss\": \"sum\", \"steps\": 2", "\"input\": [1, 2]", "$.steps: found 2; expected 1 at most, a step for every update of one pass: without a key \"learningRate\" nothing moves, and the next pass would repeat the first.")]
    public void Parse_OfWhatDoesNotApply_SaysWhy(string members, string sample, string complaint)
    {
        string input = sample.Contains("input", StringComparison.Ordinal) ? sample : $"\"input\": [0.5, -1], {sample}";

        AssertComplaint(complaint, Text(members, $"{{ {input} }}"));
    }

    [Fact]
    public void Parse_OfAGradientInOneSampleOnly_AsksForTheOthers()
    {
        AssertComplaint(
            "$.samples[1]: found no key \"gradient\"; expected one: the other samples have one; without a loss, all of them do or none does.",
            Text("\"batch\": 1", "{ \"input\": [0.5, -1], \"gradient\": [1, 2] }", "{ \"input\": [1, 1] }"));
    }

    private static string Text(string members, params string[] samples) => $"{{ {members}, {Layers}, \"samples\": [{string.Join(", ", samples)}] }}";

    private static Example Parse(string members, params string[] samples) => ExampleFile.Parse(Text(members, samples), "file");

    private static void AssertComplaint(string complaint, string text)
    {
        Assert.Equal($"file: {complaint}", Assert.Throws<DataException>(() => ExampleFile.Parse(text, "file")).Message);
    }
}
