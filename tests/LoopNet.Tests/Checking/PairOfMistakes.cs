using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

/// <summary>The answers of somebody who made two of the known mistakes at once.</summary>
public sealed record PairOfMistakes(Example Example, IReadOnlyList<Variant> Variants, IReadOnlyList<GivenAnswer> Answers)
{
    // Everything; no Jacobians and no dL/da; the results that a program prints; the new parameters alone.
    private static readonly Func<TensorPlace, bool>[] Given =
    [
        _ => true,
        place => place.Slot.Kind is not (TensorKind.da_dz or TensorKind.dL_da),
        place => place.Slot.Kind is TensorKind.L or TensorKind.dL_dW or TensorKind.dL_db or TensorKind.W_new or TensorKind.b_new,
        place => place.Slot.Kind is TensorKind.W_new or TensorKind.b_new,
    ];

    /// <summary>A pair drawn from a seed; null where one of the two does not show in the answers.</summary>
    public static PairOfMistakes? Draw(int seed)
    {
        SeededRandom random = new(seed, "pairs");
        IReadOnlyList<string> names = CheckedExamples.Names;
        Example example = CheckedExamples.Read(names[random.NextIndex(names.Count)]);
        IReadOnlyList<Mistake> mistakes = [.. Catalogue.All.Where(mistake => mistake.Variants(example).Any())];
        Mistake first = mistakes[random.NextIndex(mistakes.Count)];
        Mistake second = mistakes[random.NextIndex(mistakes.Count)];
        if (first == second)
        {
            return null;
        }

        Variant[] variants = [Drawn(first, example, random), Drawn(second, example, random)];
        Variant[] pair = [.. variants.OrderBy(variant => mistakes.ToList().IndexOf(variant.Mistake))];
        int steps = 1 + random.NextIndex(2);
        Func<double, string> write = Learner.Digits(new[] { 4, 6, 9 }[random.NextIndex(3)]);
        Func<TensorPlace, bool> only = Given[random.NextIndex(Given.Length)];
        List<GivenAnswer> answers = Learner.Answers(example, pair, steps, write, only);
        bool bothShow = Differ(answers, Learner.Answers(example, [], steps, write, only))
            && pair.All(variant => Differ(answers, Learner.Answers(example, [variant], steps, write, only)));
        return bothShow ? new PairOfMistakes(example, pair, answers) : null;
    }

    /// <summary>How the pair was told: <c>both</c>, <c>one</c>, <c>none</c>, or <c>false</c> where something else was named for certain.</summary>
    public string Outcome(CheckReport report)
    {
        Finding[] told = [.. report.Diagnoses.Where(diagnosis => diagnosis.Fit == Fit.ToTheDigit).Select(diagnosis => diagnosis.Findings[0])];
        HashSet<Mistake> named = [.. told.SelectMany(finding => finding.Mistakes).Select(variant => variant.Mistake)];
        foreach (Diagnosis diagnosis in report.Diagnoses)
        {
            named.UnionWith(diagnosis.Findings.Where(finding => finding.IsAlike).SelectMany(finding => finding.Mistakes).Select(variant => variant.Mistake));
        }

        int count = Variants.Count(variant => named.Contains(variant.Mistake));
        if (count == 2 || GivesTheSame(report))
        {
            return "both";
        }

        bool falsely = told.SelectMany(finding => finding.Mistakes).Any(variant => Variants.All(made => made.Mistake != variant.Mistake));
        return falsely ? "false" : count == 1 ? "one" : "none";
    }

    // What was told, made from the start of the example, gives every number that the learner wrote.
    private static bool GivesTheSame(CheckReport report)
    {
        Diagnosis[] fits = [.. report.Diagnoses.Where(diagnosis => diagnosis.Fit == Fit.ToTheDigit)];
        HashSet<JudgedNumber> given = [.. fits.Where(diagnosis => !diagnosis.Findings[0].FromOwnNumbers).SelectMany(diagnosis => diagnosis.Findings[0].Explains.Append(diagnosis.Number))];
        return report.Numbers.Where(number => number.Verdict == Verdict.Wrong).All(given.Contains);
    }

    private static bool Differ(List<GivenAnswer> answers, List<GivenAnswer> others)
    {
        return !answers.Select(answer => (answer.Name, answer.Literal)).SequenceEqual(others.Select(answer => (answer.Name, answer.Literal)));
    }

    private static Variant Drawn(Mistake mistake, Example example, SeededRandom random)
    {
        Variant[] variants = [.. mistake.Variants(example)];
        return variants[random.NextIndex(variants.Length)];
    }
}
