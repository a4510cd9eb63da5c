namespace LoopNet;

/// <summary>How well one tensor of a step agrees with central differences.</summary>
/// <param name="Symbol">The tensor, for example <c>dL/dW1</c> or <c>da2/dz2</c>.</param>
/// <param name="LargestError">The largest relative error of its elements, at least 0.</param>
/// <param name="Element">Where that is, for example <c>dL/dW1[0,1]</c>; the symbol alone where no element was compared.</param>
/// <param name="Analytic">That element by the equations.</param>
/// <param name="Numeric">That element by central differences.</param>
/// <param name="Compared">How many elements were compared.</param>
/// <param name="LeftOut">How many could not be compared: across a kink of ReLU, or at the edge of a logarithm, central differences mean nothing.</param>
public sealed record TensorCheck(string Symbol, double LargestError, string Element, double Analytic, double Numeric, int Compared, int LeftOut)
{
    /// <summary>Whether no element is known to be wrong: every one that was compared agrees to within <see cref="GradientCheck.Tolerance"/>.</summary>
    public bool Passed => LargestError <= GradientCheck.Tolerance;
}
