using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The sums of M1 and M2: the gradients of a batch, weight by weight, over its samples in their order.</summary>
/// <remarks>
/// The sum of one weight does not need that of another, so that threads share the inputs and the layers. No sum is ever
/// split: the number of threads changes no bit. A round is taken in chunks whose gradients fit into the nearest cache.
/// </remarks>
internal sealed unsafe class GradientSums<V>
    where V : struct, ILanes<V>
{
    private const int NumbersPerChunk = 4096;
    private const int InputsPerTask = 28;

    private readonly VectorizedSamples _samples;
    private readonly PassRows _rows;
    private readonly ParallelOptions _threads;
    private readonly AllPlaces _all;
    private readonly InputLists[] _lists;
    private readonly int _chunk;
    private readonly bool _keepsLists;
    private bool _listsAreKept;

    /// <summary>Makes room for the sums.</summary>
    /// <param name="n">n_0, n_1, ..., n_L.</param>
    /// <param name="samples">The samples.</param>
    /// <param name="rows">Where the passes of a round leave their outputs and gradients.</param>
    /// <param name="batchSize">The most samples of a batch.</param>
    /// <param name="round">The most samples of a round.</param>
    /// <param name="threads">How many threads share the work.</param>
    public GradientSums(int[] n, VectorizedSamples samples, PassRows rows, int batchSize, int round, ParallelOptions threads)
    {
        _samples = samples;
        _rows = rows;
        _threads = threads;
        _all = new AllPlaces(round);
        _chunk = ChunkSize(n);
        _keepsLists = batchSize == samples.Count;
        _lists = new InputLists[Parts(_keepsLists ? batchSize : round, _chunk)];
        for (int chunk = 0; chunk < _lists.Length; chunk++)
        {
            _lists[chunk] = new InputLists(n[0]);
        }

        dL_dW = new Rows[n.Length];
        dL_db = new Rows[n.Length];
        for (int l = 1; l < n.Length; l++)
        {
            dL_dW[l] = new Rows(n[l - 1], n[l]);
            dL_db[l] = new Rows(1, n[l]);
        }
    }

    /// <summary>M1: the sum of dL/dW_l, transposed as the weights are.</summary>
    public Rows[] dL_dW { get; }

    /// <summary>M2: the sum of dL/db_l.</summary>
    public Rows[] dL_db { get; }

    /// <summary>How many samples of the first layer's gradient fit into the nearest cache.</summary>
    /// <param name="n">n_0, n_1, ..., n_L.</param>
    public static int ChunkSize(int[] n) => Math.Clamp(NumbersPerChunk / Rows.Padded(n[1]), 64, 1024);

    /// <summary>The sums start at 0.0.</summary>
    public void Clear()
    {
        for (int l = 1; l < dL_dW.Length; l++)
        {
            dL_dW[l].Clear();
            dL_db[l].Clear();
        }
    }

    /// <summary>Adds the gradients of a round.</summary>
    /// <param name="batch">The batch.</param>
    /// <param name="first">The first sample of the round within the batch; its rows start at 0.</param>
    /// <param name="count">The samples of the round.</param>
    /// <param name="threads">How many threads to use; 1 for this one.</param>
    public void Add(Batch batch, int first, int count, int threads)
    {
        ArraySegment<InputLists> chunks = TransposeInputs(batch, first, count);

        // One task for a group of inputs of the first layer, one for each further layer and all biases.
        int groups = Parts(dL_dW[1].Count, InputsPerTask);
        int tasks = groups + dL_dW.Length - 1;
        if (threads == 1)
        {
            for (int task = 0; task < tasks; task++)
            {
                Add(chunks, count, task, groups);
            }
        }
        else
        {
            Parallel.For(0, tasks, _threads, task => Add(chunks, count, task, groups));
        }
    }

    // How many parts of at most so many make up a whole of at least 1.
    private static int Parts(int whole, int most) => ((whole - 1) / most) + 1;

    private ArraySegment<InputLists> TransposeInputs(Batch batch, int first, int count)
    {
        // A step over all samples in their own order finds them as the last such step has left them, if it came to its end.
        bool kept = _listsAreKept && batch.Order is null;
        _listsAreKept = kept;
        ArraySegment<InputLists> chunks = new(_lists, _keepsLists ? first / _chunk : 0, Parts(count, _chunk));
        for (int chunk = 0; chunk < chunks.Count && !kept; chunk++)
        {
            int firstRow = chunk * _chunk;
            chunks[chunk].Fill(_samples, batch, first, firstRow, Math.Min(_chunk, count - firstRow));
        }

        if (first + count == batch.Count)
        {
            _listsAreKept = _keepsLists && batch.Order is null;
        }

        return chunks;
    }

    private void Add(ArraySegment<InputLists> chunks, int count, int task, int groups)
    {
        if (task >= groups)
        {
            int l = task - groups + 1;
            AddBiases(l, count);
            AddWeights(l, count);
            return;
        }

        int to = Math.Min((task + 1) * InputsPerTask, dL_dW[1].Count);
        foreach (InputLists lists in chunks)
        {
            AddFirstLayer(lists, task * InputsPerTask, to);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddFirstLayer(InputLists lists, int from, int to)
    {
        Rows dL_dz = _rows.dL_dz[1];
        for (int k = from; k < to; k++)
        {
            double* sums = dL_dW[1][k];
            RowSums<V>.Add(sums, dL_dz.Start, dL_dz.Stride, lists.Rows(k), lists.Values(k), 1, lists.Count(k), sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddWeights(int l, int count)
    {
        Rows dL_dz = _rows.dL_dz[l];
        for (int k = 0; l > 1 && k < dL_dW[l].Count; k++)
        {
            Rows a = _rows.a[l - 1];
            double* sums = dL_dW[l][k];
            RowSums<V>.Add(sums, dL_dz.Start, dL_dz.Stride, _all.Index, a.Start + k, a.Stride, count, sums);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void AddBiases(int l, int count)
    {
        double one = 1.0;
        Rows dL_dz = _rows.dL_dz[l];
        double* sums = dL_db[l].Start;
        RowSums<V>.Add(sums, dL_dz.Start, dL_dz.Stride, _all.Index, &one, 0, count, sums);
    }
}
