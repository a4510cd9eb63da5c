using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Walks through the records of one sample: forward, loss, backward.</summary>
internal sealed class SampleWalk(
    TraceHeader header,
    ExpectedRecords expected,
    Findings findings,
    Dictionary<string, FileRecord> parameters,
    bool[] hasBiases,
    Func<TraceRecord, FileRecord> take)
{
    private int _step;
    private int _sample;

    /// <summary>The sample's records, by symbol.</summary>
    public Dictionary<string, FileRecord> Tensors { get; } = new(StringComparer.Ordinal);

    private int Last => header.Activations.Length;

    private IEnumerable<TraceRecord> Known => parameters.Values.Concat(Tensors.Values).Select(record => record.Tensor);

    /// <summary>Derives the records of a sample.</summary>
    /// <exception cref="TraceFaultException">A record is not what it has to be.</exception>
    public void Run(int step, int sample)
    {
        (_step, _sample) = (step, sample);
        Tensors.Clear();
        findings.Givens.Add(Keep(expected.Input(step, sample)));
        for (int l = 1; l <= Last; l++)
        {
            WeightedSums(l);
            FileRecord a = Keep(expected.Activations(step, sample, l));
            findings.Check(a, ActivationArithmetic.Outputs(header.Activations[l - 1], Values($"z{l}"), a.Values), Known);
        }

        FileRecord y = Keep(expected.Target(step, sample));
        CheckTarget(y);
        bool saturated = LossArithmetic.IsSaturated(header.Loss, header.Activations[^1], Values($"a{Last}"), y.Values);
        Loss(saturated);
        bool shortcut = header.OutputGradient == "shortcut";
        if (!shortcut)
        {
            LossGradient(saturated);
        }

        for (int l = Last; l >= 1; l--)
        {
            ThroughActivation(l, saturated, shortcut);
            ToWeights(l);
            ToOutputsBefore(l);
        }
    }

    private void WeightedSums(int l)
    {
        double[] W = Values($"W{l}");
        double[] a = Values(ExpectedRecords.Output(l - 1));
        double[]? b = hasBiases[l] ? Values($"b{l}") : null;
        FileRecord z = Keep(expected.WeightedSums(_step, _sample, l, hasBiases[l]));
        foreach (int i in findings.Check(z, Arithmetic.WeightedSums(W, a, b, header.Sizes[l]), Known))
        {
            Note($"W{l}", i * a.Length, 1, a.Length, z, i);
            Note($"b{l}", i, 1, 1, z, i);
            Note(ExpectedRecords.Output(l - 1), 0, 1, a.Length, z, i);
        }
    }

    private void CheckTarget(FileRecord y)
    {
        findings.Givens.Add(y);
        string? fault = LossArithmetic.TargetFault(header.Loss, header.Activations[^1], y.Values);
        if (fault is not null)
        {
            throw new TraceFaultException(new TraceFault
            {
                Line = y.Line,
                Name = NumberName.Of(_step, _sample, "y"),
                Problem = $"{_step}/{_sample}/y is [{string.Join(", ", y.Values)}], and {fault}",
                Advice = "Set the target right, or choose another loss.",
            });
        }
    }

    private void Loss(bool saturated)
    {
        FileRecord L = Keep(expected.Loss(_step, _sample, saturated));
        double[] y = Values("y");
        NumberRange derived = LossArithmetic.Loss(header.Loss, saturated, Values($"z{Last}"), Values($"a{Last}"), y);
        foreach (int place in findings.Check(L, [derived], Known))
        {
            // A sum over the targets: with a single one it is still no direct reading, since L may be wrong alone.
            Note("y", 0, 1, y.Length, L, place);
        }
    }

    private void LossGradient(bool saturated)
    {
        FileRecord gradient = Keep(expected.LossGradient(_step, _sample, saturated));
        NoteTargets(gradient, findings.Check(gradient, LossArithmetic.Gradient(header.Loss, saturated, Values($"a{Last}"), Values("y")), Known));
    }

    private void ThroughActivation(int l, bool saturated, bool shortcut)
    {
        if (!(l == Last && shortcut))
        {
            FileRecord jacobian = Keep(expected.ActivationJacobian(_step, _sample, l));
            findings.Check(jacobian, Arithmetic.ActivationJacobian(header.Activations[l - 1], Values($"z{l}"), Values($"a{l}")), Known);
        }

        if (l == Last && (shortcut || saturated))
        {
            FileRecord difference = Keep(expected.Difference(_step, _sample, shortcut));
            NoteTargets(difference, findings.Check(difference, Arithmetic.Difference(Values($"a{l}"), Values("y")), Known));
            return;
        }

        FileRecord dL_dz = Keep(expected.ThroughActivation(_step, _sample, l));
        findings.Check(dL_dz, Arithmetic.TransposedProduct(Values($"da{l}/dz{l}"), Values($"dL/da{l}"), header.Sizes[l]), Known);
    }

    private void ToWeights(int l)
    {
        string before = ExpectedRecords.Output(l - 1);
        double[] a = Values(before);
        double[] dL_dz = Values($"dL/dz{l}");
        WeightJacobian(l, before, a);
        FileRecord dL_dW = Keep(expected.WeightGradient(_step, _sample, l));
        foreach (int place in findings.Check(dL_dW, Arithmetic.OuterProduct(dL_dz, a), Known))
        {
            Note(before, place % a.Length, 1, 1, dL_dW, place);
        }

        if (hasBiases[l])
        {
            findings.Check(Keep(expected.BiasGradient(_step, _sample, l)), dL_dz, Known);
        }
    }

    private void WeightJacobian(int l, string before, double[] a)
    {
        int units = header.Sizes[l];
        bool isLarge = (double)units * units * a.Length > ExpectedRecords.LargestListed;
        FileRecord jacobian = Keep(expected.WeightJacobian(_step, _sample, l, isLarge));
        if (isLarge)
        {
            return;
        }

        foreach (int place in findings.Check(jacobian, Arithmetic.WeightJacobian(units, a), Known))
        {
            int row = place / a.Length;
            bool isDiagonal = row / units == row % units;
            if (isDiagonal)
            {
                Note(before, place % a.Length, 1, 1, jacobian, place, jacobian.Values[place]);
            }
        }
    }

    private void ToOutputsBefore(int l)
    {
        double[] W = Values($"W{l}");
        FileRecord jacobian = Keep(expected.InputJacobian(_step, _sample, l));
        foreach (int place in findings.Check(jacobian, W, Known))
        {
            Note($"W{l}", place, 1, 1, jacobian, place, jacobian.Values[place]);
        }

        int inputs = header.Sizes[l - 1];
        FileRecord gradient = Keep(expected.ThroughWeights(_step, _sample, l));
        foreach (int k in findings.Check(gradient, Arithmetic.TransposedProduct(W, Values($"dL/dz{l}"), inputs), Known))
        {
            Note($"W{l}", k, inputs, header.Sizes[l], gradient, k);
        }
    }

    private void NoteTargets(FileRecord reader, List<int> wrong)
    {
        foreach (int i in wrong)
        {
            Note("y", i, 1, 1, reader, i);
        }
    }

    private void Note(string given, int first, int stride, int count, FileRecord reader, int place, double? copy = null)
    {
        string sample = parameters.ContainsKey(given) ? "" : $"{_sample}";
        findings.Givens.Note(new Disagreement($"{_step}/{sample}/{given}", first, stride, count, reader, place, copy));
    }

    private FileRecord Keep(TraceRecord record)
    {
        FileRecord kept = take(record);
        Tensors[record.Symbol] = kept;
        return kept;
    }

    private double[] Values(string symbol) => (Tensors.TryGetValue(symbol, out FileRecord? own) ? own : parameters[symbol]).Values;
}
