using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What stands for a number that the learner gave when later numbers are calculated from it.</summary>
internal enum Standing
{
    /// <summary>The right number: the learner's is right as far as it is written.</summary>
    Right,

    /// <summary>The calculated number: the learner's follows from earlier ones.</summary>
    Calculated,

    /// <summary>The number as the learner wrote it.</summary>
    Written,
}

/// <summary>Calculates each number from the learner's own earlier ones.</summary>
internal sealed class OwnNumbers : NumberReader
{
    private readonly IReadOnlyList<AskedNumber> _asked;
    private readonly double[] _right;
    private readonly Standing?[] _standings;

    /// <summary>Begins a calculation.</summary>
    /// <param name="index">The index of the numbers.</param>
    /// <param name="asked">The numbers.</param>
    /// <param name="right">The right numbers.</param>
    /// <param name="standings">What stands for each; null where the calculation decides: the calculated number where the learner's is that, else the written one.</param>
    public OwnNumbers(AskedIndex index, IReadOnlyList<AskedNumber> asked, double[] right, Standing?[] standings)
        : base(index, asked.Count)
    {
        _asked = asked;
        _right = right;
        _standings = [.. standings];
    }

    /// <summary>A number that is written down with half a unit of its last digit more, to see what its rounding does; -1 for none.</summary>
    public int Nudged { get; init; } = -1;

    /// <summary>What stood for each number.</summary>
    public IReadOnlyList<Standing?> Standings => _standings;

    protected override void Read(CalculatedStep step, Tensor tensor, IReadOnlyList<(int Number, int Row, int Column)> numbers)
    {
        step.Rewrite(tensor, rows =>
        {
            foreach ((int number, int row, int column) in numbers)
            {
                rows[row][column] = StandsFor(number);
            }
        });
    }

    private double StandsFor(int number)
    {
        WrittenNumber written = _asked[number].Written;
        _standings[number] ??= _asked[number].Judge(Values[number]) != Verdict.Wrong ? Standing.Calculated : Standing.Written;
        double standing = _standings[number] switch
        {
            Standing.Right => _right[number],
            Standing.Written => written.Value,
            _ => Values[number],
        };
        return number == Nudged ? standing + (0.5 * written.Unit) : standing;
    }
}
