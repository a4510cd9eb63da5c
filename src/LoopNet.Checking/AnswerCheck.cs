namespace LoopNet.Checking;

/// <summary>Checks the answers of a hand calculation: judges every number, finds the first wrong one, and names the mistake behind it.</summary>
public static class AnswerCheck
{
    /// <summary>Checks answers.</summary>
    /// <param name="example">The example that they belong to; it stays as it is.</param>
    /// <param name="answers">The answers, complete or not, in any order.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="CheckException">A name, a shape or a number means nothing, a number is given twice, or none is given.</exception>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss.</exception>
    /// <exception cref="NonFiniteException">The example itself has no finite result.</exception>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public static CheckReport Of(Example example, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(answers);
        Calculation calculation = new(example);
        IReadOnlyList<AskedNumber> asked = new AnswerReader(example, calculation).Read(answers);
        Recalculation recalculation = new(example, calculation, asked, cancellation);
        if (recalculation.FirstWrongStep is null)
        {
            return new CheckReport(example, Judged(recalculation, [], recalculation.Right), []);
        }

        OwnNumbers own = recalculation.FromOwn([], recalculation.RightWhereRight());
        IReadOnlyList<int> roots = FollowThrough.Roots(recalculation, own);
        JudgedNumber[] numbers = Judged(recalculation, roots, own.Values);
        Diagnosis[] diagnoses = [.. new Diagnostician(recalculation, roots).Diagnose().Select(found => Told(found.Number, found.Fit, found.Candidates, numbers))];
        CheckReport report = new(example, numbers, diagnoses);
        FirstWrongDerivation first = FirstWrongDerivation.Of(example, report.FirstWrong!.Asked.Name, recalculation.FirstWrongStep);
        return report with { Formula = first.Formula, Derivation = first.Derivation };
    }

    private static JudgedNumber[] Judged(Recalculation recalculation, IReadOnlyList<int> roots, double[] own)
    {
        HashSet<int> wrongThemselves = [.. roots];
        return
        [
            .. recalculation.Asked.Select((asked, i) =>
            {
                bool follows = recalculation.Verdicts[i] == Verdict.Wrong && !wrongThemselves.Contains(i);
                return new JudgedNumber(asked, recalculation.Right[i], recalculation.Verdicts[i]) { Follows = follows, Expected = follows ? own[i] : recalculation.Right[i] };
            }),
        ];
    }

    // Of the ways to make the same mistake, the best is told; of different mistakes, all.
    private static Diagnosis Told(int number, Fit fit, IReadOnlyList<Candidate> candidates, JudgedNumber[] numbers)
    {
        int[] wrong = [.. Enumerable.Range(0, numbers.Length).Where(i => numbers[i].Verdict == Verdict.Wrong)];
        List<Finding> findings = [];
        HashSet<string> told = [];
        foreach (Candidate candidate in candidates)
        {
            if (told.Add(string.Join('+', candidate.Added.Select(variant => variant.Mistake.Title))))
            {
                double written = numbers[number].Asked.Written.Value;
                double value = candidate.Values[number];
                findings.Add(new Finding(candidate.Added, candidate.Base, value)
                {
                    FromOwnNumbers = candidate.FromOwn,
                    OffBy = Math.Abs(value - written) / Math.Max(Math.Abs(written), double.Epsilon),
                    Explains = [.. candidate.Explains.Where(i => i != number).Select(i => numbers[i])],
                    Contradicts = [.. candidate.Contradicts.Select(i => numbers[i])],
                    IsAlike = candidate != candidates[0] && candidate.IsAlike(candidates[0], wrong),
                });
            }
        }

        return new Diagnosis(numbers[number], fit, findings);
    }
}
