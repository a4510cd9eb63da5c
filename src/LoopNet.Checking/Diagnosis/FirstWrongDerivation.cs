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
        StepTrace trace = new(TraceHeader.Of(report.Example), first.Step, step);
        TraceRecord wrong = trace.Find(first.Symbol, first.Sample)!;
        Derivation? derivation = new StepDerivations(trace, Shown).Of(wrong, first.Index);
        return report with { Derivation = derivation?.Flat(), Formula = wrong.Formula };
    }
}
