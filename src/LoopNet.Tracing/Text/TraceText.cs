namespace LoopNet.Tracing;

/// <summary>Writes a trace for people: every record with its arithmetic.</summary>
internal sealed class TraceText
{
    private readonly TraceHeader _header;
    private readonly TextOptions _options;
    private readonly TensorScope _scope = new();
    private readonly Derivations _derivations;
    private readonly BackwardDerivations _backward;
    private (int Step, int? Sample, string Phase) _place;

    /// <summary>Begins a trace.</summary>
    public TraceText(TraceHeader header, TextOptions options)
    {
        _header = header;
        _options = options;
        _derivations = new Derivations(header, _scope, options.Numbers);
        _backward = new BackwardDerivations(header, _scope, options.Numbers);
    }

    /// <summary>How many records have been shown.</summary>
    public int Shown { get; private set; }

    /// <summary>The opening: title and conventions.</summary>
    public void WriteOpening(TextWriter output)
    {
        output.Write($"LoopNet trace of {_header.Example}\n\n");
        foreach (string line in Conventions.Box(_header, _options.Numbers))
        {
            output.Write($"{line}\n");
        }
    }

    /// <summary>One record, under the heading of its place where that is new.</summary>
    public void Write(TraceRecord record, TextWriter output)
    {
        _scope.Add(record);
        if (!_options.Shows(record.Symbol))
        {
            return;
        }

        Shown++;
        WritePlace(record, output);
        output.Write($"\n{Layout.Heading(record)}\n");
        foreach (string line in Body(record))
        {
            output.Write($"{line}\n");
        }
    }

    /// <summary>The close; a text without it is incomplete.</summary>
    public static void WriteEnd(TraceEnd end, TextWriter output) => output.Write($"\nEnd of trace: {end.Records} records.\n");

    private void WritePlace(TraceRecord record, TextWriter output)
    {
        (int Step, int? Sample, string Phase) place = (record.Step, record.Sample, record.Phase);
        if (place == _place)
        {
            return;
        }

        if (record.Step != _place.Step)
        {
            output.Write($"\n{$"== Step {record.Step} ".PadRight(80, '=')}\n");
        }

        string sample = record.Sample is null ? "" : $", sample {record.Sample}";
        output.Write($"\n{$"-- Step {record.Step}{sample}: {record.Phase} ".PadRight(80, '-')}\n");
        _place = place;
    }

    private IEnumerable<string> Body(TraceRecord record)
    {
        if (record.Values is null || record.Count > StepTensors.LargestListed)
        {
            return Layout.Summary(record, _options.Numbers);
        }

        return record.Equation switch
        {
            null or "B4" => Layout.Lines(record, _options.Numbers),
            "B2" => Elements(record).Concat(["    as a matrix:"]).Concat(Layout.Lines(record, _options.Numbers)),
            "B3" => Elements(record).Concat(BesideTheChain(record)),
            "B7" when record.Shape.Length == 2 => Layout.Lines(record, _options.Numbers),
            _ => Elements(record),
        };
    }

    private IEnumerable<string> Elements(TraceRecord record)
    {
        foreach (Derivation derivation in _derivations.Preamble(record))
        {
            foreach (string line in Layout.Lines(derivation))
            {
                yield return line;
            }
        }

        foreach (int[] index in Indexes(record.Shape))
        {
            if (_derivations.Of(record, index) is Derivation derivation)
            {
                foreach (string line in Layout.Lines(derivation))
                {
                    yield return line;
                }
            }
        }
    }

    // Softmax with cross-entropy collapses to a - y: the literal chain and the shortcut stand side by side.
    private IEnumerable<string> BesideTheChain(TraceRecord record)
    {
        bool output = record.Layer == _header.LastLayer;
        bool collapses = _header.Activations[^1] == "softmax" && _header.Loss == "cross-entropy";
        if (!output || !collapses)
        {
            yield break;
        }

        if (record.Note is not null)
        {
            yield return $"    {record.Note}, since the chain (da{record.Layer}/dz{record.Layer})^T dL/da{record.Layer} has no finite value here";
            yield break;
        }

        yield return "    beside it, the shortcut a - y:";
        double largest = 0.0;
        for (int j = 0; j < record.Count; j++)
        {
            foreach (string line in Layout.Lines(_backward.Shortcut(record, j)))
            {
                yield return line;
            }

            double shortcut = _scope.Find($"a{record.Layer}", record.Sample).At(j) - _scope.Find("y", record.Sample).At(j);
            largest = Math.Max(largest, Math.Abs(record.At(j) - shortcut));
        }

        yield return $"    largest difference: {Magnitude(largest)}";
    }

    private static string Magnitude(double difference)
    {
        return difference < 1e-15 ? "below 1e-15" : $"about 1e{Math.Floor(Math.Log10(difference))}";
    }

    private static IEnumerable<int[]> Indexes(int[] shape)
    {
        IEnumerable<int[]> indexes = [[]];
        foreach (int size in shape)
        {
            indexes = indexes.SelectMany(index => Enumerable.Range(0, size).Select(next => (int[])[.. index, next]));
        }

        return indexes;
    }
}
