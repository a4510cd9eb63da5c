namespace LoopNet.Tests;

public class DeadUnitsTests
{
    // z of the three units is x, -x - 1 and x - 2: over 0 for every sample, for none, and for the last one only.
    [Theory]
    [InlineData(new[] { 1.0, 2.0, 3.0 }, 1)]
    [InlineData(new[] { 1.0, 2.0 }, 2)]
    [InlineData(new[] { 0.0 }, 3)]
    public void Count_OfReluUnits_CountsThoseThatNoSampleReaches(double[] inputs, int dead)
    {
        Layer relu = new([[1.0], [-1.0], [1.0]], [0.0, -1.0, -2.0], new Relu());
        Network network = new([relu, new Layer([[1.0, 1.0, 1.0]], [-100.0], new Sigmoid())], new SquaredError());
        SampleList samples = new([.. inputs.Select(x => new double[] { x })], [.. inputs.Select(_ => new double[] { 0.0 })]);

        Assert.Equal([0, dead, 0], DeadUnits.Count(network, samples));
    }

    [Fact]
    public void Count_OfALayerBehindADeadOne_SeesOnlyItsBiases()
    {
        Layer dead = new([[-1.0]], [-1.0], new Relu());
        Layer behind = new([[5.0], [5.0]], [0.5, -0.5], new Relu());

        Assert.Equal([0, 1, 1], DeadUnits.Count(new Network([dead, behind], new SquaredError()), new SampleList([[1.0]], [[0.0, 0.0]])));
    }

    [Fact]
    public void Count_ThatIsEndedOrHasNoSample_Stops()
    {
        Network network = new([new Layer([[-1.0]], null, new Relu())], new SquaredError());

        Assert.Throws<OperationCanceledException>(() => DeadUnits.Count(network, new SampleList([[1.0]], [[0.0]]), new CancellationToken(canceled: true)));
        Assert.Throws<ArgumentException>(() => DeadUnits.Count(network, new SampleList([[1.0, 1.0]], [[0.0]])));
    }
}
