using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Makes a report of what was found.</summary>
internal sealed class Judgement
{
    private readonly Recalculation _recalculation;
    private readonly OwnNames _names;
    private JudgedNumber[] _numbers = [];

    /// <summary>Takes what was calculated.</summary>
    /// <param name="recalculation">The calculation.</param>
    /// <param name="names">The names in which the report is told.</param>
    public Judgement(Recalculation recalculation, OwnNames names)
    {
        _recalculation = recalculation;
        _names = names;
    }

    /// <summary>The report.</summary>
    public CheckReport Report()
    {
        Example example = _recalculation.Example;
        Judge(verdict => verdict);
        if (!_recalculation.Verdicts.Contains(Verdict.Wrong))
        {
            return new CheckReport(example, _numbers, Told(Verdict.CarriedOn, FindingKind.Rounding, "")) { Names = _names };
        }

        if (Convention.Find(_recalculation) is Convention convention)
        {
            _numbers = [.. _numbers.Select(number => In(convention, number))];
            return new CheckReport(example, _numbers, Told(Verdict.Convention, FindingKind.Convention, convention.Text)) { Names = _names };
        }

        if (RoundingOn.Find(_recalculation) is Edit rounding)
        {
            Judge(verdict => verdict == Verdict.Wrong ? Verdict.CarriedOn : verdict);
            return new CheckReport(example, _numbers, Told(Verdict.CarriedOn, FindingKind.Rounding, $"This comes of {rounding.Wrong}.")) { Names = _names };
        }

        return Diagnosed();
    }

    private JudgedNumber In(Convention convention, JudgedNumber number)
    {
        double factor = convention.FactorOf(number.Asked, _recalculation.Example);
        return factor == 1.0 ? number : number with { Verdict = Verdict.Convention, Expected = factor * number.Right };
    }

    private CheckReport Diagnosed()
    {
        Evidence evidence = new(_recalculation);
        HashSet<int> roots = [.. evidence.Roots];
        double[] own = evidence.Nothing().Own;
        _numbers =
        [
            .. _numbers.Select((number, i) => number.Verdict == Verdict.Wrong && !roots.Contains(i) ? number with { Follows = true, Expected = own[i] } : number),
        ];
        Diagnosis[] diagnoses = [.. new Search(_recalculation, evidence).Run().Select(Told)];
        CheckReport report = new(_recalculation.Example, _numbers, diagnoses) { Names = _names };
        AskedNumber firstWrong = report.FirstWrong!.Asked;
        FirstWrongDerivation first = FirstWrongDerivation.Of(_names, firstWrong.Name, _recalculation.RightStep(firstWrong.Name.Step));
        return report with { Formula = first.Formula, Derivation = first.Derivation };
    }

    private void Judge(Func<Verdict, Verdict> verdict)
    {
        _numbers = [.. _recalculation.Asked.Select((asked, i) => new JudgedNumber(asked, _recalculation.Right[i], verdict(_recalculation.Verdicts[i])))];
    }

    // One finding for all numbers of a verdict that is no mistake.
    private Diagnosis[] Told(Verdict verdict, FindingKind kind, string text)
    {
        JudgedNumber[] numbers = [.. _numbers.Where(number => number.Verdict == verdict)];
        return numbers.Length == 0 ? [] : [new Diagnosis(numbers[0], Fit.ToTheDigit, [new Finding(kind, [], [], numbers[0].Expected) { Text = text, Explains = numbers[1..] }])];
    }

    private Diagnosis Told(Decision decision)
    {
        JudgedNumber number = _numbers[decision.Number];
        if (number.Asked.Origin == NumberOrigin.Given)
        {
            return new Diagnosis(number, Fit.Given, []);
        }

        Finding[] others = [.. Distinct(decision)];
        if (decision.After is not null)
        {
            bool told = others.Length < 2 || others.Skip(1).All(finding => finding.IsAlike);
            return new Diagnosis(number, told ? Fit.ToTheDigit : Fit.Several, others);
        }

        if (decision.Slip is not null)
        {
            Finding slip = new(FindingKind.Slip, [], decision.Before.Edits, decision.Before.Value(decision.Number, number.Asked.Written.Value)) { Text = decision.Slip.Text };
            return new Diagnosis(number, others.Length > 0 ? Fit.Several : Fit.ToTheDigit, [slip, .. others]);
        }

        return new Diagnosis(number, others.Length > 0 ? Fit.Several : Fit.None, others);
    }

    // Of the ways to make the same mistake the best is told, and of edits that give the same numbers the first; a name goes before an edit without one.
    private IEnumerable<Finding> Distinct(Decision decision)
    {
        Hypothesis[] accounts = decision.After is null ? [.. decision.Others] : [decision.After, .. decision.Others];
        if (accounts.Length == 0)
        {
            yield break;
        }

        Hypothesis best = accounts[0];
        Hypothesis[] alike = [.. accounts.Where(account => account.Edits.Count == best.Edits.Count && account.IsAlike(best)).OrderBy(account => account.Total - (IsNamed(decision, account) ? Search.Margin : 0.0))];
        HashSet<string> told = [];
        foreach (Hypothesis account in alike)
        {
            bool named = IsNamed(decision, account);
            if ((told.Count == 0 || named) && told.Add(Title(decision, account)))
            {
                yield return Finding(decision, account, told.Count > 1);
            }
        }

        bool bestIsNamed = IsNamed(decision, best);
        List<Hypothesis> listed = [best];
        foreach (Hypothesis account in accounts.Where(account => account.Edits.Count <= best.Edits.Count && !account.IsAlike(best)))
        {
            double margin = bestIsNamed && !IsNamed(decision, account) ? Search.MarginOfUnnamed : Search.Margin;
            bool isNew = account.Total <= best.Total + margin && !listed.Exists(other => other.IsAlike(account));
            listed.Add(account);
            if (isNew && told.Add(Title(decision, account)))
            {
                yield return Finding(decision, account, isAlike: false);
            }
        }
    }

    private static bool IsNamed(Decision decision, Hypothesis account) => Array.TrueForAll(Added(decision, account), edit => edit.Mistake is not null);

    private static Edit[] Added(Decision decision, Hypothesis account) => [.. account.Edits.Skip(decision.Before.Edits.Count)];

    private static string Title(Decision decision, Hypothesis account) => string.Join('+', Added(decision, account).Select(edit => edit.Mistake?.Title ?? edit.Wrong));

    private Finding Finding(Decision decision, Hypothesis account, bool isAlike)
    {
        Edit[] added = Added(decision, account);
        double written = _numbers[decision.Number].Asked.Written.Value;
        double value = account.Value(decision.Number, written);
        HashSet<int> unexplained = [.. account.Unexplained];
        bool isRounding = Array.TrueForAll(added, edit => edit.Mistake == Rounded.Mistake);
        bool isKnown = Array.TrueForAll(added, edit => edit.Mistake is not null);
        return new Finding(isRounding ? FindingKind.Rounding : isKnown ? FindingKind.Mistake : FindingKind.Edit, added, decision.Before.Edits, value)
        {
            FromOwnNumbers = !_numbers[decision.Number].Asked.IsRight(account.FromStart[decision.Number]),
            OffBy = Math.Abs(value - written) / Math.Max(Math.Abs(written), double.Epsilon),
            Explains = [.. _numbers.Where((number, i) => i != decision.Number && number.Verdict == Verdict.Wrong && !unexplained.Contains(i))],
            Contradicts = [.. account.Spoiled.Select(i => _numbers[i])],
            IsAlike = isAlike,
        };
    }
}
