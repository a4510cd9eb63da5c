namespace LoopNet.Tracing;

/// <summary>Explains M1, M2, M3, U1 and U2, and the parameters that a step before has left.</summary>
internal sealed class UpdateDerivations(StepTrace step, Numbers numbers)
{
    public Derivation Batch(TraceRecord record, IReadOnlyList<int> index)
    {
        string symbol = record.Operands[0];
        int count = step.Numbers.Count;
        WrittenSum sum = new();
        for (int s = 0; s < count; s++)
        {
            NumberName gradient = NumberName.Of(record.Step, s, symbol, [.. index]);
            sum.Add(Invariant($"{record.Step}/{s}/{gradient.Element}"), numbers.Part(step.Find(symbol, s)!.At(index)), gradient);
        }

        bool mean = step.Header.Rule.Reduction == Reduction.Mean;
        string left = mean ? "(" : "";
        string right = mean ? Invariant($") / {count}") : "";
        string[] steps = [$"{left}{sum.Named}{right}", $"{left}{sum.Numbered}{right}", numbers.Write(record.At(index))];
        return new Derivation(Names.Element(record.Symbol, [.. index]), steps, IsSum: true) { Reads = sum.Reads };
    }

    public Derivation Parameter(TraceRecord record, IReadOnlyList<int> index)
    {
        NumberName old = NumberName.Of(record.Step, null, record.Operands[0], [.. index]);
        string name = Names.Element(record.Symbol, [.. index]);
        string value = numbers.Write(record.At(index));
        if (record.Operands.Count == 1)
        {
            return new Derivation(name, [old.Element, value], IsSum: false) { Reads = [[old]] };
        }

        // The gradient of a single sample stands with that sample, sample 0; one over a batch stands with the step.
        string symbol = record.Operands[1];
        NumberName gradient = NumberName.Of(record.Step, NumberName.IsOfStep(symbol) ? null : 0, symbol, [.. index]);
        double before = step.Find(old.Symbol, null)!.At(index);
        double slope = step.Find(symbol, gradient.Sample)!.At(index);
        string[] steps =
        [
            $"{old.Element} - eta {gradient.Element}",
            $"{numbers.Write(before)} - {numbers.Write(step.Header.Rule.LearningRate)}*{numbers.Part(slope)}",
            value,
        ];
        return new Derivation(name, steps, IsSum: false) { Reads = [[old, gradient]] };
    }

    /// <summary>The parameters of a later step are those that the step before ended with; where nothing moves, those that it had.</summary>
    public Derivation FromStepBefore(TraceRecord record, IReadOnlyList<int> index)
    {
        string symbol = step.Header.Rule.Moves ? $"{record.Symbol}'" : record.Symbol;
        NumberName left = NumberName.Of(record.Step - 1, null, symbol, [.. index]);
        return new Derivation(Names.Element(record.Symbol, [.. index]), [left.ToString(), numbers.Write(record.At(index))], IsSum: false) { Reads = [[left]] };
    }
}
