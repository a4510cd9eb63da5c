
namespace LoopNet.Verifying;

/// <summary>A verdict on a trace in a few lines for the person who asked.</summary>
public static class TraceReport
{
    private const int LabelWidth = 9;

    // Beyond it, a count of doubles tells a person nothing.
    private const ulong MostUnits = 1_000_000;

    /// <summary>The lines.</summary>
    /// <param name="path">The file, as it was given.</param>
    /// <param name="verdict">What came of it.</param>
    public static IEnumerable<string> Lines(string path, TraceVerdict verdict)
    {
        ArgumentNullException.ThrowIfNull(verdict);
        return verdict.Fault is TraceFault fault ? Faulty(path, verdict, fault) : Following(path, verdict);
    }

    private static IEnumerable<string> Following(string path, TraceVerdict verdict)
    {
        FileHeader header = verdict.Header!;
        yield return $"{path}: the trace follows";
        yield return "";
        yield return Row("network", $"{string.Join('-', header.Sizes)}, {string.Join(", ", header.Activations)}, {header.Loss ?? (header.GoesBack ? "given gradient" : "no loss")}");
        yield return Row("derived", Invariant($"{verdict.Records:N0} records of {Count(verdict.Steps, "step")}, each again from the records that it reads"));
        if (verdict.NotRounded is not TraceFault first)
        {
            yield return Row("agree", "every number to the bit, with exp, ln and tanh correctly rounded");
            yield break;
        }

        yield return Row("agree", "sums, products and quotients to the bit; exp, ln and tanh to 2 units in the last place");
        yield return Row("but", $"it agrees within 2 units, but is not correctly rounded: made by another library? ({Count(verdict.NotRoundedCount, "number")})");
        yield return Row("first", Invariant($"line {first.Line}: {first.Name} is {first.Found:R}, and {first.Derived:R} is correctly rounded"));
    }

    private static IEnumerable<string> Faulty(string path, TraceVerdict verdict, TraceFault fault)
    {
        string place = fault.Line > 0 ? Invariant($", line {fault.Line}") : "";
        yield return $"{path}{place}: {(verdict.Outcome == TraceOutcome.Unreadable ? "this is no trace" : "the trace does not follow")}";
        yield return "";
        if (fault.Name is ElementName name)
        {
            string sample = name.Sample is int number ? Invariant($", sample {number}") : "";
            string equation = fault.Equation is null ? "" : $" (equation {fault.Equation})";
            yield return Row("where", Invariant($"{name.Element} of step {name.Step}{sample}{equation}"));
        }

        yield return Row("problem", fault.Problem);
        for (int step = 0; step < fault.Derivation.Count; step++)
        {
            yield return Row(step == 0 ? "derived" : "", step == 0 ? $"{fault.Name!.Element} = {fault.Derivation[0]}" : $"= {fault.Derivation[step]}");
        }

        if (fault is { Found: double found, Derived: double derived, UnitsApart: not null } && Distance(found, derived) is string distance)
        {
            yield return Row("apart", distance);
        }

        for (int index = 0; index < fault.Witnesses.Count; index++)
        {
            yield return Row(index == 0 ? "see" : "", fault.Witnesses[index]);
        }

        yield return Row("do", fault.Advice);
    }

    // How far a number lies from the one that follows; null where that says nothing, since the number that follows is 0.
    private static string? Distance(double found, double derived)
    {
        if (Units.AreSame(found, -derived))
        {
            return "the sign is reversed";
        }

        ulong units = Units.Apart(found, derived);
        if (units <= MostUnits)
        {
            return units == 1 ? "1 unit in the last place" : $"{units:N0} units in the last place";
        }

        double relative = Math.Abs((found - derived) / derived);
        return double.IsFinite(relative) ? $"a relative difference of {NumberText.Of(relative, digits: 3)}" : null;
    }

    private static string Row(string label, string text) => $"{label.PadRight(LabelWidth)}{text}";

    private static string Count(decimal count, string noun) => count == 1 ? $"1 {noun}" : Invariant($"{count:N0} {noun}s");
}
