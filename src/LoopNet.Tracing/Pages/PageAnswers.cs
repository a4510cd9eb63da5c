namespace LoopNet.Tracing;

/// <summary>A hand calculation that a page shows beside the right numbers.</summary>
/// <param name="Numbers">The numbers, in the order of computation.</param>
/// <param name="FirstWrong">The first wrong one; null where none is wrong.</param>
/// <param name="Report">What was found, line by line.</param>
public sealed record PageAnswers(IReadOnlyList<PageAnswer> Numbers, NumberName? FirstWrong, IReadOnlyList<string> Report);

/// <summary>One number of a hand calculation.</summary>
/// <param name="Number">Which it is.</param>
/// <param name="Written">What was written.</param>
/// <param name="Judgement">What it is worth.</param>
/// <param name="Words">The same in a few words.</param>
public sealed record PageAnswer(NumberName Number, string Written, PageJudgement Judgement, string Words);

/// <summary>What a number of a hand calculation is worth, in three colours and three signs.</summary>
public enum PageJudgement
{
    /// <summary>Right.</summary>
    Right,

    /// <summary>Wrong only because an earlier number is.</summary>
    Follows,

    /// <summary>Wrong in its own right.</summary>
    Wrong,
}
