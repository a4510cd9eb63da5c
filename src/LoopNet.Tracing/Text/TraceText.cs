namespace LoopNet.Tracing;

/// <summary>Writes a trace for people: every record with its arithmetic.</summary>
/// <param name="options">What it shows.</param>
/// <param name="names">The names in which it is written; null for LoopNet's.</param>
internal sealed class TraceText(TextOptions options, OwnNames? names) : ITraceFormat
{
    private const string Letters = "F goes forward, B goes back, M adds up samples, U updates (docs/math.md).";

    private readonly FormulaWriter? _writer = names is null || names.ArePlain ? null : new FormulaWriter(names);

    private (int Step, int? Sample, string Phase) _place;
    private string? _stop;
    private StepTrace? _lastStep;
    private int _steps;

    /// <summary>How many records have been shown.</summary>
    public int Shown { get; private set; }

    /// <inheritdoc/>
    public string Opening(TraceHeader header)
    {
        // The drawing has LoopNet's names.
        IReadOnlyList<string> drawing = _writer is null ? NetworkDrawing.Of(header.Network) : [];
        IEnumerable<string> lines =
        [
            .. FittedLines.Of($"LoopNet trace of {header.Example}"),
            "",
            .. Conventions.Box(header, names, options.Numbers),
            "",
            Letters,
        ];
        return string.Join('\n', drawing.Count == 0 ? lines : [.. lines, "", .. drawing]);
    }

    /// <inheritdoc/>
    public IEnumerable<string> Records(StepTrace step)
    {
        StepDerivations derivations = new(step, options.Numbers);
        _stop = step.Stop;
        _lastStep = step;
        _steps++;
        foreach (TraceRecord record in step.Records)
        {
            ShownTensor tensor = new(record, names);
            if (!options.Shows(record.Symbol) && !options.Shows(tensor.Symbol))
            {
                continue;
            }

            Shown++;
            IEnumerable<string> place = Place(record).SelectMany(line => FittedLines.Of(line));
            yield return string.Join('\n', [.. place, "", Record(record, step, derivations)]);
        }
    }

    /// <summary>One record, without the heading of its place.</summary>
    /// <param name="record">The record.</param>
    /// <param name="step">Its step.</param>
    /// <param name="derivations">The derivations of the step, with the numbers of the text.</param>
    public string Record(TraceRecord record, StepTrace step, StepDerivations derivations)
    {
        ShownTensor tensor = new(record, names);
        _lastStep = step;
        IEnumerable<string> lines = [Heading(record, tensor), .. Body(record, tensor, step, derivations)];
        return string.Join('\n', lines.SelectMany(line => FittedLines.Of(line)));
    }

    /// <inheritdoc/>
    public string Closing(int records)
    {
        return _stop is null
            ? Invariant($"{BeforeAndAfter()}\nEnd of trace: {records} records.")
            : string.Join('\n', FittedLines.Of($"The step stopped here: {_stop}.").Prepend(""));
    }

    // Where there is no next step whose loss shows it.
    private string BeforeAndAfter()
    {
        string? line = _steps == 1 && options.Shows("L") ? LossAfter.Line(_lastStep!, options.Numbers) : null;
        return line is null ? "" : string.Join('\n', ["", Invariant($"-- Step {_lastStep!.Number}: before and after ").PadRight(80, '-'), "", .. FittedLines.Of(line), ""]);
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

    private string Heading(TraceRecord record, ShownTensor tensor)
    {
        string? formula = record.Formula is string own && _writer is not null ? _writer.Formula(own, tensor.Number([])) : record.Formula;
        bool isCarriedOn = record.Tensor.Phase == "parameters" && record.Step > 1 && _writer is null && _lastStep!.Header.Rule.Moves;
        string given = isCarriedOn ? Invariant($"{tensor.Symbol} is {tensor.Symbol}' of step {record.Step - 1}") : tensor.Symbol;
        return Layout.Heading(record.Equation, formula ?? given, tensor.Shape);
    }

    private IEnumerable<string> Body(TraceRecord record, ShownTensor tensor, StepTrace step, StepDerivations derivations)
    {
        if (!record.IsListed || record.Tensor.Count > StepTensors.LargestListed)
        {
            return Layout.Summary(record, tensor, options.Numbers);
        }

        return record.Equation switch
        {
            null when tensor.HasLabelledNumbers => Layout.Labelled(tensor, options.Numbers),
            null or "B4" => Layout.Lines(tensor, options.Numbers),
            "B2" => [.. Elements(record, tensor, step, derivations), "    as a matrix:", .. Layout.Lines(tensor, options.Numbers)],
            "B3" => [.. Elements(record, tensor, step, derivations), .. BesideTheChain(record, tensor, step, derivations)],
            "B7" when record.Tensor.Kind == TensorKind.dz_da => Layout.Lines(tensor, options.Numbers),
            _ => Elements(record, tensor, step, derivations),
        };
    }

    private IEnumerable<string> Elements(TraceRecord record, ShownTensor tensor, StepTrace step, StepDerivations derivations)
    {
        IEnumerable<Derivation> preamble = derivations.Preamble(record).Select(derivation => _writer?.WriteNameless(derivation, tensor.Number([]), step, options.Numbers) ?? derivation);
        IEnumerable<Derivation> elements = tensor.Indexes().Select(index => Written(derivations.Of(record, index), tensor.Number(index), step)).OfType<Derivation>();
        return preamble.Concat(elements).SelectMany(Layout.Lines);
    }

    private Derivation? Written(Derivation? derivation, NumberName of, StepTrace step)
    {
        return derivation is null || _writer is null ? derivation : _writer.Write(derivation, of, step, options.Numbers);
    }

    private IEnumerable<string> BesideTheChain(TraceRecord record, ShownTensor tensor, StepTrace step, StepDerivations derivations)
    {
        if (record.Note is not null && record.Tensor.Layer == step.Header.Last && UpdateRule.AllowsShortcut(step.Header.Network))
        {
            string chain = Invariant($"(da{record.Tensor.Layer}/dz{record.Tensor.Layer})^T dL/da{record.Tensor.Layer}");
            yield return $"    {record.Note}, since the chain {_writer?.Sentence(chain, record.Step, record.Sample) ?? chain} has no finite value here";
        }

        if (!ShortcutDifference.StandsBeside(step, record))
        {
            yield break;
        }

        yield return "    beside it, the shortcut a - y:";
        for (int j = 0; j < record.Tensor.Count; j++)
        {
            foreach (string line in Layout.Lines(Written(derivations.Shortcut(record, j), tensor.Number([j]), step)!))
            {
                yield return line;
            }
        }

        yield return $"    largest difference: {ShortcutDifference.Largest(step, record)}";
    }
}
