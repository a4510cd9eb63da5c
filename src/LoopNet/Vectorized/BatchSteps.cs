using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>Steps of several samples each: round after round, the passes of some samples, then their gradients join the sums; at last the update.</summary>
/// <remarks>The passes of a round do not need each other, so that threads share its samples.</remarks>
internal sealed unsafe class BatchSteps<V> : UpdateSteps
    where V : struct, ILanes<V>
{
    private const int ChunksPerRound = 8;
    private const int LeastSamplesPerThread = 32;

    private readonly VectorizedSamples _samples;
    private readonly LayerParameters[] _parameters;
    private readonly UpdateRule _rule;
    private readonly TrainingProgress _progress;
    private readonly CancellationToken _cancellation;
    private readonly ParallelOptions _threads;
    private readonly SingleSteps<V> _single;
    private readonly SamplePass<V>[] _passes;
    private readonly bool[] _ordinary;
    private readonly PassRows _rows;
    private readonly double[] _losses;
    private readonly GradientSums<V> _sums;
    private readonly int _batchSize;
    private readonly int _round;

    /// <summary>Prepares steps of at most <paramref name="batchSize"/> samples.</summary>
    public BatchSteps(
        Network network, LayerParameters[] parameters, VectorizedSamples samples, UpdateRule rule, int batchSize, int threads, TrainingProgress progress, CancellationToken cancellation)
    {
        int[] n = network.Sizes();
        _samples = samples;
        _parameters = parameters;
        _rule = rule;
        _progress = progress;
        _cancellation = cancellation;
        _threads = new ParallelOptions { MaxDegreeOfParallelism = threads };
        _single = new SingleSteps<V>(network, parameters, samples, rule, progress, cancellation);
        _batchSize = batchSize;
        int chunk = GradientSums<V>.ChunkSize(n);
        _round = Math.Min(batchSize, threads == 1 ? chunk : chunk * ChunksPerRound);

        // A pass for each thread that can ever have samples.
        _passes = new SamplePass<V>[Math.Min(threads, ThreadsFor(_round))];
        _ordinary = new bool[_passes.Length];
        for (int thread = 0; thread < _passes.Length; thread++)
        {
            _passes[thread] = new SamplePass<V>(network, parameters, rule.OutputGradient);
        }

        _rows = new PassRows(n, _round);
        _losses = new double[batchSize];
        _sums = new GradientSums<V>(n, samples, _rows, batchSize, _round, _threads);
    }

    /// <inheritdoc/>
    public override int Make(int[]? order, int first)
    {
        int count = Batch.CountPerPass(_samples.Count, _batchSize);
        for (int index = first; index < count; index++)
        {
            Batch batch = Batch.OfPass(_samples.Source, order, _batchSize, index);
            bool made = batch.Count == 1 ? _single.Make(batch.IndexOf(0)) : Make(batch);
            if (!made)
            {
                return index;
            }
        }

        return count;
    }

    private static int ThreadsFor(int samples) => Math.Max(1, samples / LeastSamplesPerThread);

    private bool Make(Batch batch)
    {
        _sums.Clear();
        for (int first = 0; first < batch.Count; first += _round)
        {
            int count = Math.Min(_round, batch.Count - first);
            int threads = Math.Min(_passes.Length, ThreadsFor(count));
            if (!Pass(batch, first, count, threads))
            {
                return false;
            }

            _sums.Add(batch, first, count, threads);
        }

        for (int s = 0; s < batch.Count; s++)
        {
            _progress.Add(_losses[s]);
        }

        Update(batch.Count);
        return true;
    }

    private bool Pass(Batch batch, int first, int count, int threads)
    {
        if (threads == 1)
        {
            _ordinary[0] = Pass(batch, first, 0, count, _passes[0]);
        }
        else
        {
            Parallel.For(0, threads, _threads, thread =>
            {
                int from = (int)((long)count * thread / threads);
                int to = (int)((long)count * (thread + 1) / threads);
                _ordinary[thread] = Pass(batch, first, from, to, _passes[thread]);
            });
        }

        _cancellation.ThrowIfCancellationRequested();
        return !_ordinary.AsSpan(0, threads).Contains(false);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private bool Pass(Batch batch, int first, int from, int to, SamplePass<V> pass)
    {
        for (int row = from; row < to && !_cancellation.IsCancellationRequested; row++)
        {
            if (!pass.Forward(_samples, batch.IndexOf(first + row), _rows, row) || !pass.Backward(_rows, row))
            {
                return false;
            }

            _losses[first + row] = pass.L;
        }

        return true;
    }

    // All parameters move at once (U1, U2).
    private void Update(int count)
    {
        for (int l = 1; l < _parameters.Length; l++)
        {
            LayerParameters layer = _parameters[l];
            Move(layer.ByInput, _sums.dL_dW[l], count);
            layer.Transpose();
            if (_rule.UpdateBiases && layer.HasBiases)
            {
                Move(layer.Biases, _sums.dL_db[l], count);
            }
        }
    }

    // The mean's division stands here. Its 0.0 + can be left out, as in RowUpdates.
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Move(Rows parameters, Rows sums, int count)
    {
        V rate = V.All(_rule.LearningRate);
        V divisor = V.All(_rule.Reduction == Reduction.Mean ? count : 1.0);
        nint numbers = (nint)parameters.Count * parameters.Stride;
        for (nint place = 0; place < numbers; place += V.Count)
        {
            V gradient = V.Load(sums.Start + place) / divisor;
            V.Store(V.Load(parameters.Start + place) - (rate * gradient), parameters.Start + place);
        }
    }
}
