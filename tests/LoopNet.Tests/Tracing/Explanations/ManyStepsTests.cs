using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>Steps far into a run: only the last ones on the way are kept, and an earlier one is computed again.</summary>
public class ManyStepsTests
{
    [Fact]
    public void Step_InWhateverOrder_IsThatOfOneRun()
    {
        Example mazur = Mazur.Example() with { Steps = 2100 };
        StepRecord[] records = ExampleRun.Records(mazur);
        ExampleTensors tensors = new(mazur);

        foreach (int step in (int[])[2100, 1101, 1100, 1, 2, 1500, 2100, 3])
        {
            StepRecord found = tensors.Step(step).Numbers;
            Bits.AssertSame(records[step - 1].W[1][0], found.W[1][0]);
            Bits.AssertSame(records[step - 1].Samples[0].L, found.Samples[0].L);
        }
    }

    [Fact]
    public void Step_OverTheMostOfAnExample_IsRefused()
    {
        TraceException exception = Assert.Throws<TraceException>(() => new ExampleTensors(Mazur.Example()).Step(1_000_000_000));

        Assert.Contains("Step 1,000,000,000 of mazur is asked for, but an example has 1,000,000 steps at most", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(Example.MostSteps + 1)]
    public void Records_OfStepsThatNoExampleHas_AreRefused(int steps)
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => ExampleRun.Records(Mazur.Example(), steps));
    }
}
