namespace LoopNet.Tracing;

/// <summary>Explains M1, M2, U1 and U2.</summary>
internal sealed class UpdateDerivations(TraceHeader header, TensorScope scope, Numbers numbers)
{
    public Derivation Batch(TraceRecord record, int[] index)
    {
        WrittenSum sum = new();
        for (int s = 0; s < scope.SampleCount; s++)
        {
            TraceRecord gradient = scope.Find(record.Operands[0], s);
            sum.Add($"{record.Step}/{s}/{Names.Element(gradient.Symbol, index)}", numbers.Part(gradient.At(index)));
        }

        bool mean = header.Reduction == "mean";
        string left = mean ? "(" : "";
        string right = mean ? $") / {scope.SampleCount}" : "";
        string[] steps = [$"{left}{sum.Named}{right}", $"{left}{sum.Numbered}{right}", numbers.Write(record.At(index))];
        return new Derivation(Names.Element(record.Symbol, index), steps, IsSum: true);
    }

    public Derivation Parameter(TraceRecord record, int[] index)
    {
        TraceRecord old = scope.Find(record.Operands[0], null);
        string name = Names.Element(record.Symbol, index);
        string oldName = Names.Element(old.Symbol, index);
        string value = numbers.Write(record.At(index));
        if (record.Operands.Length == 1)
        {
            return new Derivation(name, [oldName, value], IsSum: false);
        }

        // The gradient of a single sample stands with that sample, sample 0; one over a batch stands with the step.
        TraceRecord gradient = scope.Find(record.Operands[1], 0);
        string[] steps =
        [
            $"{oldName} - eta {Names.Element(gradient.Symbol, index)}",
            $"{numbers.Write(old.At(index))} - {numbers.Write(header.LearningRate)}*{numbers.Part(gradient.At(index))}",
            value,
        ];
        return new Derivation(name, steps, IsSum: false);
    }
}
