namespace LoopNet.Tracing;

/// <summary>Explains the numbers of a step: formula, numbers, value, and what each is computed from.</summary>
public sealed class StepDerivations
{
    private readonly StepTrace _step;
    private readonly ForwardDerivations _forward;
    private readonly BackwardDerivations _backward;
    private readonly UpdateDerivations _update;

    /// <summary>Explains a step.</summary>
    /// <param name="step">The step.</param>
    /// <param name="numbers">How numbers are written.</param>
    public StepDerivations(StepTrace step, Numbers numbers)
    {
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(numbers);
        _step = step;
        _forward = new ForwardDerivations(step, numbers);
        _backward = new BackwardDerivations(step, numbers);
        _update = new UpdateDerivations(step, numbers);
    }

    /// <summary>What has to be known before the elements of a tensor: the maximum and the sum of a softmax; usually nothing.</summary>
    /// <param name="record">The tensor.</param>
    public IReadOnlyList<Derivation> Preamble(TraceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Equation switch
        {
            "F2" => _forward.OutputPreamble(record),
            "F3" => _forward.LossPreamble(record),
            _ => [],
        };
    }

    /// <summary>Explains one element; null for what is given by the example, and for a 0 by its place.</summary>
    /// <param name="record">The tensor.</param>
    /// <param name="index">One number for each dimension.</param>
    public Derivation? Of(TraceRecord record, IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(record);
        ArgumentNullException.ThrowIfNull(index);
        return record.Equation switch
        {
            null => record.Tensor.Phase == "parameters" && _step.Number > 1 ? _update.FromStepBefore(record, index) : null,
            "F1" => _forward.WeightedSum(record, index[0]),
            "F2" => _forward.Output(record, index[0]),
            "F3" => _forward.Loss(record),
            "B1" => _backward.LossGradient(record, index[0]),
            "B2" => _backward.ActivationJacobian(record, index[0], index[1]),
            "B3" or "B3s" => _backward.ThroughActivation(record, index[0]),
            "B4" => index[0] == index[1] ? _backward.Copy(record, index, record.Operands[0], [index[2]]) : null,
            "B5" => _backward.WeightGradient(record, index[0], index[1]),
            "B6" => _backward.Copy(record, index, record.Operands[0], index),
            "B7" => record.Tensor.Kind == TensorKind.dz_da ? _backward.Copy(record, index, record.Operands[0], index) : _backward.ThroughWeights(record, index[0]),
            "M1" or "M2" or "M3" => _update.Batch(record, index),
            _ => _update.Parameter(record, index),
        };
    }

    /// <summary>a - y, beside an element of B3 at the output layer.</summary>
    internal Derivation Shortcut(TraceRecord record, int j) => _backward.Shortcut(record, j);
}
