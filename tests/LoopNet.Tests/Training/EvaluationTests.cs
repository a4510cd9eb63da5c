namespace LoopNet.Tests;

public class EvaluationTests
{
    private static readonly Network Identity = new([new Layer([[1.0, 0.0], [0.0, 1.0]], null, new Identity())], new SquaredError());

    [Fact]
    public void Of_FourSamples_CountsThemByTargetAndPrediction()
    {
        double[][] inputs = [[1.0, 0.0], [0.0, 1.0], [0.0, 1.0], [0.0, 3.0]];
        double[][] targets = [[1.0, 0.0], [0.0, 1.0], [1.0, 0.0], [0.0, 1.0]];

        Evaluation evaluation = Evaluation.Of(Identity, new SampleList(inputs, targets));

        Assert.Equal([1, 1], evaluation.Confusion[0]);
        Assert.Equal([0, 2], evaluation.Confusion[1]);
        Assert.Equal(0.75, evaluation.Accuracy);

        // 0, 0, 1/2 (1 + 1) and 1/2 * 4, over 4 samples.
        Assert.Equal(0.75, evaluation.Loss);
    }

    [Fact]
    public void Of_ATie_TakesTheFirst()
    {
        Assert.Equal(0, Evaluation.LargestIndex([2.0, 2.0]));
        Assert.Equal(1, Evaluation.LargestIndex([-1.0, 2.0, 2.0]));
    }

    [Fact]
    public void Of_AnOverflow_NamesTheTensor()
    {
        SampleList samples = new([[1e200, 0.0]], [[0.0, 0.0]]);

        Assert.Equal("L", Assert.Throws<NonFiniteException>(() => Evaluation.Of(Identity, samples)).Element);
    }
}
