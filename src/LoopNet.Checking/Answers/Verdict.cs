namespace LoopNet.Checking;

/// <summary>How a written number compares with the right one, at the precision of the literal as written.</summary>
public enum Verdict
{
    /// <summary>Within 1e-12 relative or 1e-14 absolute, however many digits it has.</summary>
    Exact,

    /// <summary>Right to every written digit, at least one of them significant.</summary>
    Rounded,

    /// <summary>One unit off in the last written digit: usually chained rounding.</summary>
    LastDigit,

    /// <summary>Near a right number that is less than a unit of the last written digit: neither right nor wrong.</summary>
    TooCoarse,

    /// <summary>Another number.</summary>
    Wrong,
}
