using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>The answers of somebody who made two of the known mistakes at once.</summary>
public sealed record PairOfMistakes(Example Example, IReadOnlyList<Edit> Variants, IReadOnlyList<GivenAnswer> Answers)
{
    // Everything; no Jacobians and no dL/da; the results that a program prints; the new parameters alone.
    private static readonly Func<Tensor, bool>[] Given =
    [
        _ => true,
        tensor => tensor.Kind is not (TensorKind.da_dz or TensorKind.dL_da),
        tensor => tensor.Kind is TensorKind.L or TensorKind.dL_dW or TensorKind.dL_db or TensorKind.W_new or TensorKind.b_new,
        tensor => tensor.Kind is TensorKind.W_new or TensorKind.b_new,
    ];

    /// <summary>A pair drawn from a seed; null where one of the two does not show in the answers.</summary>
    public static PairOfMistakes? Draw(int seed)
    {
        SeededRandom random = new(seed, "pairs");
        IReadOnlyList<string> names = CheckedExamples.Names;
        Example example = CheckedExamples.Read(names[random.NextIndex(names.Count)]);
        IReadOnlyList<Mistake> mistakes = [.. Catalogue.All.Where(mistake => mistake.Edits(example).Any())];
        Mistake first = mistakes[random.NextIndex(mistakes.Count)];
        Mistake second = mistakes[random.NextIndex(mistakes.Count)];
        if (first == second)
        {
            return null;
        }

        Edit[] variants = [Drawn(first, example, random), Drawn(second, example, random)];
        Edit[] pair = [.. variants.OrderBy(variant => mistakes.ToList().IndexOf(variant.Mistake!))];
        int steps = 1 + random.NextIndex(2);
        Func<double, string> write = Learner.Digits(new[] { 4, 6, 9 }[random.NextIndex(3)]);
        Func<Tensor, bool> only = Given[random.NextIndex(Given.Length)];
        List<GivenAnswer> answers = Learner.Answers(example, pair, steps, write, only);
        bool bothShow = Differ(answers, Learner.Answers(example, [], steps, write, only))
            && pair.All(variant => Differ(answers, Learner.Answers(example, [variant], steps, write, only)));
        return bothShow ? new PairOfMistakes(example, pair, answers) : null;
    }

    /// <summary>What a report says of the pair.</summary>
    public enum Told
    {
        /// <summary>Both mistakes, or two that give the very same wrong numbers.</summary>
        Both,

        /// <summary>One of the two.</summary>
        One,

        /// <summary>Neither.</summary>
        Neither,

        /// <summary>A mistake that was not made, to the digit.</summary>
        Falsely,
    }

    /// <summary>What a report says of this pair.</summary>
    public Told Outcome(CheckReport report)
    {
        Diagnosis[] fits = [.. report.Diagnoses.Where(diagnosis => diagnosis.Fit == Fit.ToTheDigit)];
        HashSet<Mistake> best = [.. fits.SelectMany(diagnosis => diagnosis.Findings[0].Edits).Select(variant => variant.Mistake!)];
        HashSet<Mistake> named = [.. best, .. fits.SelectMany(diagnosis => diagnosis.Findings).Where(finding => finding.IsAlike).SelectMany(finding => finding.Edits).Select(variant => variant.Mistake!)];
        int count = Variants.Count(variant => named.Contains(variant.Mistake!));
        if (count == 2 || fits.Any(diagnosis => GivesEverything(diagnosis, report)))
        {
            return Told.Both;
        }

        bool falsely = best.Any(mistake => Variants.All(made => made.Mistake != mistake));
        return falsely ? Told.Falsely : count == 1 ? Told.One : Told.Neither;
    }

    // Two mistakes at most, made from the start of the example, give every wrong number that was written.
    private static bool GivesEverything(Diagnosis diagnosis, CheckReport report)
    {
        Finding best = diagnosis.Findings[0];
        return best.Edits.Count + best.Beside.Count <= 2 && !best.FromOwnNumbers && best.Explains.Count == report.Count(Verdict.Wrong) - 1;
    }

    private static bool Differ(List<GivenAnswer> answers, List<GivenAnswer> others)
    {
        return !answers.Select(answer => (answer.Name, answer.Literal)).SequenceEqual(others.Select(answer => (answer.Name, answer.Literal)));
    }

    private static Edit Drawn(Mistake mistake, Example example, SeededRandom random)
    {
        Edit[] variants = [.. mistake.Edits(example)];
        return variants[random.NextIndex(variants.Length)];
    }
}
