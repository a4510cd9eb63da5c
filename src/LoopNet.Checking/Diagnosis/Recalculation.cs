namespace LoopNet.Checking;

/// <summary>The numbers that were given, calculated again: rightly, with mistakes, or from the learner's own numbers.</summary>
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
        Verdicts = reader.Verdicts;
        FirstWrongStep = reader.FirstWrongStep;
    }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>The numbers that were asked for, in the order of computation.</summary>
    public IReadOnlyList<AskedNumber> Asked { get; }

    /// <summary>The right numbers.</summary>
    public double[] Right { get; }

    /// <summary>How each number that was given compares with the right one.</summary>
    public IReadOnlyList<Verdict> Verdicts { get; }

    /// <summary>The step of the first wrong number, with the right numbers; null where none is wrong.</summary>
    public StepRecord? FirstWrongStep { get; }

    /// <summary>The last step that is asked for.</summary>
    public int LastStep => _index.LastStep;

    /// <summary>The numbers as they come out with mistakes from the start of the example.</summary>
    public double[] With(IReadOnlyList<Variant> variants)
    {
        Shift? shift = variants.Select(variant => variant.Shift).FirstOrDefault(found => found is not null);
        AskedIndex index = shift is null ? _index : AskedIndex.Of(Asked, _calculation, shift);
        NumberReader reader = new(index, Asked.Count);
        _calculation.Run(Catalogue.Equations(variants), reader, _cancellation);
        return reader.Values;
    }

    /// <summary>Each number as it comes out of the learner's own earlier ones.</summary>
    /// <param name="variants">Mistakes made on the way; none for the right equations.</param>
    /// <param name="standings">What stands for each number; null where it is to be decided.</param>
    /// <param name="nudged">A number to write down with half a unit of its last digit more; -1 for none.</param>
    public OwnNumbers FromOwn(IReadOnlyList<Variant> variants, Standing?[] standings, int nudged = -1)
    {
        OwnNumbers own = new(_index, Asked, Right, standings) { Nudged = nudged };
        _calculation.Run(Catalogue.Equations(variants), own, _cancellation);
        return own;
    }

    /// <summary>What stands for each number: the right one where the learner's is right, else it is to be decided.</summary>
    public Standing?[] RightWhereRight() => [.. Verdicts.Select(verdict => verdict == Verdict.Wrong ? (Standing?)null : Standing.Right)];

    /// <summary>Each number as it was written, but for those too coarse to be calculated with.</summary>
    public Standing?[] AsWritten() => [.. Verdicts.Select(verdict => (Standing?)(verdict == Verdict.TooCoarse ? Standing.Right : Standing.Written))];
}
