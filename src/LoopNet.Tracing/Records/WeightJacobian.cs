namespace LoopNet.Tracing;

/// <summary>B4: how every weighted sum of a layer depends on every weight of it. Only a trace needs the tensor itself.</summary>
public static class WeightJacobian
{
    /// <summary>Builds dz_l/dW_l from the outputs of the layer before.</summary>
    /// <param name="units">n_l.</param>
    /// <param name="a">Outputs of the layer before, n_(l-1).</param>
    /// <returns>n_l x n_l x n_(l-1) numbers: <c>dz_dW[i][j][k]</c> is dz_i/dW_jk.</returns>
    public static double[][][] Of(int units, double[] a)
    {
        ArgumentNullException.ThrowIfNull(a);
        double[][][] dz_dW = new double[units][][];

        // B4  dz/dW[i][j][k] = [i = j] a[k]: a weight moves only the sum of its own unit
        for (int i = 0; i < units; i++)
        {
            dz_dW[i] = new double[units][];
            for (int j = 0; j < units; j++)
            {
                dz_dW[i][j] = new double[a.Length];
                if (i == j)
                {
                    for (int k = 0; k < a.Length; k++)
                    {
                        dz_dW[i][j][k] = a[k];
                    }
                }
            }
        }

        return dz_dW;
    }
}
