using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>One tensor of a certain step: what it is, how it comes about, and its numbers.</summary>
[DebuggerDisplay("{Step}/{Sample}/{Symbol}")]
public sealed class TraceRecord
{
    private readonly StepRecord _numbers;
    private readonly Formula _formula;
    private double[][]? _rows;

    internal TraceRecord(int step, Tensor tensor, Formula formula, StepRecord numbers)
    {
        Step = step;
        Tensor = tensor;
        _formula = formula;
        _numbers = numbers;
    }

    /// <summary>The step, from 1.</summary>
    public int Step { get; }

    /// <summary>Which tensor it is.</summary>
    public Tensor Tensor { get; }

    /// <summary>The sample, from 0 within its step; null for parameters, means and updates.</summary>
    public int? Sample => Tensor.Sample;

    /// <summary>The name, for example <c>dL/dW1</c>.</summary>
    public string Symbol => Tensor.Symbol;

    /// <summary>The id of the equation in docs/math.md, for example <c>F1</c>; null for what is given.</summary>
    public string? Equation => Tensor.Equation;

    /// <summary>The equation with this tensor's names, for example <c>z1 = W1 x + b1</c>; null for what is given.</summary>
    public string? Formula => _formula.Text;

    /// <summary>The symbols that the formula reads.</summary>
    public IReadOnlyList<string> Operands => _formula.Operands;

    /// <summary>Whether the numbers are listed; dz/dW of many numbers is described, since each of them is 0 or an output.</summary>
    public bool IsListed => Tensor.Kind != TensorKind.dz_dW || Tensor.Count <= StepTensors.LargestListed;

    /// <summary>What else a reader has to know; usually null.</summary>
    public string? Note => IsListed
        ? _formula.Note
        : $"described, not listed: over {StepTensors.LargestListed} numbers, all of them 0 or an element of {Operands[0]}";

    /// <summary>The numbers, row by row; none where they are not listed.</summary>
    public IReadOnlyList<double[]> Rows => _rows ??= IsListed ? Tensor.Rows(_numbers) : [];

    /// <summary>One element.</summary>
    /// <param name="index">One number for each dimension, each from 0.</param>
    public double At(IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        if (IsListed)
        {
            return Rows[Tensor.Row(index)][Tensor.Column(index)];
        }

        return index[0] == index[1] ? _numbers.Samples[Sample!.Value].a[Tensor.Layer - 1][index[2]] : 0.0;
    }
}
