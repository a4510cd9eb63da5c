namespace LoopNet.Tests.Vectorized;

/// <summary>The twin's evaluation against the literal one.</summary>
public class VectorizedEvaluationTests
{
    [Theory]
    [InlineData("ordinary")]
    [InlineData("saturating")]
    [InlineData("exploding")]
    [InlineData("threads")]
    public void Of_AnyNetwork_MeasuresTheBitsOfTheLiteralLoops(string kind)
    {
        foreach (TwinCase twin in Measurable(kind).Take(FullRun.Count(usual: 15, full: 60)))
        {
            string literal = Outcome(() => Evaluation.Of(twin.Network(), twin.Samples));
            VectorizedSamples samples = new(twin.Samples);
            foreach (LaneCount lanes in Enum.GetValues<LaneCount>())
            {
                Hardware hardware = new() { Lanes = lanes, Threads = 1 + (twin.Samples.Count % 7) };

                Assert.Equal(literal, Outcome(() => VectorizedEvaluation.Of(twin.Network(), samples, hardware)));
            }
        }
    }

    [Fact]
    public void Of_Cancelled_Ends()
    {
        TwinCase twin = Measurable("threads").First();
        using CancellationTokenSource cancellation = new();
        cancellation.Cancel();

        Assert.Throws<OperationCanceledException>(() => VectorizedEvaluation.Of(twin.Network(), new VectorizedSamples(twin.Samples), cancellation: cancellation.Token));
    }

    // A loss without targets leaves nothing to compare outputs with.
    private static IEnumerable<TwinCase> Measurable(string kind)
    {
        return Enumerable.Range(1, 1000).Select(seed => new TwinCase(seed, kind)).Where(twin => twin.Network().Loss.TakesTarget);
    }

    // Everything that an evaluation says, or the message that it ends with.
    private static string Outcome(Func<Evaluation> measure)
    {
        try
        {
            Evaluation evaluation = measure();
            string confusion = string.Join(' ', evaluation.Confusion.SelectMany(row => row));
            return $"{evaluation.Count} {BitConverter.DoubleToInt64Bits(evaluation.Loss)} {evaluation.Correct} {confusion}";
        }
        catch (NonFiniteException exception)
        {
            return exception.Message;
        }
    }
}
