using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What became of one sheet of a class.</summary>
public enum SheetStatus
{
    /// <summary>It was graded.</summary>
    Graded,

    /// <summary>It could not be read, or nothing is filled in.</summary>
    Unread,

    /// <summary>Nobody handed it in.</summary>
    Missing,
}

/// <summary>One sheet of a class: graded, or the reason why it is not.</summary>
/// <param name="File">What it is called: its path below the folder of the class; empty where it was not handed in.</param>
/// <param name="Id">Whose it is, as far as its name says so.</param>
/// <param name="Report">What the check found; null where it was not graded.</param>
/// <param name="Reason">Why it was not graded; empty where it was.</param>
public sealed record ClassLine(string File, string Id, CheckReport? Report, string Reason)
{
    /// <summary>What became of it.</summary>
    public SheetStatus Status => Report is not null ? SheetStatus.Graded : File.Length == 0 ? SheetStatus.Missing : SheetStatus.Unread;

    /// <summary>How many numbers were asked for; 0 where the sheet was not graded.</summary>
    public int Asked { get; private init; }

    /// <summary>How many of them are right in their own right.</summary>
    public int Right { get; private init; }

    /// <summary>How many of them are wrong only because an earlier number is.</summary>
    public int Follows { get; private init; }

    /// <summary>How many of them are wrong in their own right, or so short that they claim nothing.</summary>
    public int Wrong { get; private init; }

    /// <summary>How many of them were left blank.</summary>
    public int Blank => Asked - Right - Follows - Wrong;

    /// <summary>A point for each number that is right or follows, but no fewer than the floor; null where the sheet was not graded.</summary>
    public int? Points { get; private init; }

    /// <summary>What is behind the wrong numbers, each mistake once, the first first.</summary>
    public IReadOnlyList<string> Mistakes => Report is null ? [] : [.. Report.Diagnoses.Select(MistakeLabel.Of).OfType<string>().Distinct(StringComparer.Ordinal)];

    /// <summary>The line with its points.</summary>
    /// <param name="asked">The numbers that count.</param>
    /// <param name="floor">The fewest points of a sheet that was graded.</param>
    internal ClassLine Graded(IReadOnlyList<NumberName> asked, int floor)
    {
        if (Report is null)
        {
            return this;
        }

        HashSet<NumberName> counted = [.. asked];
        JudgedNumber[] numbers = [.. Report.Numbers.Where(number => counted.Contains(number.Asked.Name))];
        int right = numbers.Count(number => number.Verdict is not (Verdict.Wrong or Verdict.TooCoarse));
        int follows = numbers.Count(number => number.Follows);
        return this with { Asked = counted.Count, Right = right, Follows = follows, Wrong = numbers.Length - right - follows, Points = Math.Max(floor, right + follows) };
    }
}
