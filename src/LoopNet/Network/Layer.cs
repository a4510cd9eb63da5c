using System.Diagnostics;

namespace LoopNet;

/// <summary>One fully connected layer: <c>a = f(W a_(l-1) + b)</c>.</summary>
[DebuggerDisplay("{ToString(),nq}")]
public sealed class Layer
{
    /// <summary>Makes a layer from copies of its parameters; -0.0 becomes 0.0.</summary>
    /// <param name="weights">n_l x n_(l-1) finite numbers; row <c>i</c> holds the weights of unit <c>i</c>.</param>
    /// <param name="biases">n_l finite numbers, or null for a layer without biases.</param>
    /// <param name="activation">The activation function.</param>
    /// <exception cref="ArgumentException">A size is 0, a row is missing, rows differ in length, biases do not fit, or a number is not finite.</exception>
    [DebuggerStepThrough]
    public Layer(double[][] weights, double[]? biases, Activation activation)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(activation);
        if (weights.Length == 0 || weights[0] is { Length: 0 })
        {
            throw new ArgumentException("A layer has at least one unit and one input.", nameof(weights));
        }

        int missing = Array.IndexOf(weights, null);
        if (missing >= 0)
        {
            throw new ArgumentException(Invariant($"Row {missing} of the weights is missing."), nameof(weights));
        }

        Activation = activation;
        W = new double[weights.Length][];
        for (int i = 0; i < weights.Length; i++)
        {
            if (weights[i].Length != weights[0].Length)
            {
                throw new ArgumentException(Invariant($"Row {i} of the weights has {weights[i].Length} numbers, row 0 has {weights[0].Length}."), nameof(weights));
            }

            W[i] = FiniteCopy.Of(weights[i], "weights");
        }

        if (biases is not null)
        {
            if (biases.Length != weights.Length)
            {
                throw new ArgumentException($"A layer of {weights.Length} units has {weights.Length} biases or none, not {biases.Length}.", nameof(biases));
            }

            b = FiniteCopy.Of(biases, "biases");
        }
    }

    /// <summary>The weights, n_l x n_(l-1): <c>W[i][k]</c> goes from input <c>k</c> to unit <c>i</c>.</summary>
    public double[][] W { get; internal set; }

    /// <summary>The biases, n_l; null where the layer has none.</summary>
    public double[]? b { get; internal set; }

    /// <summary>The activation function f.</summary>
    public Activation Activation { get; }

    /// <summary>The number of units, n_l.</summary>
    public int Size => W.Length;

    /// <summary>The number of inputs, n_(l-1).</summary>
    public int InputSize => W[0].Length;

    /// <summary>A layer with the same numbers in arrays of its own.</summary>
    public Layer Copy() => new(W, b, Activation);

    /// <summary>The layer in a line, for example <c>784 -> 32, sigmoid</c>.</summary>
    public override string ToString()
    {
        string suffix = b is null ? ", no biases" : "";
        return Invariant($"{InputSize} -> {Size}, {Activation.Name}{suffix}");
    }
}
