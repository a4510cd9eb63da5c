namespace LoopNet;

/// <summary>Mean squared error, <c>L = 1/n sum_i (a_i - y_i)^2</c>, where n is the number of outputs.</summary>
public class MeanSquaredError : Loss
{
    /// <inheritdoc/>
    public override string Name => "mean-squared-error";

    /// <inheritdoc/>
    public override string Definition => "1/n sum (a-y)^2";

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

        return sum / y.Length;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = 2 (a_i - y_i) / n.</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double error = a[i] - y[i];
            double slope = 2.0 * error / y.Length;

            // A quotient that underflows may be -0.0; a gradient never is.
            dL_da[i] = 0.0 + slope;
        }
    }
}
