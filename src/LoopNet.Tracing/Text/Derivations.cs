namespace LoopNet.Tracing;

/// <summary>Explains the elements of a record from the records before it: formula, numbers, value.</summary>
/// <param name="header">The network and its rule.</param>
/// <param name="scope">The records of the step so far.</param>
/// <param name="numbers">How numbers are written.</param>
public sealed class Derivations(TraceHeader header, TensorScope scope, Numbers numbers)
{
    private readonly ForwardDerivations _forward = new(header, scope, numbers);
    private readonly BackwardDerivations _backward = new(header, scope, numbers);
    private readonly UpdateDerivations _update = new(header, scope, numbers);

    /// <summary>What has to be known before the elements: the maximum and the sum of a softmax; usually nothing.</summary>
    public IReadOnlyList<Derivation> Preamble(TraceRecord record)
    {
        ArgumentNullException.ThrowIfNull(record);
        return _forward.Preamble(record);
    }

    /// <summary>Explains one element; null for a given number, and for an element off the diagonal of a Jacobian.</summary>
    /// <param name="record">The record, which the scope knows.</param>
    /// <param name="index">One number for each dimension.</param>
    public Derivation? Of(TraceRecord record, params int[] index)
    {
        ArgumentNullException.ThrowIfNull(record);
        return record.Equation switch
        {
            "F1" => _forward.WeightedSum(record, index[0]),
            "F2" => _forward.Output(record, index[0]),
            "F3" => _forward.Loss(record),
            "B1" => _backward.LossGradient(record, index[0]),
            "B2" => _backward.ActivationJacobian(record, index[0], index[1]),
            "B3" or "B3s" => _backward.ThroughActivation(record, index[0]),
            "B5" => _backward.WeightGradient(record, index[0], index[1]),
            "B6" => _backward.BiasGradient(record, index[0]),
            "B7" when record.Shape.Length == 1 => _backward.ThroughWeights(record, index[0]),
            "M1" or "M2" => _update.Batch(record, index),
            "U1" or "U2" => _update.Parameter(record, index),
            _ => null,
        };
    }
}
