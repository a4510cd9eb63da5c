using System.Text.Json;

namespace LoopNet.Tracing;

/// <summary>
/// Writes a trace as one page for a browser: the data of every record, and the script and the style that show them. Without its script the page is
/// the text of the trace.
/// </summary>
internal sealed class TracePage : ITraceFormat
{
    private readonly TextOptions _options;
    private readonly OwnNames? _names;
    private readonly PageAnswers? _answers;
    private readonly TraceText _text;
    private readonly PageStep _steps;
    private string _after = "";

    /// <summary>Takes what it shows.</summary>
    /// <param name="options">How many digits it shows at first; it holds all tensors.</param>
    /// <param name="names">The names in which it is written; null for LoopNet's.</param>
    /// <param name="answers">A hand calculation beside the numbers; null for none.</param>
    public TracePage(TextOptions options, OwnNames? names, PageAnswers? answers = null)
    {
        _options = options with { Only = null };
        _names = names;
        _answers = answers;
        _text = new TraceText(_options, names);
        _steps = new PageStep(names);
    }

    /// <inheritdoc/>
    public string Opening(TraceHeader header)
    {
        (string before, _after) = PageTemplate.For($"LoopNet trace of {header.Example}");
        string data = PageText.Data("header", writer => WriteHeader(writer, header));
        return $"{before}{data}\n<pre>{PageText.Escaped(_text.Opening(header))}</pre>";
    }

    /// <inheritdoc/>
    public IEnumerable<string> Records(StepTrace step)
    {
        yield return PageText.Data("step", writer => _steps.Write(writer, step));
        StepDerivations derivations = new(step, _options.Numbers);
        foreach ((string heading, IEnumerable<TraceRecord> records) in Phases(step))
        {
            yield return PageText.Foldable(heading, string.Join("\n\n", records.Select(record => _text.Record(record, step, derivations))));
        }
    }

    /// <inheritdoc/>
    public string Closing(int records)
    {
        string text = _text.Closing(records).Trim('\n');
        string data = PageText.Data("end", writer => WriteEnd(writer, text));
        return $"<pre>{PageText.Escaped(text)}</pre>\n{data}\n{_after}";
    }

    private static IEnumerable<(string Heading, IEnumerable<TraceRecord> Records)> Phases(StepTrace step)
    {
        return step.Records
            .GroupBy(record => (record.Sample, record.Tensor.Phase))
            .Select(phase => (Heading(step.Number, phase.Key.Sample, phase.Key.Phase), phase.AsEnumerable()));
    }

    private static string Heading(int step, int? sample, string phase)
    {
        return sample is null ? Invariant($"Step {step}: {phase}") : Invariant($"Step {step}, sample {sample}: {phase}");
    }

    private void WriteHeader(Utf8JsonWriter writer, TraceHeader header)
    {
        writer.WriteString("example", header.Example);
        writer.WriteString("source", _names?.Example.Source);
        PageText.WriteList(writer, "sizes", header.Network.Sizes(), writer.WriteNumberValue);
        PageText.WriteList(writer, "activations", header.Network.Layers.Select(layer => layer.Activation.DisplayName), writer.WriteStringValue);
        writer.WriteBoolean("hasLoss", header.Network.HasLoss);
        writer.WriteNumber("digits", _options.Numbers.Digits);
        writer.WriteStartArray("conventions");
        foreach ((string label, string sentence) in Conventions.Sentences(header, _names, _options.Numbers))
        {
            PageText.WriteTexts(writer, [label, sentence]);
        }

        writer.WriteEndArray();
        if (_names?.Notation is Notation notation)
        {
            WriteNotation(writer, notation);
        }
    }

    // As it stands in a file: answers that are saved take it with them.
    private static void WriteNotation(Utf8JsonWriter writer, Notation notation)
    {
        writer.WriteStartObject("notation");
        writer.WriteString("layout", notation.Layout == WeightLayout.InputUnit ? "input-unit" : "unit-input");
        writer.WriteStartObject("labels");
        foreach (NotationLabel label in notation.Labels)
        {
            writer.WriteString(label.Label, label.Meaning);
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private void WriteEnd(Utf8JsonWriter writer, string text)
    {
        writer.WriteString("text", text);
        if (_answers is null)
        {
            return;
        }

        writer.WriteStartObject("answers");
        PageText.WriteList(writer, "report", _answers.Report, writer.WriteStringValue);
        if (_answers.FirstWrong is NumberName first && _steps.CountOf(first) is int count)
        {
            writer.WriteNumber("firstWrong", count);
        }

        writer.WriteStartArray("numbers");
        foreach (PageAnswer answer in _answers.Numbers)
        {
            if (_steps.CountOf(answer.Number) is not int number)
            {
                continue;
            }

            writer.WriteStartObject();
            writer.WriteNumber("number", number);
            writer.WriteString("written", answer.Written);
            writer.WriteString("judgement", answer.Judgement switch { PageJudgement.Right => "right", PageJudgement.Follows => "follows", _ => "wrong" });
            writer.WriteString("words", answer.Words);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
