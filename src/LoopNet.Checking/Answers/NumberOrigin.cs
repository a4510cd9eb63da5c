namespace LoopNet.Checking;

/// <summary>Where a number of a calculation comes from.</summary>
public enum NumberOrigin
{
    /// <summary>An equation: it may have been rounded on the way.</summary>
    Calculated,

    /// <summary>The example: a parameter before step 1, an input or a target.</summary>
    Given,

    /// <summary>Its place: a copy of a given number, or a 0 or 1 that no calculation leads to.</summary>
    ByPlace,
}
