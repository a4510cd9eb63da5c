using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes out how the first wrong number comes about.</summary>
internal static class FirstWrongDerivation
{
    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The report with the derivation of its first wrong number.</summary>
    /// <param name="report">The report; a number of it is wrong.</param>
    /// <param name="step">The step of that number, with the right numbers.</param>
    public static CheckReport AddTo(CheckReport report, StepRecord step)
    {
        NumberName first = report.FirstWrong!.Asked.Name;
        Example example = report.Example;
        TraceHeader header = TraceHeader.Of(example.Name, example.Network, example.Rule, example.BatchSize);
        TensorScope scope = new();
        foreach (TraceRecord tensor in TraceRecords.Of(header, first.Step, step))
        {
            scope.Add(tensor);
        }

        TraceRecord wrong = scope.Find(first.Symbol, first.Sample);
        Derivation? derivation = wrong.Values is null ? null : new Derivations(header, scope, Shown).Of(wrong, [.. first.Index]);
        return report with { Derivation = derivation?.Flat(), Formula = wrong.Formula };
    }
}
