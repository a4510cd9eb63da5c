using System.Runtime.CompilerServices;

namespace LoopNet;

/// <summary>The forward and the backward pass of one sample, in vectors.</summary>
/// <remarks>Several threads each have a pass of their own; they share the parameters, which no pass changes.</remarks>
internal sealed unsafe class SamplePass<V>
    where V : struct, ILanes<V>
{
    private readonly Network _network;
    private readonly LayerParameters[] _parameters;
    private readonly LaneFunction<V>[] _functions;
    private readonly bool _shortcut;
    private readonly int _last;
    private readonly Rows[] _z;
    private readonly Rows[] _dL_da;
    private readonly AllPlaces _all;
    private readonly Rows _zeros;

    // The output layer in plain arrays, as the literal code knows them: it computes the loss and its gradient.
    private readonly double[] _outputs;
    private readonly double[] _outputGradient;
    private double[] _target = [];
    private SaturatedLoss? _saturated;

    /// <summary>Prepares passes through a network.</summary>
    /// <param name="network">The network.</param>
    /// <param name="parameters">Its parameters, at index 1 to L.</param>
    /// <param name="outputGradient">Jacobian or shortcut at the output layer.</param>
    public SamplePass(Network network, LayerParameters[] parameters, OutputGradient outputGradient)
    {
        int[] n = network.Sizes();
        _network = network;
        _parameters = parameters;
        _shortcut = outputGradient == OutputGradient.Shortcut;
        _last = network.Layers.Length;
        _functions = new LaneFunction<V>[_last + 1];
        _z = new Rows[_last + 1];
        _dL_da = new Rows[_last + 1];
        for (int l = 1; l <= _last; l++)
        {
            _functions[l] = LaneFunction<V>.For(network.Layers[l - 1].Activation, n[l]);
            _z[l] = new Rows(1, n[l]);
            _dL_da[l] = new Rows(1, n[l]);
        }

        _all = new AllPlaces(n.Max());
        _zeros = new Rows(1, n.Max());
        _outputs = new double[n[^1]];
        _outputGradient = new double[n[^1]];
    }

    /// <summary>The loss of the last sample.</summary>
    public double L { get; private set; }

    /// <summary>The last sample's outputs, n_L.</summary>
    public double[] Output => _outputs;

    /// <summary>F1, F2 and F3.</summary>
    /// <param name="samples">The samples.</param>
    /// <param name="s">Which of them.</param>
    /// <param name="rows">Receives the outputs of each layer.</param>
    /// <param name="row">In which row.</param>
    /// <returns>Whether the twin could do it; else the literal loops have to.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Forward(VectorizedSamples samples, int s, PassRows rows, int row)
    {
        bool ordinary = true;
        for (int l = 1; l <= _last; l++)
        {
            LayerParameters layer = _parameters[l];
            double* z = _z[l].Start;
            int stride = _z[l].Stride;
            if (l == 1)
            {
                RowSums<V>.Add(_zeros.Start, layer.ByInput.Start, stride, samples.Index(s), samples.Values(s), 1, samples.NonZeroCount(s), z);
            }
            else
            {
                RowSums<V>.Add(_zeros.Start, layer.ByInput.Start, stride, _all.Index, rows.a[l - 1][row], 1, layer.ByInput.Count, z);
            }

            ordinary &= AddBiases(layer.Biases.Start, z, stride);
            _functions[l].Value(z, rows.a[l][row]);
        }

        return ordinary && Loss(samples.Target(s), rows.a[_last][row]);
    }

    /// <summary>B1 to B3 and B7, down to the first layer; <see cref="Forward"/> has been called.</summary>
    /// <param name="rows">Has the outputs of each layer; receives dL/dz.</param>
    /// <param name="row">In which row.</param>
    /// <returns>Whether the twin could do it; else the literal loops have to.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public bool Backward(PassRows rows, int row)
    {
        bool ordinary = OutputLayer(rows, row);
        for (int l = _last; l >= 2; l--)
        {
            Rows W = _parameters[l].ByUnit!;
            double* dL_da = _dL_da[l - 1].Start;
            RowSums<V>.Add(_zeros.Start, W.Start, W.Stride, _all.Index, rows.dL_dz[l][row], 1, W.Count, dL_da);

            double* dL_dz = rows.dL_dz[l - 1][row];
            _functions[l - 1].ThroughActivation(_z[l - 1].Start, rows.a[l - 1][row], dL_da, dL_dz);
            ordinary &= Ordinary.Are<V>(dL_dz, W.Stride);
        }

        return ordinary;
    }

    // The bias comes last; with it a weighted sum is complete, and is ordinary or not.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool AddBiases(double* b, double* z, int stride)
    {
        V limit = V.All(Ordinary.Limit);
        bool ordinary = true;
        for (int lane = 0; lane < stride; lane += V.Count)
        {
            V sum = V.Load(z + lane) + V.Load(b + lane);
            V.Store(sum, z + lane);
            ordinary &= V.AllWithin(sum, limit);
        }

        return ordinary;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool Loss(double[] target, double* a)
    {
        _target = target;
        new Span<double>(a, _outputs.Length).CopyTo(_outputs);
        _saturated = _network.Loss.WhereSaturated(_network.Output, _outputs, target);
        L = _saturated is null
            ? _network.Loss.Value(_outputs, target)
            : _saturated.Value(new Span<double>(_z[_last].Start, _outputs.Length).ToArray(), target);
        return double.IsFinite(L);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private bool OutputLayer(PassRows rows, int row)
    {
        double* dL_dz = rows.dL_dz[_last][row];
        bool finite = true;
        if (_saturated is not null && !_shortcut)
        {
            _saturated.Gradient(_outputs, _target, _outputGradient);
            finite = Ordinary.Are(_outputGradient, double.MaxValue);
        }

        if (_saturated is not null || _shortcut)
        {
            Loops.Shortcut(_outputs, _target, _outputGradient);
            _outputGradient.CopyTo(new Span<double>(dL_dz, _outputs.Length));
        }
        else
        {
            double* dL_da = _dL_da[_last].Start;
            _network.Loss.Gradient(_outputs, _target, _outputGradient);
            _outputGradient.CopyTo(new Span<double>(dL_da, _outputs.Length));
            _functions[_last].ThroughActivation(_z[_last].Start, rows.a[_last][row], dL_da, dL_dz);
        }

        return finite && Ordinary.Are<V>(dL_dz, _z[_last].Stride);
    }
}
