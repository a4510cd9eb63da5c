using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>One tensor of a step: which it is, what it is called, which equation gives it, and where its numbers stand in the record of the step.</summary>
[DebuggerDisplay("{Sample}/{Symbol}")]
public sealed class Tensor
{
    internal Tensor(TensorKind kind, int? sample, int layer, string symbol, string phase, string? equation, int[] shape, int order)
    {
        Kind = kind;
        Sample = sample;
        Layer = layer;
        Symbol = symbol;
        Phase = phase;
        Equation = equation;
        Shape = shape;
        Order = order;
    }

    /// <summary>Which of the tensors of a step it is.</summary>
    public TensorKind Kind { get; }

    /// <summary>The sample, from 0 within its step; null for what belongs to the whole step.</summary>
    public int? Sample { get; }

    /// <summary>The layer, from 1; 0 for x and dL/dx, and the last one for y and the loss.</summary>
    public int Layer { get; }

    /// <summary>The name, for example <c>dL/dW1</c>.</summary>
    public string Symbol { get; }

    /// <summary><c>parameters</c>, <c>forward</c>, <c>loss</c>, <c>backward</c>, <c>mean</c> or <c>update</c>.</summary>
    public string Phase { get; }

    /// <summary>The id of its equation in docs/math.md, for example <c>F1</c>; null for what is given.</summary>
    public string? Equation { get; }

    /// <summary>The sizes of its dimensions; none for a single number.</summary>
    public int[] Shape { get; }

    /// <summary>Its place in the order of computation of its step, from 0.</summary>
    public int Order { get; }

    /// <summary>The number of its elements.</summary>
    public int Count => RowCount * RowLength;

    /// <summary>How many rows it has: a single number and a vector are one row, a tensor of rank 3 has those of its matrices one after another.</summary>
    public int RowCount => Shape.Length switch
    {
        0 or 1 => 1,
        2 => Shape[0],
        _ => Shape[0] * Shape[1],
    };

    /// <summary>The length of each row.</summary>
    public int RowLength => Shape.Length == 0 ? 1 : Shape[^1];

    /// <summary>The indexes of every element, in order.</summary>
    public IEnumerable<int[]> Indexes()
    {
        for (int row = 0; row < RowCount; row++)
        {
            for (int column = 0; column < RowLength; column++)
            {
                yield return Index(row, column);
            }
        }
    }

    /// <summary>The row in which an element stands.</summary>
    /// <param name="index">One number for each dimension, each from 0.</param>
    public int Row(IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Count switch
        {
            0 or 1 => 0,
            2 => index[0],
            _ => (index[0] * Shape[1]) + index[1],
        };
    }

    /// <summary>The place of an element in its row.</summary>
    /// <param name="index">One number for each dimension, each from 0.</param>
    public static int Column(IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        return index.Count == 0 ? 0 : index[^1];
    }

    /// <summary>The indexes of an element, one for each dimension.</summary>
    /// <param name="row">Its row, from 0.</param>
    /// <param name="column">Its place in the row, from 0.</param>
    public int[] Index(int row, int column) => Shape.Length switch
    {
        0 => [],
        1 => [column],
        2 => [row, column],
        _ => [row / Shape[1], row % Shape[1], column],
    };

    /// <summary>The numbers of the tensor in the record of its step, row by row.</summary>
    /// <param name="step">A record that keeps every sample.</param>
    /// <remarks>The rows are those of the record, but for those of L, mean L and dz/dW, which are made here; dz/da is the weights.</remarks>
    public double[][] Rows(StepRecord step)
    {
        ArgumentNullException.ThrowIfNull(step);
        return Sample is int s ? Rows(step, step.Samples[s]) : Kind switch
        {
            TensorKind.W => step.W[Layer],
            TensorKind.b => [step.b[Layer]!],
            TensorKind.batch_L => [[step.batch_L]],
            TensorKind.batch_dL_dW => step.batch_dL_dW[Layer],
            TensorKind.batch_dL_db => [step.batch_dL_db[Layer]],
            TensorKind.W_new => step.W_new[Layer],
            _ => [step.b_new[Layer]!],
        };
    }

    private double[][] Rows(StepRecord step, SampleRecord sample) => Kind switch
    {
        TensorKind.a => [sample.a[Layer]],
        TensorKind.z => [sample.z[Layer]],
        TensorKind.y => [sample.y],
        TensorKind.L => [[sample.L]],
        TensorKind.dL_da => [sample.dL_da[Layer]],
        TensorKind.da_dz => sample.da_dz[Layer],
        TensorKind.dL_dz => [sample.dL_dz[Layer]],
        TensorKind.dz_dW => [.. WeightJacobian.Of(sample.z[Layer].Length, sample.a[Layer - 1]).SelectMany(matrix => matrix)],
        TensorKind.dL_dW => sample.dL_dW[Layer],
        TensorKind.dL_db => [sample.dL_db[Layer]],
        _ => step.W[Layer],
    };
}
