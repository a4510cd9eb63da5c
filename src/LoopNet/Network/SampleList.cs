using System.Diagnostics;

namespace LoopNet;

/// <summary>Samples kept as numbers, as an example has them.</summary>
[DebuggerStepThrough]
[DebuggerDisplay("{Count} samples, {InputSize} -> {TargetSize}")]
public sealed class SampleList : ISampleSource
{
    private readonly double[][] _inputs;
    private readonly double[][] _targets;

    /// <summary>Copies the samples; -0.0 becomes 0.0.</summary>
    /// <param name="inputs">At least one input; all of the same length, all numbers finite.</param>
    /// <param name="targets">One target for each input, empty where there is none; all of the same length, all numbers finite.</param>
    /// <exception cref="ArgumentException">There is no sample, an input or a target is missing, lengths differ, or a number is not finite.</exception>
    public SampleList(double[][] inputs, double[][] targets)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        if (inputs.Length == 0 || inputs.Length != targets.Length)
        {
            throw new ArgumentException($"There are {inputs.Length} inputs and {targets.Length} targets; there has to be one of each per sample.", nameof(inputs));
        }

        int missing = Math.Max(Array.IndexOf(inputs, null), Array.IndexOf(targets, null));
        if (missing >= 0)
        {
            throw new ArgumentException(Invariant($"The {(inputs[missing] is null ? "input" : "target")} of sample {missing} is missing."), nameof(inputs));
        }

        _inputs = new double[inputs.Length][];
        _targets = new double[inputs.Length][];
        for (int s = 0; s < inputs.Length; s++)
        {
            if (inputs[s].Length != inputs[0].Length || targets[s].Length != targets[0].Length)
            {
                throw new ArgumentException(Invariant($"Sample {s} is of another size than sample 0."), nameof(inputs));
            }

            _inputs[s] = FiniteCopy.Of(inputs[s], "input");
            _targets[s] = FiniteCopy.Of(targets[s], "target");
        }
    }

    /// <inheritdoc/>
    public int Count => _inputs.Length;

    /// <inheritdoc/>
    public int InputSize => _inputs[0].Length;

    /// <inheritdoc/>
    public int TargetSize => _targets[0].Length;

    /// <inheritdoc/>
    public void Read(int index, double[] x, double[] y)
    {
        Array.Copy(_inputs[index], x, InputSize);
        Array.Copy(_targets[index], y, TargetSize);
    }
}
