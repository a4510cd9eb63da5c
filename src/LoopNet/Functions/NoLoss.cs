namespace LoopNet;

/// <summary>Stands in for the loss of a network that has none: there is a forward pass, and nothing to go back from.</summary>
public sealed class NoLoss : Loss
{
    /// <inheritdoc/>
    public override string Name => "no loss";

    /// <inheritdoc/>
    public override string Definition => "none";

    /// <inheritdoc/>
    public override bool TakesTarget => false;

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => true;

    /// <inheritdoc/>
    public override double Value(double[] a, double[] y)
    {
        return 0.0;
    }

    /// <inheritdoc/>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < a.Length; i++)
        {
            dL_da[i] = 0.0;
        }
    }
}
