using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Calculates the steps of an example by equations that may have been replaced; of long runs it keeps the last three steps only.</summary>
/// <param name="example">The example; it stays as it is.</param>
public sealed class Calculation(Example example)
{
    // A step reads the parameters of the one before it, and a mistake may read the parameters that that one had read.
    private const int StepsInTurn = 3;

    private readonly CalculatedStep?[] _inTurn = new CalculatedStep?[StepsInTurn];
    private readonly Dictionary<int, StepTensors> _tensors = [];
    private readonly Dictionary<int, Tensor[]> _orders = [];

    /// <summary>The tensors of a step.</summary>
    /// <param name="step">The step, from 1.</param>
    public StepTensors Tensors(int step)
    {
        int samples = ExampleRun.BatchOf(example, step).Count;
        if (!_tensors.TryGetValue(samples, out StepTensors? tensors))
        {
            tensors = new StepTensors(example.Network, example.Rule, samples);
            _tensors.Add(samples, tensors);
            _orders.Add(samples, [.. tensors.InOrder.OrderBy(Stage)]);
        }

        return tensors;
    }

    /// <summary>Calculates from step 1 to the last step that is watched.</summary>
    /// <param name="equations">The equations.</param>
    /// <param name="watcher">Sees the numbers.</param>
    /// <param name="cancellation">Ends the calculation between two steps.</param>
    /// <exception cref="OperationCanceledException">The calculation was ended.</exception>
    public void Run(StepEquations equations, ICalculationWatcher watcher, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(equations);
        ArgumentNullException.ThrowIfNull(watcher);
        CalculatedStep? before = null;
        for (int number = 1; number <= watcher.LastStep && !watcher.IsDone; number++)
        {
            cancellation.ThrowIfCancellationRequested();
            CalculatedStep? used = _inTurn[number % StepsInTurn];
            CalculatedStep step = used is null || used.IsKept ? new CalculatedStep(example) : used;
            _inTurn[number % StepsInTurn] = step;
            step.Begin(number, ExampleRun.BatchOf(example, number), before);
            Run(step, equations, watcher);
            if (!watcher.IsDone)
            {
                watcher.Finished(step);
            }

            before = step;
        }
    }

    private void Run(CalculatedStep step, StepEquations equations, ICalculationWatcher watcher)
    {
        _ = Tensors(step.Number);
        bool watched = watcher.Watches(step.Number);
        foreach (Tensor tensor in _orders[step.Count])
        {
            if (tensor.Kind == TensorKind.dz_dW)
            {
                // The outputs of the layer before, spread out: only made where somebody has written a number of it.
                if (!watched || !watcher.WantsWeightJacobian(step.Number, tensor))
                {
                    continue;
                }

                step.dz_dW[tensor.Sample!.Value][tensor.Layer] = tensor.Rows(step.Record);
            }

            equations.Compute(step, tensor);
            if (watched)
            {
                watcher.Computed(step, tensor);
                if (watcher.IsDone)
                {
                    return;
                }
            }
        }
    }

    // Forward through sample after sample, then back through layer after layer, each through all samples: what B7 of a sample
    // reads may be the update of the whole batch, by mistake.
    private int Stage(Tensor tensor)
    {
        int above = example.Network.Layers.Length - tensor.Layer;
        return tensor.Phase switch
        {
            "parameters" => 0,
            "forward" or "loss" => 1,
            "backward" when tensor.Equation == "B1" => 1,
            "backward" when tensor.Kind == TensorKind.dL_da => (2 * above) + 1,
            "backward" when tensor.Kind == TensorKind.dz_da => (2 * above) + 3,
            "backward" => (2 * above) + 2,
            _ => int.MaxValue,
        };
    }
}
