using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes out how the first wrong number comes about.</summary>
internal static class FirstWrongDerivation
{
    // An explanation keeps every step up to its own.
    private const int LongestRun = 100;

    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The report with the derivation of its first wrong number.</summary>
    public static CheckReport AddTo(CheckReport report, CancellationToken cancellation)
    {
        AskedNumber first = report.FirstWrong!.Asked;
        Example example = report.Example;
        SheetKeeper keeper = new(first.Name.Step);
        StepCalculator.Run(example, new StepEquations(), keeper, cancellation);
        StepRecord record = Recorded(keeper.Kept!, example);
        TraceHeader header = TraceHeader.Of(example.Name, example.Network, example.Rule, example.BatchSize);
        TensorScope scope = new();
        foreach (TraceRecord tensor in StepTensors.Of(header, first.Name.Step, record))
        {
            scope.Add(tensor);
        }

        if (first.Tensor is { Equation: "B7", Slot.Kind: TensorKind.dL_da } && first.Name.Step <= LongestRun)
        {
            Explanation explanation = Explanation.Of(example, first.Name, new ExplanationOptions { Depth = 0 });
            return report with { Derivation = new Derivation(first.Name.Element, explanation.Steps, IsSum: true), Formula = scope.Find(first.Tensor.Symbol, first.Name.Sample).Formula };
        }

        TraceRecord wrong = scope.Find(first.Tensor.Symbol, first.Name.Sample);
        Derivation? derivation = wrong.Values is null ? null : new Derivations(header, scope, Shown).Of(wrong, [.. first.Name.Index]);
        return report with { Derivation = derivation, Formula = wrong.Formula };
    }

    // One more step, in a record that keeps every tensor; the parameters before it are those of the sheet.
    private static StepRecord Recorded(Sheet sheet, Example example)
    {
        Layer[] layers = [.. example.Network.Layers.Select((layer, index) => new Layer(sheet.W[index + 1], sheet.b[index + 1], layer.Activation))];
        Network network = new(layers, example.Network.Loss);
        int updates = Batch.CountPerPass(example.Samples.Count, example.BatchSize);
        Batch batch = Batch.Of(example.Samples, null, example.BatchSize, (sheet.Step - 1) % updates);
        StepRecord record = StepRecord.ForTracing(network, batch.Count);
        GradientDescent.Step(network, batch, example.Rule, record);
        return record;
    }

    private sealed class SheetKeeper(int step) : ICalculationWatcher
    {
        public Sheet? Kept { get; private set; }

        public int LastStep => step;

        public bool Watches(int step) => false;

        public bool WantsWeightJacobian(int step, TensorSlot slot) => false;

        public void Computed(Sheet sheet, TensorSlot slot)
        {
        }

        public void Finished(Sheet sheet) => Kept = sheet;
    }
}
