using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

public class CalculationTests
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
        Calculation calculation = new(example);
        Comparer comparer = new(calculation, records);

        calculation.Run(new StepEquations(), comparer);

        Assert.True(comparer.Compared >= (example.Network.GoesBack ? 15 : 9) * steps);
    }

    private sealed class Comparer(Calculation calculation, StepRecord[] records) : ICalculationWatcher
    {
        public int Compared { get; private set; }

        public int LastStep => records.Length;

        public bool Watches(int step) => true;

        public bool WantsWeightJacobian(int step, Tensor tensor) => true;

        public void Computed(CalculatedStep step, Tensor tensor)
        {
        }

        public void Finished(CalculatedStep step)
        {
            foreach (Tensor tensor in calculation.Tensors(step.Number).InOrder)
            {
                double[] expected = [.. tensor.Rows(records[step.Number - 1]).SelectMany(row => row)];
                Assert.Equal(tensor.Count, expected.Length);
                Bits.AssertSame(expected, [.. step.Rows(tensor).SelectMany(row => row)]);
                Compared++;
            }
        }
    }
}
