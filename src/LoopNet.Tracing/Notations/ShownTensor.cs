namespace LoopNet.Tracing;

/// <summary>A tensor as it is shown: in the layout of the notation, under its label, and multiplied by the factor of its label.</summary>
internal sealed class ShownTensor
{
    private readonly TraceRecord _record;
    private readonly OwnNames? _names;
    private readonly NumberName _whole;

    /// <summary>Takes a tensor.</summary>
    /// <param name="record">The tensor.</param>
    /// <param name="names">The names; null for LoopNet's.</param>
    public ShownTensor(TraceRecord record, OwnNames? names)
    {
        _record = record;
        _names = names is null || names.ArePlain ? null : names;
        _whole = NumberName.Of(record.Step, record.Sample, record.Symbol);
        Symbol = _names is null ? record.Symbol : _names.Whole(_whole, null).Text;
        Shape = OwnLabel.OwnOrder(record.Tensor.Kind, Layout, record.Tensor.Shape);
    }

    private WeightLayout Layout => _names?.Layout ?? WeightLayout.UnitInput;

    /// <summary>The name of the whole tensor.</summary>
    public string Symbol { get; }

    /// <summary>The sizes of its dimensions; none for a single number.</summary>
    public int[] Shape { get; }

    /// <summary>Whether some of its numbers have a label of their own.</summary>
    public bool HasLabelledNumbers => _names is not null && _names.LabelledNumbers(_whole).Length > 0;

    /// <summary>LoopNet's indexes of its numbers, in the order in which they are shown.</summary>
    public IEnumerable<int[]> Indexes()
    {
        IEnumerable<int[]> indexes = _record.Tensor.Indexes();
        return Layout == WeightLayout.UnitInput ? indexes : indexes.OrderBy(index => Place(OwnLabel.OwnOrder(_record.Tensor.Kind, Layout, index)));
    }

    /// <summary>LoopNet's name of one of its numbers.</summary>
    public NumberName Number(int[] index) => NumberName.Of(_record.Step, _record.Sample, _record.Symbol, index);

    /// <summary>What one of its numbers is called.</summary>
    public string NameOf(int[] index) => _names is null ? Names.Element(_record.Symbol, index) : _names.Element(Number(index)).Text;

    /// <summary>One of its numbers, as it is shown.</summary>
    public double At(int[] index) => _names is null ? _record.At(index) : _names.FactorOf(Number(index)) * _record.At(index);

    /// <summary>Its numbers, row by row.</summary>
    public double[][] Rows()
    {
        if (_names is null)
        {
            return [.. _record.Rows];
        }

        double factor = _names.FactorOf(_whole);
        int length = Shape.Length == 0 ? 1 : Shape[^1];
        return [.. Indexes().Select(index => factor * _record.At(index)).Chunk(length)];
    }

    /// <summary>The place of one of its numbers among all of them, as they are shown, from 0.</summary>
    /// <param name="index">LoopNet's index.</param>
    public int PlaceOf(IReadOnlyList<int> index) => Place(OwnLabel.OwnOrder(_record.Tensor.Kind, Layout, [.. index]));

    private int Place(int[] index) => index.Zip(Shape).Aggregate(0, (place, dimension) => (place * dimension.Second) + dimension.First);
}
