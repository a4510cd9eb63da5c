using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Sees every tensor as soon as it is computed, and before anything reads it.</summary>
public interface ICalculationWatcher
{
    /// <summary>The last step that the watcher needs.</summary>
    int LastStep { get; }

    /// <summary>Whether the watcher has seen enough, so that the calculation may end.</summary>
    bool IsDone => false;

    /// <summary>Whether the watcher wants the tensors of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    bool Watches(int step);

    /// <summary>Whether the watcher wants the rank-3 tensor of B4, which is not even made otherwise.</summary>
    /// <param name="step">The step, from 1.</param>
    /// <param name="tensor">The tensor.</param>
    bool WantsWeightJacobian(int step, Tensor tensor);

    /// <summary>A tensor has been computed; the watcher may change it.</summary>
    /// <param name="step">Its step.</param>
    /// <param name="tensor">Which tensor.</param>
    void Computed(CalculatedStep step, Tensor tensor);

    /// <summary>A step is done.</summary>
    /// <param name="step">The step.</param>
    void Finished(CalculatedStep step);
}
