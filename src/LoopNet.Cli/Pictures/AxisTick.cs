namespace LoopNet.Cli;

/// <summary>A mark on an axis.</summary>
/// <param name="Fraction">Where it is, from 0 at the start of the axis to 1 at its end.</param>
/// <param name="Label">The number written there.</param>
internal readonly record struct AxisTick(double Fraction, string Label);
