namespace LoopNet.Checking;

/// <summary>An accident in writing one number down, or in calculating it.</summary>
/// <param name="Text">What happened, for example <c>two digits exchanged</c>.</param>
/// <param name="Cost">What it takes to say it, in bits.</param>
internal sealed record Slip(string Text, double Cost);
