using System.Text.Json;

namespace LoopNet.Tracing;

/// <summary>Writes a step for the script of a page: every record with its numbers, and every number with its arithmetic and what it reads.</summary>
/// <param name="names">The names in which it is written; null for LoopNet's.</param>
internal sealed class PageStep(OwnNames? names)
{
    private readonly Dictionary<(int Step, int? Sample, string Symbol), (int First, ShownTensor Tensor)> _tensors = [];
    private int _numbers;

    /// <summary>Writes a step. Its numbers are counted on from those of the steps before it: a number of the page is known by its count, from 0.</summary>
    /// <param name="writer">Where it is written.</param>
    /// <param name="step">The step.</param>
    public void Write(Utf8JsonWriter writer, StepTrace step)
    {
        foreach (TraceRecord record in step.Records)
        {
            _tensors.Add((record.Step, record.Sample, record.Symbol), (_numbers, new ShownTensor(record, names)));
            _numbers += record.IsListed ? record.Tensor.Count : 0;
        }

        writer.WriteNumber("step", step.Number);
        NumberDerivations derivations = new(step, names, Numbers.Marked);
        writer.WriteStartArray("records");
        foreach (TraceRecord record in step.Records)
        {
            writer.WriteStartObject();
            Write(writer, record, step, derivations);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    /// <summary>The count of a number in the page; null where the page does not have it, as one of a step before its first.</summary>
    /// <param name="name">The number.</param>
    public int? CountOf(NumberName name)
    {
        return _tensors.TryGetValue((name.Step, name.Sample, name.Symbol), out (int First, ShownTensor Tensor) place) ? place.First + place.Tensor.PlaceOf(name.Index) : null;
    }

    private void Write(Utf8JsonWriter writer, TraceRecord record, StepTrace step, NumberDerivations derivations)
    {
        ShownTensor tensor = _tensors[(record.Step, record.Sample, record.Symbol)].Tensor;
        if (record.Sample is int sample)
        {
            writer.WriteNumber("sample", sample);
        }

        writer.WriteString("phase", record.Tensor.Phase);
        writer.WriteString("kind", record.Tensor.Kind.ToString());
        writer.WriteNumber("layer", record.Tensor.Layer);
        writer.WriteString("symbol", tensor.Symbol);
        if (tensor.Symbol != record.Symbol)
        {
            writer.WriteString("plain", record.Symbol);
        }

        writer.WriteString("equation", record.Equation);
        writer.WriteString("formula", record.Formula is string formula && names is not null ? new FormulaWriter(names).Formula(formula, tensor.Number([])) : record.Formula);
        PageText.WriteList(writer, "shape", tensor.Shape, writer.WriteNumberValue);
        if (record.Note is not null)
        {
            writer.WriteString("note", record.Note);
        }

        if (!record.IsListed)
        {
            return;
        }

        PageText.WriteList(writer, "values", tensor.Rows().SelectMany(row => row), writer.WriteNumberValue);
        WriteNames(writer, tensor);
        IReadOnlyList<Derivation> preamble = derivations.Preamble(record);
        if (preamble.Count > 0)
        {
            PageText.WriteList(writer, "preamble", preamble, derivation => PageText.WriteTexts(writer, [derivation.Name, .. derivation.Steps]));
        }

        bool hasShortcut = ShortcutDifference.StandsBeside(step, record);
        if (hasShortcut)
        {
            writer.WriteString("difference", ShortcutDifference.Largest(step, record));
        }

        PageText.WriteList(writer, "elements", tensor.Indexes(), index =>
        {
            writer.WriteStartObject();
            WriteElement(writer, derivations.Of(record, index), derivations.Remark(record, index));
            if (hasShortcut)
            {
                PageText.WriteList(writer, "beside", derivations.Shortcut(record, index[0]).Steps, writer.WriteStringValue);
            }

            writer.WriteEndObject();
        });
    }

    // A name follows from the symbol and the index; only others are written out, with step and sample where they are not the first.
    private void WriteNames(Utf8JsonWriter writer, ShownTensor tensor)
    {
        int[][] indexes = [.. tensor.Indexes()];
        NumberName first = tensor.Number(indexes[0]);
        string called = names?.Of(first) ?? first.ToString();
        string shown = tensor.NameOf(indexes[0]);
        writer.WriteString("place", called[..^shown.Length]);
        string[] own = [.. indexes.Select(tensor.NameOf)];
        bool areUsual = own.Index().All(element => element.Item == Names.Element(tensor.Symbol, IndexAt(tensor.Shape, element.Index)));
        if (!areUsual)
        {
            PageText.WriteList(writer, "names", own, writer.WriteStringValue);
        }
    }

    private static int[] IndexAt(int[] shape, int place)
    {
        int[] index = new int[shape.Length];
        for (int d = shape.Length - 1; d >= 0; d--)
        {
            index[d] = place % shape[d];
            place /= shape[d];
        }

        return index;
    }

    private void WriteElement(Utf8JsonWriter writer, Derivation derivation, string? remark)
    {
        if (derivation.Steps.Count > 1)
        {
            // The last is the value.
            PageText.WriteList(writer, "steps", derivation.Steps.SkipLast(1), writer.WriteStringValue);
        }

        int[] reads = [.. derivation.Reads.SelectMany(term => term).Distinct().Select(CountOf).OfType<int>()];
        if (reads.Length > 0)
        {
            PageText.WriteList(writer, "reads", reads, writer.WriteNumberValue);
        }

        if (derivation.Reads.Count > WrittenSum.MostTerms)
        {
            // As in an explanation: of a long sum its ends are followed.
            int head = derivation.Reads.Take(WrittenSum.ShownAtEachEnd).SelectMany(term => term).Distinct().Count();
            int tail = derivation.Reads.TakeLast(WrittenSum.ShownAtEachEnd).SelectMany(term => term).Distinct().Count();
            PageText.WriteList(writer, "followed", [head, tail], writer.WriteNumberValue);
        }

        if (derivation.Contributions.Count > 0)
        {
            // For a place where the contributions have no lines of their own.
            writer.WriteString("flat", derivation.Flat().Steps[1]);
            PageText.WriteList(writer, "parts", derivation.Contributions, part => PageText.WriteTexts(writer, [part.Name, .. part.Steps]));
        }

        string? told = remark ?? derivation.Remark;
        if (told is not null)
        {
            writer.WriteString("remark", told);
        }
    }
}
