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
        IReadOnlyList<AskedNumber> asked = new AnswerReader(example).Read(answers);
        Calculator calculator = new(example, asked, cancellation);
        if (!calculator.Verdicts.Contains(Verdict.Wrong))
        {
            return new CheckReport(example, Judged(calculator, [], calculator.Right), []);
        }

        IReadOnlyList<int> roots = FollowThrough.Roots(calculator);
        double[] own = calculator.FromOwn([], calculator.RightWhereRight()).Values;
        JudgedNumber[] numbers = Judged(calculator, roots, own);
        Diagnosis[] diagnoses = [.. new Diagnostician(calculator, roots).Diagnose().Select(found => Told(found.Number, found.Fit, found.Candidates, numbers))];
        CheckReport report = new(example, numbers, diagnoses);
        return FirstWrongDerivation.AddTo(report, cancellation);
    }

    private static JudgedNumber[] Judged(Calculator calculator, IReadOnlyList<int> roots, double[] own)
    {
        HashSet<int> wrongThemselves = [.. roots];
        return
        [
            .. calculator.Asked.Select((asked, i) =>
            {
                bool follows = calculator.Verdicts[i] == Verdict.Wrong && !wrongThemselves.Contains(i);
                return new JudgedNumber(asked, calculator.Right[i], calculator.Verdicts[i]) { Follows = follows, Expected = follows ? own[i] : calculator.Right[i] };
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
