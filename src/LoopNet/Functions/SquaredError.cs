namespace LoopNet;

/// <summary>Squared error, <c>L = 1/2 sum_i (a_i - y_i)^2</c>: the half makes its gradient plain <c>a - y</c>.</summary>
public class SquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "squared-error";

    /// <inheritdoc/>
    public override string Definition => "1/2 sum (a-y)^2";

    /// <inheritdoc/>
    public override bool Accepts(Activation output) => true;

    /// <inheritdoc/>
    public override double Value(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double error = a[i] - y[i];
            double square = error * error;
            sum += square;
        }

        return 0.5 * sum;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = a_i - y_i.</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            dL_da[i] = a[i] - y[i];
        }
    }
}
