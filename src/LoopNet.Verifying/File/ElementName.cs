namespace LoopNet.Verifying;

/// <summary>The full name of a tensor or of one of its elements.</summary>
/// <param name="Step">The step, from 1.</param>
/// <param name="Sample">The sample, from 0 within its step; null for what belongs to the whole step.</param>
/// <param name="Element">The tensor, for example <c>W1</c>, or the element, for example <c>z1[1]</c>.</param>
public sealed record ElementName(int Step, int? Sample, string Element)
{
    /// <summary>The name with its step and sample: <c>1/0/z1[1]</c>, <c>1//W1</c>.</summary>
    public override string ToString() => Invariant($"{Step}/{Sample}/{Element}");
}
