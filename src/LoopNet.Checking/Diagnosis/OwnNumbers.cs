using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What stands for a number that the learner gave when later numbers are calculated from it.</summary>
internal enum Standing
{
    /// <summary>The number from the start of the example: the learner's is that, as far as it is written.</summary>
    Start,

    /// <summary>The calculated number: the learner's follows from earlier ones.</summary>
    Calculated,

    /// <summary>The number as the learner wrote it.</summary>
    Written,
}

/// <summary>Calculates each number from the learner's own earlier ones.</summary>
internal sealed class OwnNumbers : NumberReader
{
    private readonly IReadOnlyList<AskedNumber> _asked;
    private readonly Standing?[] _standings;
    private bool _isDone;

    /// <summary>Begins a calculation.</summary>
    /// <param name="index">The index of the numbers.</param>
    /// <param name="asked">The numbers.</param>
    /// <param name="standings">What stands for each; null, or null for one of them, where the calculation decides.</param>
    public OwnNumbers(AskedIndex index, IReadOnlyList<AskedNumber> asked, Standing?[]? standings = null)
        : base(index, asked.Count)
    {
        _asked = asked;
        _standings = standings is null ? new Standing?[asked.Count] : [.. standings];
    }

    /// <summary>The numbers from the start of the example; null where none of them stands for the learner's.</summary>
    public double[]? Start { get; init; }

    /// <summary>Whether every number stands as it is written, but for one that has no significant digit.</summary>
    public bool IsWrittenThroughout { get; init; }

    /// <summary>A number that is written down with half a unit of its last digit more, to see what its rounding does; -1 for none.</summary>
    public int Nudged { get; init; } = -1;

    /// <summary>Whether a value gives a number; where one does not, the calculation ends.</summary>
    public Func<int, double, bool>? Gives { get; init; }

    public override bool IsDone => _isDone || base.IsDone;

    /// <summary>What stood for each number.</summary>
    public IReadOnlyList<Standing?> Standings => _standings;

    protected override void Read(CalculatedStep step, Tensor tensor, IReadOnlyList<(int Number, int Row, int Column)> numbers)
    {
        step.Rewrite(tensor, rows =>
        {
            foreach ((int number, int row, int column) in numbers)
            {
                _isDone |= Gives is not null && !Gives(number, Values[number]);
                rows[row][column] = StandsFor(number);
            }
        });
    }

    private double StandsFor(int number)
    {
        WrittenNumber written = _asked[number].Written;
        _standings[number] ??= Decide(number);
        double standing = _standings[number] switch
        {
            Standing.Start => Start![number],
            Standing.Written => written.Value,
            _ => Values[number],
        };
        return number == Nudged ? standing + (0.5 * written.Unit) : standing;
    }

    private Standing Decide(int number)
    {
        AskedNumber asked = _asked[number];
        if (IsWrittenThroughout)
        {
            return asked.Judge(Values[number]) is Verdict.TooCoarse or Verdict.Exact ? Standing.Calculated : Standing.Written;
        }

        if (Start is not null && asked.IsRight(Start[number]))
        {
            return Standing.Start;
        }

        return asked.IsRight(Values[number]) ? Standing.Calculated : Standing.Written;
    }
}
