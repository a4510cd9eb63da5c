namespace LoopNet.Tracing;

/// <summary>What a name stands for at a certain step: a number, or several, each of them a number of LoopNet times a factor.</summary>
public sealed class NumberView
{
    private readonly NameParts _parts;
    private readonly OwnLabel _label;
    private readonly int? _sample;
    private readonly int[] _index;

    internal NumberView(NameParts parts, int step, int? sample, OwnLabel label, double factor)
    {
        _parts = parts;
        Step = step;
        _sample = sample;
        _label = label;
        _index = [.. parts.Index];
        Factor = factor;
    }

    /// <summary>The step, from 1.</summary>
    public int Step { get; }

    /// <summary>The tensor, in the first of the samples that it has.</summary>
    public Tensor Tensor => _label.Tensor;

    /// <summary>What LoopNet's number is multiplied by.</summary>
    public double Factor { get; }

    /// <summary>The sizes of what is left when the index of the name is given; none for a single number.</summary>
    public IReadOnlyList<int> Shape => _label.Shape[_index.Length..];

    /// <summary>The sizes of what the name stands for without its index.</summary>
    public IReadOnlyList<int> FullShape => _label.Shape;

    /// <summary>Whether it has all samples of the step, one row (or column) to each.</summary>
    public bool IsOfAllSamples => _label.Rows is not null;

    /// <summary>Whether it is one whole tensor, of a step or of one sample.</summary>
    public bool IsWholeTensor => _index.Length == 0 && _label.Index.Count == 0 && _label.Rows is null;

    /// <summary>LoopNet's name of the tensor, without index; of all samples, that of the first.</summary>
    public NumberName Whole => NumberName.Of(Step, Tensor.Sample is null ? null : _sample ?? _label.Sample ?? 0, Tensor.Symbol);

    /// <summary>LoopNet's name of one of its numbers.</summary>
    /// <param name="index">One number for each dimension of <see cref="Shape"/>.</param>
    public NumberName At(IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        (int? sample, int[] place) = _label.Canonical([.. _index, .. index]);
        int? own = Tensor.Sample is null ? null : sample ?? _sample ?? 0;
        return NumberName.Of(Step, own, Tensor.Symbol, place);
    }

    /// <summary>One of its numbers as somebody calls it, for example <c>delta2[0]</c> or <c>2/1/z1[0]</c>.</summary>
    /// <param name="index">One number for each dimension of <see cref="Shape"/>.</param>
    public string Called(IReadOnlyList<int> index)
    {
        ArgumentNullException.ThrowIfNull(index);
        bool tellsSample = Tensor.Sample is null || _label.Rows is not null || _label.Sample is not null;
        int? sample = tellsSample ? null : _sample ?? 0;
        string place = _label.Step is not null || (Step == 1 && (sample ?? 0) == 0) ? "" : Invariant($"{Step}/{sample}/");
        string all = _parts.AllSamples ? "*/" : "";
        string symbol = $"{all}{_parts.Symbol}{(_parts.IsTransposed ? "^T" : "")}";
        return place + Names.Element(symbol, [.. _index, .. index]);
    }

    /// <summary>The indexes of all its numbers, in order.</summary>
    public IEnumerable<int[]> Indexes()
    {
        IEnumerable<int[]> indexes = [[]];
        foreach (int size in Shape)
        {
            indexes = [.. indexes.SelectMany(index => Enumerable.Range(0, size).Select(place => (int[])[.. index, place]))];
        }

        return indexes;
    }
}
