namespace LoopNet;

/// <summary>
/// The products and sums of one step of gradient descent: one explicit loop nest for each equation of docs/math.md.
/// </summary>
/// <remarks>
/// A vector is <c>double[]</c>, a matrix <c>double[][]</c> with one array per row. The letters are those of the equations:
/// <c>i</c> and <c>j</c> count the units of this layer, <c>k</c> the units of the layer before. Every sum starts at 0.0
/// and runs over its index in ascending order, so a result is defined to its last bit. No method here checks its
/// arguments: shapes are settled when a <see cref="Network"/> and its records are made.
/// </remarks>
public static class Loops
{
    /// <summary>F1: the weighted sums of a layer.</summary>
    /// <param name="W">Weights, n_l x n_(l-1): <c>W[i][k]</c> goes from input <c>k</c> to unit <c>i</c>.</param>
    /// <param name="a">Outputs of the layer before, n_(l-1).</param>
    /// <param name="b">Biases, n_l, or null for a layer without biases.</param>
    /// <param name="z">Receives the weighted sums, n_l.</param>
    public static void WeightedSums(double[][] W, double[] a, double[]? b, double[] z)
    {
        // F1  z = W a + b, the bias added last
        for (int i = 0; i < W.Length; i++)
        {
            double[] row = W[i];
            double sum = 0.0;
            for (int k = 0; k < row.Length; k++)
            {
                double term = row[k] * a[k];
                sum += term;
            }

            if (b is not null)
            {
                sum += b[i];
            }

            z[i] = sum;
        }
    }

    /// <summary>B3: the gradient carried back through an activation.</summary>
    /// <param name="da_dz">Jacobian of the activation, n_l x n_l: <c>da_dz[i][j]</c> is da_i/dz_j.</param>
    /// <param name="dL_da">Gradient with respect to the outputs, n_l.</param>
    /// <param name="dL_dz">Receives the gradient with respect to the weighted sums, n_l.</param>
    public static void ThroughActivation(double[][] da_dz, double[] dL_da, double[] dL_dz)
    {
        // B3  dL/dz = (da/dz)^T dL/da, the transpose read column by column
        for (int j = 0; j < dL_dz.Length; j++)
        {
            double sum = 0.0;
            for (int i = 0; i < dL_da.Length; i++)
            {
                double term = da_dz[i][j] * dL_da[i];
                sum += term;
            }

            dL_dz[j] = sum;
        }
    }

    /// <summary>B3s: the gradient at the output layer where softmax meets cross-entropy, or sigmoid binary cross-entropy.</summary>
    /// <param name="a">Outputs of the network, n_L.</param>
    /// <param name="y">Target, n_L.</param>
    /// <param name="dL_dz">Receives the gradient with respect to the output layer's weighted sums, n_L.</param>
    public static void Shortcut(double[] a, double[] y, double[] dL_dz)
    {
        // B3s  dL/dz = a - y
        for (int i = 0; i < dL_dz.Length; i++)
        {
            dL_dz[i] = a[i] - y[i];
        }
    }

    /// <summary>B5: the gradient of a layer's weights.</summary>
    /// <param name="dL_dz">Gradient with respect to the weighted sums, n_l.</param>
    /// <param name="a">Outputs of the layer before, n_(l-1).</param>
    /// <param name="dL_dW">Receives the gradient, n_l x n_(l-1).</param>
    public static void WeightGradient(double[] dL_dz, double[] a, double[][] dL_dW)
    {
        // B5  dL/dW[j][k] = sum_i dL/dz[i] dz/dW[i][j][k]: only i = j has a term, dL/dz[j] a[k]
        for (int j = 0; j < dL_dW.Length; j++)
        {
            double[] row = dL_dW[j];
            double slope = dL_dz[j];
            for (int k = 0; k < row.Length; k++)
            {
                double term = slope * a[k];

                // A sum of one term, from 0.0 as every sum: so -0.0 becomes 0.0.
                row[k] = 0.0 + term;
            }
        }
    }

    /// <summary>B6: the gradient of a layer's biases.</summary>
    /// <param name="dL_dz">Gradient with respect to the weighted sums, n_l.</param>
    /// <param name="dL_db">Receives the gradient, n_l.</param>
    public static void BiasGradient(double[] dL_dz, double[] dL_db)
    {
        // B6  dL/db = dL/dz, since dz/db is the identity
        for (int j = 0; j < dL_db.Length; j++)
        {
            dL_db[j] = dL_dz[j];
        }
    }

