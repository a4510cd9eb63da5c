using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>How the first wrong number comes about.</summary>
/// <param name="Formula">The formula of its tensor, for example <c>z1 = W1 x + b1</c>; null where it is given.</param>
/// <param name="Derivation">The number, from the right numbers before it; null where it is given by the example, or a 0 by its place.</param>
internal sealed record FirstWrongDerivation(string? Formula, Derivation? Derivation)
{
    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The derivation of a number.</summary>
    /// <param name="example">The example.</param>
    /// <param name="name">The number.</param>
    /// <param name="step">Its step, with the right numbers.</param>
    public static FirstWrongDerivation Of(Example example, NumberName name, StepRecord step)
    {
        StepTrace trace = new(TraceHeader.Of(example), name.Step, step);
        TraceRecord wrong = trace.Find(name.Symbol, name.Sample)!;
        return new FirstWrongDerivation(wrong.Formula, new StepDerivations(trace, Shown).Of(wrong, name.Index)?.Flat());
    }
}
