namespace LoopNet.Tracing;

/// <summary>The tensors of a step, in the order in which they are computed: the order of a trace.</summary>
public sealed class StepTensors
{
    /// <summary>A tensor of more numbers than this is summed up in the text; B4 of more numbers is not listed at all.</summary>
    public const int LargestListed = 4096;

    private readonly Network _network;
    private readonly UpdateRule _rule;
    private readonly int[] _n;
    private readonly int _last;
    private readonly List<Tensor> _inOrder = [];
    private readonly Dictionary<(int? Sample, string Symbol), Tensor> _byName = [];

    /// <summary>Lists the tensors of a step.</summary>
    /// <param name="network">The network; its numbers do not matter.</param>
    /// <param name="rule">How the step moves the parameters.</param>
    /// <param name="samples">How many samples the step has, at least 1.</param>
    public StepTensors(Network network, UpdateRule rule, int samples)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(rule);
        _network = network;
        _rule = rule;
        _n = network.Sizes();
        _last = network.Layers.Length;
        AddParameters();
        for (int s = 0; s < samples; s++)
        {
            AddForward(s);
            AddLoss(s);
            if (network.GoesBack)
            {
                AddBackward(s);
            }
        }

        if (samples > 1 && network.GoesBack)
        {
            AddBatch();
        }

        if (rule.Moves)
        {
            AddUpdate();
        }
    }

    /// <summary>The tensors, in order.</summary>
    public IReadOnlyList<Tensor> InOrder => _inOrder;

    /// <summary>The tensor of a name; null where the step has none.</summary>
    /// <param name="symbol">The name, for example <c>dL/dW1</c>.</param>
    /// <param name="sample">The sample; null for what belongs to the whole step.</param>
    public Tensor? Find(string symbol, int? sample) => _byName.GetValueOrDefault((sample, symbol));

    private void AddParameters()
    {
        for (int l = 1; l <= _last; l++)
        {
            AddMatrix("parameters", null, TensorKind.W, l, Invariant($"W{l}"), null);
            AddBiases("parameters", null, TensorKind.b, l, Invariant($"b{l}"), null);
        }
    }

    private void AddForward(int s)
    {
        Add("forward", s, TensorKind.a, 0, "x", null, _n[0]);
        for (int l = 1; l <= _last; l++)
        {
            Add("forward", s, TensorKind.z, l, Invariant($"z{l}"), "F1", _n[l]);
            Add("forward", s, TensorKind.a, l, Invariant($"a{l}"), "F2", _n[l]);
        }
    }

    private void AddLoss(int s)
    {
        if (_network.HasLoss && _network.Loss.TakesTarget)
        {
            Add("loss", s, TensorKind.y, _last, "y", null, _n[_last]);
        }

        if (_network.HasLoss)
        {
            Add("loss", s, TensorKind.L, _last, "L", "F3");
        }
    }

    private void AddBackward(int s)
    {
        bool shortcut = _rule.OutputGradient == OutputGradient.Shortcut;
        if (!shortcut)
        {
            // Without a loss, this gradient is given.
            Add("backward", s, TensorKind.dL_da, _last, Names.Gradient(Invariant($"a{_last}")), _network.HasLoss ? "B1" : null, _n[_last]);
        }

        for (int l = _last; l >= 1; l--)
        {
            bool chain = l < _last || !shortcut;
            if (chain)
            {
                Add("backward", s, TensorKind.da_dz, l, Names.ActivationJacobian(l), "B2", _n[l], _n[l]);
            }

            Add("backward", s, TensorKind.dL_dz, l, Names.Gradient(Invariant($"z{l}")), chain ? "B3" : "B3s", _n[l]);
            Add("backward", s, TensorKind.dz_dW, l, Names.WeightJacobian(l), "B4", _n[l], _n[l], _n[l - 1]);
            AddMatrix("backward", s, TensorKind.dL_dW, l, Names.Gradient(Invariant($"W{l}")), "B5");
            AddBiases("backward", s, TensorKind.dL_db, l, Names.Gradient(Invariant($"b{l}")), "B6");
            AddMatrix("backward", s, TensorKind.dz_da, l, Names.InputJacobian(l), "B7");
            Add("backward", s, TensorKind.dL_da, l - 1, Names.Gradient(Names.Output(l - 1)), "B7", _n[l - 1]);
        }
    }

    private void AddBatch()
    {
        if (_network.HasLoss)
        {
            Add("mean", null, TensorKind.batch_L, _last, Names.OverBatch(_rule.Reduction, "L"), "M3");
        }

        for (int l = 1; l <= _last; l++)
        {
            AddMatrix("mean", null, TensorKind.batch_dL_dW, l, Names.BatchGradient(_rule.Reduction, Invariant($"W{l}")), "M1");
            if (_rule.UpdateBiases)
            {
                AddBiases("mean", null, TensorKind.batch_dL_db, l, Names.BatchGradient(_rule.Reduction, Invariant($"b{l}")), "M2");
            }
        }
    }

    private void AddUpdate()
    {
        for (int l = 1; l <= _last; l++)
        {
            AddMatrix("update", null, TensorKind.W_new, l, Invariant($"W{l}'"), "U1");
            AddBiases("update", null, TensorKind.b_new, l, Invariant($"b{l}'"), "U2");
        }
    }

    private void AddMatrix(string phase, int? sample, TensorKind kind, int l, string symbol, string? equation)
    {
        Add(phase, sample, kind, l, symbol, equation, _n[l], _n[l - 1]);
    }

    private void AddBiases(string phase, int? sample, TensorKind kind, int l, string symbol, string? equation)
    {
        if (_network.Layers[l - 1].b is not null)
        {
            Add(phase, sample, kind, l, symbol, equation, _n[l]);
        }
    }

    private void Add(string phase, int? sample, TensorKind kind, int layer, string symbol, string? equation, params int[] shape)
    {
        Tensor tensor = new(kind, sample, layer, symbol, phase, equation, shape, _inOrder.Count);
        _inOrder.Add(tensor);
        _byName.Add((sample, symbol), tensor);
    }
}
