namespace LoopNet.Checking;

/// <summary>How a written number compares with the right one, at the precision of the literal as written.</summary>
public enum Verdict
{
    /// <summary>Within 1e-12 relative or 1e-14 absolute, however many digits it has.</summary>
    Exact,

    /// <summary>Right to every written digit, at least one of them significant.</summary>
    Rounded,

    /// <summary>One unit off in the last of three or more written digits: usually rounding on the way.</summary>
    LastDigit,

    /// <summary>Rounded rightly, but so that no significant digit is left: it claims nothing.</summary>
    TooCoarse,

    /// <summary>Right, given the learner's own rounded numbers before it: rounding that was carried on.</summary>
    CarriedOn,

    /// <summary>Right in another convention, which holds for everything that was given.</summary>
    Convention,

    /// <summary>Another number.</summary>
    Wrong,
}
