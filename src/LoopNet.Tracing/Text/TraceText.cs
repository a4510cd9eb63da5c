using System.Globalization;

namespace LoopNet.Tracing;

/// <summary>Writes a trace for people: every record with its arithmetic.</summary>
internal sealed class TraceText(TextOptions options) : ITraceFormat
{
    private const string Letters = "F goes forward, B goes back, M adds up samples, U updates (docs/math.md).";

    private (int Step, int? Sample, string Phase) _place;
    private string? _stop;
    private StepTrace? _lastStep;
    private int _steps;

    /// <summary>How many records have been shown.</summary>
    public int Shown { get; private set; }

    /// <inheritdoc/>
    public string Opening(TraceHeader header)
    {
        IReadOnlyList<string> drawing = NetworkDrawing.Of(header.Network);
        IEnumerable<string> lines = [$"LoopNet trace of {header.Example}", "", .. Conventions.Box(header, options.Numbers), "", Letters];
        return string.Join('\n', drawing.Count == 0 ? lines : [.. lines, "", .. drawing]);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Records(StepTrace step)
    {
        StepDerivations derivations = new(step, options.Numbers);
        _stop = step.Stop;
        _lastStep = step;
        _steps++;
        foreach (TraceRecord record in step.Records.Where(record => options.Shows(record.Symbol)))
        {
            Shown++;
            IEnumerable<string> lines = [.. Place(record), "", Layout.Heading(record), .. Body(record, step, derivations)];
            yield return string.Join('\n', lines);
        }
    }

    /// <inheritdoc/>
    public string Closing(int records)
    {
        return _stop is null ? Invariant($"{BeforeAndAfter()}\nEnd of trace: {records} records.") : $"\nThe step stopped here: {_stop}.";
    }

    // Where there is no next step whose loss shows it.
    private string BeforeAndAfter()
    {
        string? line = _steps == 1 && options.Shows("L") ? LossAfter.Line(_lastStep!, options.Numbers) : null;
        return line is null ? "" : string.Join('\n', "", Invariant($"-- Step {_lastStep!.Number}: before and after ").PadRight(80, '-'), "", line, "");
    }

    // The heading of a record's place, where that is new.
    private string[] Place(TraceRecord record)
    {
        (int Step, int? Sample, string Phase) place = (record.Step, record.Sample, record.Tensor.Phase);
        if (place == _place)
        {
            return [];
        }

        string sample = record.Sample is null ? "" : Invariant($", sample {record.Sample}");
        string[] heading = ["", Invariant($"-- Step {record.Step}{sample}: {place.Phase} ").PadRight(80, '-')];
        bool isNewStep = record.Step != _place.Step;
        _place = place;
        return isNewStep ? ["", Invariant($"== Step {record.Step} ").PadRight(80, '='), .. heading] : heading;
    }

    private IEnumerable<string> Body(TraceRecord record, StepTrace step, StepDerivations derivations)
    {
        if (!record.IsListed || record.Tensor.Count > StepTensors.LargestListed)
        {
            return Layout.Summary(record, options.Numbers);
        }

        return record.Equation switch
        {
            null or "B4" => Layout.Lines(record, options.Numbers),
            "B2" => [.. Elements(record, derivations), "    as a matrix:", .. Layout.Lines(record, options.Numbers)],
            "B3" => [.. Elements(record, derivations), .. BesideTheChain(record, step, derivations)],
            "B7" when record.Tensor.Kind == TensorKind.dz_da => Layout.Lines(record, options.Numbers),
            _ => Elements(record, derivations),
        };
    }

    private static IEnumerable<string> Elements(TraceRecord record, StepDerivations derivations)
    {
        IEnumerable<Derivation> elements = record.Tensor.Indexes().Select(index => derivations.Of(record, index)).OfType<Derivation>();
        return derivations.Preamble(record).Concat(elements).SelectMany(Layout.Lines);
    }

    // Softmax with cross-entropy collapses to a - y: the literal chain and the shortcut stand side by side.
    private static IEnumerable<string> BesideTheChain(TraceRecord record, StepTrace step, StepDerivations derivations)
    {
        int l = record.Tensor.Layer;
        if (l != step.Header.Last || !UpdateRule.AllowsShortcut(step.Header.Network))
        {
            yield break;
        }

        if (record.Note is not null)
        {
            yield return Invariant($"    {record.Note}, since the chain (da{l}/dz{l})^T dL/da{l} has no finite value here");
            yield break;
        }

        yield return "    beside it, the shortcut a - y:";
        SampleRecord sample = step.Numbers.Samples[record.Sample!.Value];
        double largest = 0.0;
        for (int j = 0; j < sample.y.Length; j++)
        {
            foreach (string line in Layout.Lines(derivations.Shortcut(record, j)))
            {
                yield return line;
            }

            double shortcut = sample.a[l][j] - sample.y[j];
            largest = Math.Max(largest, Math.Abs(sample.dL_dz[l][j] - shortcut));
        }

        yield return $"    largest difference: {Magnitude(largest)}";
    }

    private static string Magnitude(double difference)
    {
        string written = difference.ToString("E15", CultureInfo.InvariantCulture);
        int exponent = int.Parse(written[(written.IndexOf('E', StringComparison.Ordinal) + 1)..], CultureInfo.InvariantCulture);
        return difference < 1e-15 ? "below 1e-15" : Invariant($"about 1e{exponent}");
    }
}
