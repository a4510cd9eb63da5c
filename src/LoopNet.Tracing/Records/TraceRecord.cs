using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>One named tensor of a step: what it is, how it was computed, from what, and its numbers.</summary>
[DebuggerDisplay("{Step}/{Sample}/{Symbol}")]
public sealed record TraceRecord
{
    /// <summary>The step, from 1.</summary>
    public required int Step { get; init; }

    /// <summary>The sample, from 0 within its step; null for parameters, means and updates.</summary>
    public required int? Sample { get; init; }

    /// <summary><c>parameters</c>, <c>forward</c>, <c>loss</c>, <c>backward</c>, <c>mean</c> or <c>update</c>.</summary>
    public required string Phase { get; init; }

    /// <summary>The layer of the symbol, 0 for the input.</summary>
    public required int Layer { get; init; }

    /// <summary>The id of the equation in docs/math.md, for example <c>F1</c>; null for what is given.</summary>
    public required string? Equation { get; init; }

    /// <summary>The name, for example <c>dL/dW1</c>.</summary>
    public required string Symbol { get; init; }

    /// <summary>The sizes of its dimensions; none for a scalar.</summary>
    public required int[] Shape { get; init; }

    /// <summary>The equation with this tensor's names, for example <c>z1 = W1 x + b1</c>; null for what is given.</summary>
    public required string? Formula { get; init; }

    /// <summary>The symbols that the formula reads.</summary>
    public required string[] Operands { get; init; }

    /// <summary>The numbers, row by row; null where the tensor is described and not listed.</summary>
    public required double[]? Values { get; init; }

    /// <summary>What else a reader has to know; usually null.</summary>
    public string? Note { get; init; }

    /// <summary>The number of elements.</summary>
    public int Count
    {
        get
        {
            int count = 1;
            foreach (int size in Shape)
            {
                count *= size;
            }

            return count;
        }
    }

    /// <summary>One element.</summary>
    /// <param name="index">One number for each dimension, each from 0.</param>
    /// <exception cref="InvalidOperationException">The tensor is described and not listed.</exception>
    public double At(params int[] index)
    {
        ArgumentNullException.ThrowIfNull(index);
        int place = 0;
        for (int dimension = 0; dimension < Shape.Length; dimension++)
        {
            place = (place * Shape[dimension]) + index[dimension];
        }

        double[] values = Values ?? throw new InvalidOperationException($"{Symbol} is described and not listed.");
        return values[place];
    }
}