    /// <summary>B7: the gradient carried back through a layer's weights, to the layer before.</summary>
    /// <param name="W">Weights, n_l x n_(l-1); they are dz_l/da_(l-1).</param>
    /// <param name="dL_dz">Gradient with respect to the weighted sums, n_l.</param>
    /// <param name="dL_da">Receives the gradient with respect to the outputs of the layer before, n_(l-1).</param>
    public static void ThroughWeights(double[][] W, double[] dL_dz, double[] dL_da)
    {
        // B7  dL/da = W^T dL/dz, for the layer before: each unit i adds what it is to blame for
        for (int k = 0; k < dL_da.Length; k++)
        {
            double sum = 0.0;
            for (int i = 0; i < dL_dz.Length; i++)
            {
                double term = W[i][k] * dL_dz[i];
                sum += term;
            }

            dL_da[k] = sum;
        }
    }

    /// <summary>M1: adds the weight gradient of one more sample to the sum over its batch.</summary>
    /// <param name="dL_dW">The sample's gradient, n_l x n_(l-1).</param>
    /// <param name="sum_dL_dW">The sum over the samples so far; 0.0 everywhere before the first.</param>
    public static void AddWeightGradient(double[][] dL_dW, double[][] sum_dL_dW)
    {
        // M1  sum dL/dW over the samples in order; the mean divides it by their number at the end
        for (int j = 0; j < dL_dW.Length; j++)
        {
            double[] row = dL_dW[j];
            double[] sum_row = sum_dL_dW[j];
            for (int k = 0; k < row.Length; k++)
            {
                sum_row[k] += row[k];
            }
        }
    }

    /// <summary>M2: adds the bias gradient of one more sample to the sum over its batch.</summary>
    /// <param name="dL_db">The sample's gradient, n_l.</param>
    /// <param name="sum_dL_db">The sum over the samples so far; 0.0 everywhere before the first.</param>
    public static void AddBiasGradient(double[] dL_db, double[] sum_dL_db)
    {
        // M2  sum dL/db over the samples in order; the mean divides it by their number at the end
        for (int j = 0; j < dL_db.Length; j++)
        {
            sum_dL_db[j] += dL_db[j];
        }
    }

    /// <summary>Turns a sum over a batch into the mean of M1 or M2.</summary>
    /// <param name="sum">The sum of M1 or M2, one row per unit; overwritten with the mean.</param>
    /// <param name="count">The number of samples, at least 1.</param>
    public static void DivideByCount(double[] sum, int count)
    {
        for (int k = 0; k < sum.Length; k++)
        {
            // A quotient that underflows may be -0.0; a gradient never is.
            double mean = sum[k] / count;
            sum[k] = 0.0 + mean;
        }
    }

    /// <summary>U1: the weights of a layer move down their gradient.</summary>
    /// <param name="W">Weights before the update, n_l x n_(l-1).</param>
    /// <param name="dL_dW">Their gradient, n_l x n_(l-1).</param>
    /// <param name="eta">The learning rate.</param>
    /// <param name="W_new">Receives the weights after the update; may be <paramref name="W"/> itself.</param>
    public static void UpdateWeights(double[][] W, double[][] dL_dW, double eta, double[][] W_new)
    {
        // U1  W' = W - eta dL/dW
        for (int i = 0; i < W.Length; i++)
        {
            double[] row = W[i];
            double[] slope = dL_dW[i];
            double[] row_new = W_new[i];
            for (int k = 0; k < row.Length; k++)
            {
                double change = eta * slope[k];
                row_new[k] = row[k] - change;
            }
        }
    }

    /// <summary>U2: the biases of a layer move down their gradient.</summary>
    /// <param name="b">Biases before the update, n_l.</param>
    /// <param name="dL_db">Their gradient, n_l.</param>
    /// <param name="eta">The learning rate.</param>
    /// <param name="b_new">Receives the biases after the update; may be <paramref name="b"/> itself.</param>
    public static void UpdateBiases(double[] b, double[] dL_db, double eta, double[] b_new)
    {
        // U2  b' = b - eta dL/db
        for (int i = 0; i < b.Length; i++)
        {
            double change = eta * dL_db[i];
            b_new[i] = b[i] - change;
        }
    }
}
