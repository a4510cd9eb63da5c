using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class NearWordTests
{
    private static readonly string[] Keys = ["$schema", "name", "loss", "learningRate", "batch", "steps", "source", "layers", "samples", "input", "target", "weights", "biases"];

    [Theory]
    [InlineData("learning_rate", "learningRate")]
    [InlineData("LearningRate", "learningRate")]
    [InlineData("lr", "learningRate")]
    [InlineData("eta", "learningRate")]
    [InlineData("weight", "weights")]
    [InlineData("bias", "biases")]
    [InlineData("sampels", "samples")]
    [InlineData("inputs", "input")]
    [InlineData("y", "target")]
    [InlineData("epochs", null)]
    [InlineData("", null)]
    [InlineData("---", null)]
    [InlineData("作业", null)]
    public void Of_AKeyThatIsNotKnown_FindsTheOneThatIsMeant(string word, string? meant)
    {
        Assert.Equal(meant, NearWord.Of(word, Keys));
    }

    [Theory]
    [InlineData("Tanh", "tanh")]
    [InlineData("linear", "identity")]
    [InlineData("logistic", "sigmoid")]
    [InlineData("ReLU", "relu")]
    [InlineData("soft-max", "softmax")]
    [InlineData("sigmiod", "sigmoid")]
    [InlineData("step", null)]
    public void Of_AnActivation_FindsTheOneThatIsMeant(string word, string? meant)
    {
        Assert.Equal(meant, NearWord.Of(word, [.. Activation.All.Select(known => known.Name)]));
    }

    [Theory]
    [InlineData("bce", "binary-cross-entropy")]
    [InlineData("mse", "mean-squared-error")]
    [InlineData("MSE", "mean-squared-error")]
    [InlineData("crossentropy", "cross-entropy")]
    [InlineData("cross_entropy", "cross-entropy")]
    [InlineData("categorical_crossentropy", "cross-entropy")]
    [InlineData("hinge", null)]
    public void Of_ALoss_FindsTheOneThatIsMeant(string word, string? meant)
    {
        Assert.Equal(meant, NearWord.Of(word, [.. Loss.All.Select(known => known.Name)]));
    }

    [Fact]
    public void Of_AVeryLongWord_TakesNoTime() => Assert.Null(NearWord.Of(new string('x', 10_000_000), Keys));
}
