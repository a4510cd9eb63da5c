namespace LoopNet.Checking;

/// <summary>The sheets of those who make each known mistake in an exercise, and what the numbers on them do not tell. A sheet is calculated when it is looked at.</summary>
internal sealed class MistakeSheets
{
    private readonly ExerciseNumbers _numbers;
    private readonly SheetComparison _comparison;
    private readonly int _digits;
    private readonly double[]?[] _sheets;
    private readonly bool?[] _unseen;

    /// <summary>Prepares the sheets of an exercise.</summary>
    /// <param name="numbers">Its numbers.</param>
    /// <param name="digits">How many significant digits are written down.</param>
    public MistakeSheets(ExerciseNumbers numbers, int digits)
    {
        _numbers = numbers;
        _digits = digits;
        _comparison = new SheetComparison(numbers.Asked, digits);

        // Rounding on the way is no mistake.
        Ways = [.. Catalogue.Edits(numbers.Example).Where(edit => edit.Mistake != Rounded.Mistake)];
        _sheets = new double[]?[Ways.Count];
        _unseen = new bool?[Ways.Count];
    }

    /// <summary>Every way to make a known mistake in the exercise, in the order of the catalogue.</summary>
    public IReadOnlyList<Edit> Ways { get; }

    /// <summary>Whether a way has no number to change: that of another step or sample, where there is none.</summary>
    public bool IsNowhere(int way) => Sheet(way).Length == 0;

    /// <summary>Whether a way gives the right numbers, or such as a check puts down to rounding or to another convention.</summary>
    public bool IsUnseen(int way) => _unseen[way] ??= !IsNowhere(way) && _comparison.Of(Sheet(way), _numbers.Right) switch
    {
        SheetDistance.None => true,
        SheetDistance.Slight => _numbers.AreCalledRight(Sheet(way), _digits),
        _ => false,
    };

    /// <summary>Whether two ways give the same numbers.</summary>
    public bool AreAlike(int first, int second) => _comparison.Of(Sheet(first), Sheet(second)) == SheetDistance.None || _comparison.Of(Sheet(second), Sheet(first)) == SheetDistance.None;

    /// <summary>The ways that give the right numbers.</summary>
    public int[] Unseen() => [.. Enumerable.Range(0, Ways.Count).Where(IsUnseen)];

    /// <summary>The pairs of ways to make different mistakes that give the same wrong numbers.</summary>
    public IEnumerable<(int First, int Second)> Alike()
    {
        int[] seen = [.. Enumerable.Range(0, Ways.Count).Where(way => !IsNowhere(way) && !IsUnseen(way))];
        foreach (int second in seen)
        {
            foreach (int first in seen.TakeWhile(way => way < second))
            {
                if (Ways[first].Mistake != Ways[second].Mistake && AreAlike(first, second))
                {
                    yield return (first, second);
                }
            }
        }
    }

    /// <summary>The known mistakes that change a number.</summary>
    public HashSet<Mistake> Seen() => [.. Enumerable.Range(0, Ways.Count).Where(way => !IsNowhere(way) && !IsUnseen(way)).Select(way => Ways[way].Mistake!)];

    /// <summary>The known mistakes that have numbers to change, and change none in any way.</summary>
    public HashSet<Mistake> Missing() => [.. Unseen().Select(way => Ways[way].Mistake!).Except(Seen())];

    private double[] Sheet(int way) => _sheets[way] ??= _numbers.With(Ways[way]) ?? [];
}
