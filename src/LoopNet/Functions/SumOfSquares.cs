namespace LoopNet;

/// <summary>Sum of squares, <c>L = sum_i (a_i - y_i)^2</c>: the squared error without its half.</summary>
public class SumOfSquares : Loss
{
    /// <inheritdoc/>
    public override string Name => "sum-of-squares";

    /// <inheritdoc/>
    public override string Definition => "sum (a-y)^2";

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

        return sum;
    }

    /// <inheritdoc/>
    /// <remarks>dL/da_i = 2 (a_i - y_i).</remarks>
    public override void Gradient(double[] a, double[] y, double[] dL_da)
    {
        for (int i = 0; i < y.Length; i++)
        {
            double error = a[i] - y[i];
            dL_da[i] = 2.0 * error;
        }
    }
}
