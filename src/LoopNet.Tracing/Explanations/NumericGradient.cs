using System.Diagnostics;

namespace LoopNet.Tracing;

/// <summary>A gradient by the central difference (L(p + h) - L(p - h)) / 2h, beside the one by the chain rule.</summary>
/// <param name="Value">The difference; null where it crosses a kink of ReLU, and so means nothing.</param>
/// <param name="RelativeError">How far the two lie apart, as the gradient check measures it; null where there is no difference.</param>
[DebuggerDisplay("{Value}")]
public sealed record NumericGradient(double? Value, double? RelativeError)
{
    /// <summary>The same, of a gradient that is shown with a factor.</summary>
    /// <param name="factor">The factor.</param>
    internal NumericGradient Times(double factor) => this with { Value = factor * Value };
}
