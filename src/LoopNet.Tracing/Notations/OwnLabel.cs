using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>A label of a step, with the tensor that it stands for: LoopNet's own name is the label that changes nothing.</summary>
[DebuggerDisplay("{Text} = {Factor} {Tensor.Symbol}")]
internal sealed record OwnLabel(string Text, Tensor Tensor)
{
    /// <summary>What LoopNet's number is multiplied by.</summary>
    public LabelFactor Factor { get; init; } = LabelFactor.One;

    /// <summary>The step that it belongs to; null for any.</summary>
    public int? Step { get; init; }

    /// <summary>The sample that it belongs to; null for any, for all of them together, and where its tensor belongs to a whole step.</summary>
    public int? Sample { get; init; }

    /// <summary>How many samples stand together in it, one row for each; null where it is of one sample or of a whole step.</summary>
    public int? Rows { get; init; }

    /// <summary>Whether it is the transpose.</summary>
    public bool IsTransposed { get; init; }

    /// <summary>The index that belongs to the label; none for all of the tensor.</summary>
    public IReadOnlyList<int> Index { get; init; } = [];

    /// <summary>How weight matrices are written.</summary>
    public WeightLayout Layout { get; init; }

    /// <summary>Whether it stands for a single number.</summary>
    public bool IsSingle => Index.Count > 0 && Index.Count == FullShape.Length;

    /// <summary>Whether its matrix is a Jacobian with nothing off its diagonal, of which each row is the diagonal of a sample.</summary>
    public bool IsDiagonal { get; init; }

    /// <summary>The sizes of what is left when its index is given.</summary>
    public int[] Shape => FullShape[Index.Count..];

    /// <summary>The sizes of what it stands for, its index aside.</summary>
    public int[] FullShape
    {
        get
        {
            int[] shape = OwnOrder(Tensor.Kind, Layout, IsDiagonal ? [Tensor.Shape[0]] : Tensor.Shape);
            int[] all = Rows is int rows ? [rows, .. shape] : shape;
            return IsTransposed ? [.. all.Reverse()] : all;
        }
    }

    /// <summary>LoopNet's place of one of its numbers.</summary>
    /// <param name="index">The index behind the label, one number for each dimension of <see cref="Shape"/>.</param>
    public (int? Sample, int[] Index) Canonical(IReadOnlyList<int> index)
    {
        int[] all = [.. Index, .. index];
        if (IsTransposed)
        {
            Array.Reverse(all);
        }

        int? sample = Rows is null ? Sample : all[0];
        int[] own = Rows is null ? all : all[1..];
        return (sample, IsDiagonal ? [own[0], own[0]] : OwnOrder(Tensor.Kind, Layout, own));
    }

    /// <summary>The index behind the label of a number of its tensor; null where the label does not stand for it.</summary>
    /// <param name="name">The number, in a step for which the label is made.</param>
    public int[]? IndexOf(NumberName name)
    {
        bool isOther = (Step is not null && Step != name.Step) || (Rows is null && Sample is not null && Sample != name.Sample) || (IsDiagonal && name.Index[0] != name.Index[1]);
        if (isOther)
        {
            return null;
        }

        int[] own = IsDiagonal ? [name.Index[0]] : OwnOrder(Tensor.Kind, Layout, [.. name.Index]);
        int[] all = Rows is null ? own : [name.Sample ?? 0, .. own];
        if (IsTransposed)
        {
            Array.Reverse(all);
        }

        return all.Take(Index.Count).SequenceEqual(Index) ? all[Index.Count..] : null;
    }

    /// <summary>LoopNet's index in the order of a layout, or back: the two are the same exchange.</summary>
    /// <param name="kind">The tensor.</param>
    /// <param name="layout">The layout.</param>
    /// <param name="index">The index, or the sizes.</param>
    public static T[] OwnOrder<T>(TensorKind kind, WeightLayout layout, T[] index)
    {
        bool isOfWeights = kind is TensorKind.W or TensorKind.W_new or TensorKind.dL_dW or TensorKind.batch_dL_dW or TensorKind.dz_da or TensorKind.dz_dW;
        if (!isOfWeights || layout == WeightLayout.UnitInput || index.Length < 2)
        {
            return index;
        }

        return index.Length == 2 ? [index[1], index[0]] : [index[0], index[2], index[1]];
    }
}
