using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>How the first wrong number comes about.</summary>
/// <param name="Formula">The formula of its tensor, for example <c>z1 = W1 x + b1</c>; null where it is given.</param>
/// <param name="Derivation">The number, from the right numbers before it; null where it is given by the example, or a 0 by its place.</param>
internal sealed record FirstWrongDerivation(string? Formula, Derivation? Derivation)
{
    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The derivation of a number.</summary>
    /// <param name="names">The names in which it is told.</param>
    /// <param name="name">The number.</param>
    /// <param name="step">Its step, with the right numbers.</param>
    public static FirstWrongDerivation Of(OwnNames names, NumberName name, StepRecord step)
    {
        StepTrace trace = new(TraceHeader.Of(names.Example), name.Step, step);
        TraceRecord wrong = trace.Find(name.Symbol, name.Sample)!;
        FormulaWriter writer = new(names);
        string? formula = wrong.Formula is string loopNet ? writer.Formula(loopNet, name) : null;
        return new FirstWrongDerivation(formula, new StepDerivations(trace, Shown).Of(wrong, name.Index) is Derivation derivation ? writer.Write(derivation, name, trace, Shown).Flat() : null);
    }
}
