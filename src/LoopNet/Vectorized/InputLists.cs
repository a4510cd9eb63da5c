namespace LoopNet;

/// <summary>
/// The inputs of some samples, turned round: for each input, the samples in which it is not 0, in their order, with its values.
/// </summary>
internal sealed unsafe class InputLists
{
    private readonly int[] _starts;
    private int[] _rows = [];
    private double[] _values = [];

    /// <summary>Makes empty lists.</summary>
    /// <param name="inputs">The number of inputs, n_0.</param>
    public InputLists(int inputs) => _starts = new int[inputs + 1];

    /// <summary>The number of inputs.</summary>
    public int InputCount => _starts.Length - 1;

    /// <summary>How many samples have input <paramref name="k"/> other than 0.</summary>
    public int Count(int k) => _starts[k + 1] - _starts[k];

    /// <summary>Which of the samples, ascending.</summary>
    public int* Rows(int k) => FirstRow + _starts[k];

    /// <summary>The values of the input in those samples.</summary>
    public double* Values(int k) => FirstValue + _starts[k];

    // The arrays never move, and live as long as this object, or until they are too small.
    private int* FirstRow { get; set; }

    private double* FirstValue { get; set; }

    /// <summary>Turns a run of samples round.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="batch">Their order.</param>
    /// <param name="first">The place in that order of the sample in row 0.</param>
    /// <param name="firstRow">The row of the first sample of the run.</param>
    /// <param name="count">How many samples.</param>
    public void Fill(VectorizedSamples samples, Batch batch, int first, int firstRow, int count)
    {
        Array.Clear(_starts);
        for (int row = firstRow; row < firstRow + count; row++)
        {
            int s = batch.IndexOf(first + row);
            int* index = samples.Index(s);
            int nonZero = samples.NonZeroCount(s);
            for (int place = 0; place < nonZero; place++)
            {
                _starts[index[place] + 1]++;
            }
        }

        for (int k = 0; k < InputCount; k++)
        {
            _starts[k + 1] += _starts[k];
        }

        MakeRoom(_starts[^1]);
        for (int row = firstRow; row < firstRow + count; row++)
        {
            int s = batch.IndexOf(first + row);
            int* index = samples.Index(s);
            double* values = samples.Values(s);
            int nonZero = samples.NonZeroCount(s);
            for (int place = 0; place < nonZero; place++)
            {
                int to = _starts[index[place]]++;
                _rows[to] = row;
                _values[to] = values[place];
            }
        }

        // Each start has moved on to the start of the next.
        for (int k = InputCount; k > 0; k--)
        {
            _starts[k] = _starts[k - 1];
        }

        _starts[0] = 0;
    }

    private void MakeRoom(int count)
    {
        if (count <= _rows.Length && FirstRow is not null)
        {
            return;
        }

        _rows = GC.AllocateUninitializedArray<int>(count + 1, pinned: true);
        _values = GC.AllocateUninitializedArray<double>(count + 1, pinned: true);
        fixed (int* row = _rows)
        {
            FirstRow = row;
        }

        fixed (double* value = _values)
        {
            FirstValue = value;
        }
    }
}
