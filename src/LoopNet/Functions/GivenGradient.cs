namespace LoopNet;

/// <summary>
/// Stands in for a loss that is not known, where each sample gives its gradient dL/da_L: in place of a target, <c>y</c> holds it.
/// </summary>
/// <remarks>
/// What a backward pass makes of that gradient depends on nothing else. So does its value, <c>sum_i y_i a_i</c>, which is
/// the simplest loss with that gradient: it is there for central differences, and no trace shows it.
/// </remarks>
public sealed class GivenGradient : Loss
{
    /// <inheritdoc/>
    public override string Name => "given gradient";

    /// <inheritdoc/>
    public override string Definition => "dL/da is given";

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => true;

    /// <inheritdoc/>
    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double term = y[i] * a[i];
            sum += term;
        }

        return sum;
    }

    /// <inheritdoc/>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dL_da[i] = y[i];
        }
    }
}
