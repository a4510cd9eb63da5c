namespace LoopNet;

/// <summary>The sum of the outputs, <c>L = sum_i a_i</c>: what is differentiated is the network itself. There is no target.</summary>
public class SumOfOutputs : Loss
{
    /// <inheritdoc/>
    public override string Name => "sum";

    /// <inheritdoc/>
    public override string Definition => "sum a";

    /// <inheritdoc/>
    public override bool TakesTarget => false;

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => true;

    /// <inheritdoc/>
    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < a.Length; i++)
        {
            sum += a[i];
        }

        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = 1.</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < a.Length; i++)
        {
            dL_da[i] = 1.0;
        }
    }
}
