using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

public class StepCalculatorTests
{
    public static TheoryData<string> Examples => [.. CheckedExamples.Names];

    // The equations of the checker are the literal loops in another order: where none is replaced, every bit is the same.
    [Theory]
    [MemberData(nameof(Examples))]
    public void Run_WithNoEquationReplaced_GivesTheBitsOfTheTrace(string name)
    {
        Example example = CheckedExamples.Read(name);
        int steps = Math.Max(2, example.Steps);
        StepRecord[] records = ExampleRun.Records(example, steps);
        TraceHeader header = TraceHeader.Of(example.Name, example.Network, example.Rule, example.BatchSize);
        Comparer comparer = new(example, step => StepTensors.Of(header, step, records[step - 1]), steps);

        StepCalculator.Run(example, new StepEquations(), comparer);

        Assert.True(comparer.Compared >= 15 * steps);
    }

    private sealed class Comparer(Example example, Func<int, List<TraceRecord>> trace, int steps) : ICalculationWatcher
    {
        public int Compared { get; private set; }

        public int LastStep => steps;

        public bool Watches(int step) => true;

        public bool WantsWeightJacobian(int step, TensorSlot slot) => true;

        public void Computed(Sheet sheet, TensorSlot slot)
        {
        }

        public void Finished(Sheet sheet)
        {
            List<TraceRecord> records = trace(sheet.Step);
            IReadOnlyList<TensorPlace> places = StepLayout.Of(example, sheet.Count).Places;
            Assert.Equal(records.Select(record => (record.Sample, record.Symbol, record.Equation)), places.Select(place => (place.Sample, place.Symbol, place.Equation)));
            for (int i = 0; i < places.Count; i++)
            {
                Assert.Equal(records[i].Shape, places[i].Shape);
                Bits.AssertSame(records[i].Values!, [.. sheet.Rows(places[i].Slot).SelectMany(row => row)]);
                Compared++;
            }
        }
    }
}
