namespace LoopNet.Checking;

/// <summary>The numbers that were given, calculated again: rightly, with changed equations, or from the learner's own numbers.</summary>
internal sealed class Recalculation
{
    private readonly Calculation _calculation;
    private readonly AskedIndex _index;
    private readonly CancellationToken _cancellation;

    public Recalculation(Example example, Calculation calculation, IReadOnlyList<AskedNumber> asked, CancellationToken cancellation)
    {
        Example = example;
        Asked = asked;
        _calculation = calculation;
        _index = AskedIndex.Of(asked, calculation);
        _cancellation = cancellation;
        RightReader reader = new(_index, asked, example);
        calculation.Run(new StepEquations(), reader, cancellation);
        Right = reader.Values;
        Verdicts = [.. asked.Select((number, i) => number.Judge(Right[i]))];
        int[] digits = [.. asked.Select(number => number.Written.SignificantDigits).Order()];
        IsRounded = digits[digits.Length / 2] <= DigitsOfHands;
        if (IsRounded && Verdicts.Contains(Verdict.Wrong))
        {
            Verdicts = FromRoundedNumbers();
        }
    }

    // The work of a calculation is counted in parameters passed, with a little for the rest of a step and of the calculation.
    private const int WorkOfAStep = 50;
    private const int WorkOfACalculation = 2000;

    // Who writes more digits than this has not rounded on the way.
    private const int DigitsOfHands = 8;

    /// <summary>Whether the numbers have so few digits that they may have been rounded on the way.</summary>
    public bool IsRounded { get; }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The numbers that were asked for, in the order of computation.</summary>
    public IReadOnlyList<AskedNumber> Asked { get; }

    /// <summary>The right numbers.</summary>
    public double[] Right { get; }

    /// <summary>How each number that was given compares with the right one.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>The last step that is asked for.</summary>
    public int LastStep => _index.LastStep;

    /// <summary>How much work one calculation to the last number is, in parameters passed.</summary>
    public long Work => WorkTo(LastStep);

    /// <summary>How much work one calculation to the end of a step is.</summary>
    /// <param name="step">The step, from 1.</param>
    public long WorkTo(int step)
    {
        long parameters = Example.Network.Layers.Sum(layer => (long)layer.Size * layer.InputSize);
        return WorkOfACalculation + (step * (long)Math.Min(Example.BatchSize, Example.Samples.Count) * (parameters + WorkOfAStep));
    }

    /// <summary>The numbers as they come out with changes from the start of the example.</summary>
    /// <param name="edits">The changes, in the order of the equations.</param>
    /// <param name="until">The number after which nothing more is needed; -1 for all.</param>
    public double[] FromStart(IReadOnlyList<Edit> edits, int until = -1)
    {
        Shift? shift = edits.Select(edit => edit.Shift).FirstOrDefault(found => found is not null);
        AskedIndex index = shift is null ? _index : AskedIndex.Of(Asked, _calculation, shift);
        NumberReader reader = new(index, Asked.Count) { Until = until };
        _calculation.Run(Edit.Equations(edits), reader, _cancellation);
        return reader.Values;
    }

    /// <summary>Each number as it comes out of the learner's own earlier ones: calculated ones where the learner's are those, else the written ones.</summary>
    /// <param name="edits">The changes.</param>
    /// <param name="start">The numbers from the start of the example with the same changes.</param>
    /// <param name="until">The number after which nothing more is needed; -1 for all.</param>
    public OwnNumbers FromOwn(IReadOnlyList<Edit> edits, double[] start, int until = -1)
    {
        return Run(edits, new OwnNumbers(_index, Asked) { Start = start, Until = until });
    }

    /// <summary>Each number as it comes out of the learner's own earlier ones as they are written.</summary>
    /// <param name="edits">The changes.</param>
    /// <param name="until">The number after which nothing more is needed; -1 for all.</param>
    public OwnNumbers AsWritten(IReadOnlyList<Edit> edits, int until = -1)
    {
        return Run(edits, new OwnNumbers(_index, Asked) { IsWrittenThroughout = true, Until = until });
    }

    /// <summary>Whether a change gives every number, each from the earlier ones as they are written.</summary>
    /// <param name="edit">The change.</param>
    /// <param name="gives">Whether a value gives a number.</param>
    public bool GivesAll(Edit edit, Func<int, double, bool> gives)
    {
        OwnNumbers reader = new(_index, Asked) { IsWrittenThroughout = true, Gives = gives };
        _calculation.Run(Edit.Equations([edit]), reader, _cancellation);
        return !reader.IsDone;
    }

    /// <summary>Each number as it comes out where it is known what stands for each.</summary>
    /// <param name="standings">What stands for each number.</param>
    /// <param name="nudged">A number to write down with half a unit of its last digit more; -1 for none.</param>
    public OwnNumbers With(Standing?[] standings, int nudged = -1) => Run([], new OwnNumbers(_index, Asked, standings) { Start = Right, Nudged = nudged });

    /// <summary>A step with the right numbers.</summary>
    /// <param name="number">The step, from 1.</param>
    public StepRecord RightStep(int number)
    {
        StepKeeper keeper = new(number);
        _calculation.Run(new StepEquations(), keeper, _cancellation);
        return keeper.Step!;
    }

    // A number that is right, given the learner's own right numbers before it as they are written, is rounding that was carried on.
    private Verdict[] FromRoundedNumbers()
    {
        Standing?[] standings = [.. Verdicts.Select(verdict => (Standing?)(verdict is Verdict.Rounded or Verdict.LastDigit ? Standing.Written : Standing.Calculated))];
        double[] rounded = With(standings).Values;
        return [.. Verdicts.Select((verdict, i) => verdict == Verdict.Wrong && Asked[i].Origin == NumberOrigin.Calculated && Asked[i].IsRight(rounded[i]) ? Verdict.CarriedOn : verdict)];
    }

    private OwnNumbers Run(IReadOnlyList<Edit> edits, OwnNumbers own)
    {
        _calculation.Run(Edit.Equations(edits), own, _cancellation);
        return own;
    }
}
