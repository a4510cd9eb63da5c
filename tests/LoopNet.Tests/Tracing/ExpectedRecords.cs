namespace LoopNet.Tests.Tracing;

/// <summary>A record of a trace but for its numbers: where it stands, what it is and how large.</summary>
public sealed record ExpectedRecord(int Step, int? Sample, string Phase, int Layer, string? Equation, string Symbol, string Shape)
{
    public static ExpectedRecord Of(ReadRecord record)
    {
        return new(record.Step, record.Sample, record.Phase, record.Layer, record.Equation, record.Symbol, string.Join('x', record.Shape));
    }
}

/// <summary>The records that a trace has to hold, in their order, worked out from what its header says.</summary>
internal sealed class ExpectedRecords
{
    private readonly ReadHeader _header;
    private readonly bool[] _biases;
    private readonly List<ExpectedRecord> _records = [];
    private readonly int _last;
    private int _step;
    private int? _sample;
    private string _phase = "";

    private ExpectedRecords(ReadHeader header, bool[] biases)
    {
        _header = header;
        _biases = biases;
        _last = header.Activations.Length;
    }

    /// <summary>The records of a trace.</summary>
    /// <param name="header">Its header.</param>
    /// <param name="biases">Which layers have biases.</param>
    /// <param name="samples">How many samples the first step has, the second, ...</param>
    public static List<ExpectedRecord> Of(ReadHeader header, bool[] biases, IEnumerable<int> samples)
    {
        ExpectedRecords expected = new(header, biases);
        foreach (int count in samples)
        {
            expected.AddStep(count);
        }

        return expected._records;
    }

    /// <summary>How many samples each update of an example has: a batch never straddles two passes.</summary>
    public static IEnumerable<int> SamplesOfSteps(Example example)
    {
        int left = 0;
        for (int step = 1; step <= example.Steps; step++)
        {
            left = left == 0 ? example.Samples.Count : left;
            int count = Math.Min(left, example.BatchSize);
            left -= count;
            yield return count;
        }
    }

    private void AddStep(int samples)
    {
        _step++;
        (_sample, _phase) = (null, "parameters");
        ForEachLayer(l => Add(l, null, $"W{l}", Size(l), Size(l - 1)), l => Add(l, null, $"b{l}", Size(l)));
        for (int sample = 0; sample < samples; sample++)
        {
            _sample = sample;
            AddForward();
            AddBackward();
        }

        _sample = null;
        if (samples > 1)
        {
            _phase = "mean";
            string over = _header.Reduction;
            ForEachLayer(
                l => Add(l, "M1", $"{over} dL/dW{l}", Size(l), Size(l - 1)),
                l => Add(_header.UpdateBiases, l, "M2", $"{over} dL/db{l}", Size(l)));
        }

        _phase = "update";
        ForEachLayer(l => Add(l, "U1", $"W{l}'", Size(l), Size(l - 1)), l => Add(l, "U2", $"b{l}'", Size(l)));
    }

    private void AddForward()
    {
        _phase = "forward";
        Add(0, null, "x", Size(0));
        for (int l = 1; l <= _last; l++)
        {
            Add(l, "F1", $"z{l}", Size(l));
            Add(l, "F2", $"a{l}", Size(l));
        }

        _phase = "loss";
        Add(_last, null, "y", Size(_last));
        Add(_last, "F3", "L");
    }

    private void AddBackward()
    {
        bool shortcut = _header.OutputGradient == "shortcut";
        _phase = "backward";
        Add(!shortcut, _last, "B1", $"dL/da{_last}", Size(_last));
        for (int l = _last; l > 0; l--)
        {
            bool collapsed = shortcut && l == _last;
            string before = l == 1 ? "x" : $"a{l - 1}";
            Add(!collapsed, l, "B2", $"da{l}/dz{l}", Size(l), Size(l));
            Add(l, collapsed ? "B3s" : "B3", $"dL/dz{l}", Size(l));
            Add(l, "B4", $"dz{l}/dW{l}", Size(l), Size(l), Size(l - 1));
            Add(l, "B5", $"dL/dW{l}", Size(l), Size(l - 1));
            Add(_biases[l - 1], l, "B6", $"dL/db{l}", Size(l));
            Add(l, "B7", $"dz{l}/d{before}", Size(l), Size(l - 1));
            Add(l - 1, "B7", $"dL/d{before}", Size(l - 1));
        }
    }

    private void ForEachLayer(Action<int> weights, Action<int> biases)
    {
        for (int l = 1; l <= _last; l++)
        {
            weights(l);
            if (_biases[l - 1])
            {
                biases(l);
            }
        }
    }

    private void Add(bool wanted, int layer, string? equation, string symbol, params int[] shape)
    {
        if (wanted)
        {
            Add(layer, equation, symbol, shape);
        }
    }

    private void Add(int layer, string? equation, string symbol, params int[] shape)
    {
        _records.Add(new ExpectedRecord(_step, _sample, _phase, layer, equation, symbol, string.Join('x', shape)));
    }

    private int Size(int l) => _header.Sizes[l];
}
