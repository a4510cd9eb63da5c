using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Keeps one step of a calculation.</summary>
/// <param name="number">The step, from 1.</param>
internal sealed class StepKeeper(int number) : ICalculationWatcher
{
    /// <summary>The step, when the calculation is done.</summary>
    public StepRecord? Step { get; private set; }

    public int LastStep => number;

    public bool Watches(int step) => false;

    public bool WantsWeightJacobian(int step, Tensor tensor) => false;

    public void Computed(CalculatedStep step, Tensor tensor)
    {
    }

    public void Finished(CalculatedStep step)
    {
        if (step.Number == number)
        {
            Step = step.Record;
            step.IsKept = true;
        }
    }
}
