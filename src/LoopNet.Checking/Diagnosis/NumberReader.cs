namespace LoopNet.Checking;

/// <summary>Reads the numbers that are asked for off a calculation, and changes nothing.</summary>
internal class NumberReader : ICalculationWatcher
{
    private readonly AskedIndex _index;

    /// <summary>Reads <paramref name="count"/> numbers; one that never comes along stays not a number.</summary>
    public NumberReader(AskedIndex index, int count)
    {
        _index = index;
        Values = new double[count];
        Array.Fill(Values, double.NaN);
    }

    /// <summary>The numbers, in the order in which they were asked for.</summary>
    public double[] Values { get; }

    public int LastStep => _index.LastStep;

    public bool Watches(int step) => _index.Has(step);

    public bool WantsWeightJacobian(int step, TensorSlot slot) => _index.Of(step, slot).Count > 0;

    public void Computed(Sheet sheet, TensorSlot slot)
    {
        IReadOnlyList<(int Number, int Row, int Column)> numbers = _index.Of(sheet.Step, slot);
        if (numbers.Count == 0)
        {
            return;
        }

        double[][] rows = sheet.Rows(slot);
        foreach ((int number, int row, int column) in numbers)
        {
            Values[number] = rows[row][column];
        }

        Read(sheet, slot, numbers);
    }

    public virtual void Finished(Sheet sheet)
    {
    }

    /// <summary>Called when numbers of a tensor have been read.</summary>
    protected virtual void Read(Sheet sheet, TensorSlot slot, IReadOnlyList<(int Number, int Row, int Column)> numbers)
    {
    }
}
