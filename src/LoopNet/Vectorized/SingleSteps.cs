using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>Steps of one sample each: the pass, and at once the update of every parameter.</summary>
internal sealed unsafe class SingleSteps<V> : UpdateSteps
    where V : struct, ILanes<V>
{
    private readonly VectorizedSamples _samples;
    private readonly LayerParameters[] _parameters;
    private readonly UpdateRule _rule;
    private readonly TrainingProgress _progress;
    private readonly CancellationToken _cancellation;
    private readonly SamplePass<V> _pass;
    private readonly PassRows _rows;
    private readonly AllPlaces _all;
    private readonly double _eta;

    /// <summary>Prepares steps.</summary>
    public SingleSteps(Network network, LayerParameters[] parameters, VectorizedSamples samples, UpdateRule rule, TrainingProgress progress, CancellationToken cancellation)
    {
        int[] n = network.Sizes();
        _samples = samples;
        _parameters = parameters;
        _rule = rule;
        _progress = progress;
        _cancellation = cancellation;
        _eta = rule.LearningRate;
        _pass = new SamplePass<V>(network, parameters, rule.OutputGradient);
        _rows = new PassRows(n, samples: 1);
        _all = new AllPlaces(n.Max());
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public override int Make(int[]? order, int first)
    {
        int count = _samples.Count;
        for (int index = first; index < count; index++)
        {
            _cancellation.ThrowIfCancellationRequested();
            int s = order is null ? index : order[index];
            if (!Make(s))
            {
                return index;
            }
        }

        return count;
    }

    /// <summary>Makes the step of one sample.</summary>
    /// <param name="s">The sample.</param>
    /// <returns>Whether it was made; else every parameter is as it was.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Make(int s)
    {
        if (!_pass.Forward(_samples, s, _rows, 0) || !_pass.Backward(_rows, 0))
        {
            return false;
        }

        _progress.Add(_pass.L);
        Update(s);
        return true;
    }

    // All gradients have been taken at the old parameters by now (U1, U2).
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private void Update(int s)
    {
        for (int l = _parameters.Length - 1; l >= 1; l--)
        {
            LayerParameters layer = _parameters[l];
            int stride = layer.ByInput.Stride;
            double* dL_dz = _rows.dL_dz[l].Start;
            if (layer.ByUnit is null)
            {
                RowUpdates<V>.Move(layer.ByInput.Start, stride, _samples.Index(s), _samples.Values(s), _samples.NonZeroCount(s), dL_dz, _eta);
            }
            else
            {
                double* a = _rows.a[l - 1].Start;
                RowUpdates<V>.Move(layer.ByInput.Start, stride, _all.Index, a, layer.ByInput.Count, dL_dz, _eta);
                RowUpdates<V>.Move(layer.ByUnit.Start, layer.ByUnit.Stride, _all.Index, dL_dz, layer.ByUnit.Count, a, _eta);
            }

            if (_rule.UpdateBiases && layer.HasBiases)
            {
                MoveBiases(layer.Biases.Start, stride, dL_dz);
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void MoveBiases(double* b, int stride, double* dL_db)
    {
        V rate = V.All(_eta);
        for (int lane = 0; lane < stride; lane += V.Count)
        {
            V.Store(V.Load(b + lane) - (rate * V.Load(dL_db + lane)), b + lane);
        }
    }
}
