using LoopNet.Tracing;

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

    /// <summary>The number after which nothing more is to be calculated; -1 for the last.</summary>
    public int Until { get; init; } = -1;

    public int LastStep => _index.LastStep;

    public virtual bool IsDone => Until >= 0 && !double.IsNaN(Values[Until]);

    public bool Watches(int step) => _index.Has(step);

    public bool WantsWeightJacobian(int step, Tensor tensor) => _index.Of(step, tensor).Count > 0;

    public void Computed(CalculatedStep step, Tensor tensor)
    {
        IReadOnlyList<(int Number, int Row, int Column)> numbers = _index.Of(step.Number, tensor);
        if (numbers.Count == 0)
        {
            return;
        }

        double[][] rows = step.Rows(tensor);
        foreach ((int number, int row, int column) in numbers)
        {
            Values[number] = rows[row][column];
        }

        Read(step, tensor, numbers);
    }

    public virtual void Finished(CalculatedStep step)
    {
    }

    /// <summary>Called when numbers of a tensor have been read.</summary>
    protected virtual void Read(CalculatedStep step, Tensor tensor, IReadOnlyList<(int Number, int Row, int Column)> numbers)
    {
    }
}
