namespace LoopNet.Tests.Vectorized;

public unsafe class VectorizedSamplesTests
{
    [Theory]
    [InlineData(1, 7, 1)]
    [InlineData(1, 8, 3)]
    [InlineData(6, 1, 7)]
    [InlineData(2500, 9, 1)]
    [InlineData(2500, 13, 2)]
    [InlineData(5000, 16, 3)]
    public void Lists_OfManySamples_HoldWhatIsNot0(int count, int inputs, int threads)
    {
        SampleList source = Drawn(count, inputs);
        VectorizedSamples samples = new(source, threads);
        double[] x = new double[inputs];
        double[] y = new double[2];

        Assert.True(samples.AreOrdinary);
        for (int s = 0; s < count; s++)
        {
            source.Read(s, x, y);
            int[] places = [.. Enumerable.Range(0, inputs).Where(k => x[k] != 0.0)];

            Assert.Equal(places, new Span<int>(samples.Index(s), samples.NonZeroCount(s)).ToArray());
            Assert.Equal(places.Select(k => x[k]), new Span<double>(samples.Values(s), samples.NonZeroCount(s)).ToArray());
            Assert.Equal(y, samples.Target(s));
        }
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    public void AreOrdinary_WithOneNumberThatIsNot_IsFalse(int threads)
    {
        double[][] x = [.. Enumerable.Range(0, 3000).Select(s => (double[])[0.0, s == 1234 ? 1e300 : 0.5])];
        double[][] y = [.. x.Select(_ => (double[])[1.0])];

        Assert.False(new VectorizedSamples(new SampleList(x, y), threads).AreOrdinary);
    }

    [Fact]
    public void Constructor_WithoutAThread_Refuses()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new VectorizedSamples(Drawn(1, 1), threads: 0));
    }

    private static SampleList Drawn(int count, int inputs)
    {
        SeededRandom random = new(1, "lists");
        double[][] x = [.. Enumerable.Range(0, count).Select(_ => (double[])[.. Enumerable.Range(0, inputs).Select(_ => random.NextIndex(4) == 0 ? random.NextNormal() : 0.0)])];
        double[][] y = [.. Enumerable.Range(0, count).Select(s => (double[])[s % 5, 1.0])];
        return new SampleList(x, y);
    }
}
