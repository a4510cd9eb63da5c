namespace LoopNet.Checking;

/// <summary>An accident in writing one number down, or in calculating it.</summary>
/// <param name="Text">What happened, for example <c>two digits exchanged</c>.</param>
/// <param name="Meant">The number that was meant, as it would have been written.</param>
/// <param name="Cost">What it takes to say it, in bits.</param>
public sealed record Slip(string Text, string Meant, double Cost);
