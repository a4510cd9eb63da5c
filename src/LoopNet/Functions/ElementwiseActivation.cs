namespace LoopNet;

/// <summary>
/// An activation that treats every unit alone: <c>a_i = f(z_i)</c>, so that its Jacobian is diagonal.
/// </summary>
public abstract class ElementwiseActivation : Activation
{
    /// <summary>f at one weighted sum.</summary>
    public abstract double Value(double z);

    /// <summary>f' at one weighted sum.</summary>
    /// <param name="z">The weighted sum.</param>
    /// <param name="a">f at <paramref name="z"/>, already known from the forward pass.</param>
    public abstract double Derivative(double z, double a);

    /// <inheritdoc/>
    public override void Value(double[] z, double[] a)
    {
        for (int i = 0; i < z.Length; i++)
        {
            a[i] = Value(z[i]);
        }
    }

    /// <inheritdoc/>
    public override void Jacobian(double[] z, double[] a, double[][] da_dz)
    {
        for (int i = 0; i < z.Length; i++)
        {
            double[] row = da_dz[i];
            for (int j = 0; j < z.Length; j++)
            {
                row[j] = 0.0;
            }

            row[i] = Derivative(z[i], a[i]);
        }
    }
}
