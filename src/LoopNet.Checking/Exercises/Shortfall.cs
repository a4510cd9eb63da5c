namespace LoopNet.Checking;

/// <summary>How much a draw of an exercise leaves untold that other draws tell.</summary>
/// <param name="Missing">Known mistakes that change no number.</param>
/// <param name="Confusions">Ways that change none, and pairs that give the same numbers.</param>
internal sealed record Shortfall(int Missing, int Confusions)
{
    /// <summary>No draw leaves as much.</summary>
    public static Shortfall Everything { get; } = new(int.MaxValue, int.MaxValue);

    /// <summary>Whether it is nothing.</summary>
    public bool IsNone => Missing == 0 && Confusions == 0;

    /// <summary>Whether it is less than another: a mistake that does not show at all weighs more than any number of single ways.</summary>
    public bool IsLessThan(Shortfall other) => Missing < other.Missing || (Missing == other.Missing && Confusions < other.Confusions);
}
