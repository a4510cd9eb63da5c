namespace LoopNet.Checking;

/// <summary>The numbers of one sample on a <see cref="Sheet"/>, by layer: <c>z[2]</c> is z2, and <c>a[0]</c> is the input x.</summary>
public sealed class SampleSheet
{
    /// <summary>The target, n_L.</summary>
    public readonly double[] y;

    /// <summary>F1: weighted sums, n_l.</summary>
    public readonly double[][] z;

    /// <summary>F2: outputs, n_l.</summary>
    public readonly double[][] a;

    /// <summary>F3: the loss, a single number.</summary>
    public readonly double[] L = new double[1];

    /// <summary>B1 at the output layer, B7 below it; <c>dL_da[0]</c> is dL/dx.</summary>
    public readonly double[][] dL_da;

    /// <summary>B2: Jacobians of the activations, n_l x n_l.</summary>
    public readonly double[][][] da_dz;

    /// <summary>B3 or B3s: gradients with respect to the weighted sums, n_l.</summary>
    public readonly double[][] dL_dz;

    /// <summary>B4: n_l rows of n_l n_(l-1) numbers; null where nobody asks, since it is the outputs of the layer before, spread out.</summary>
    public readonly double[][]?[] dz_dW;

    /// <summary>B5: gradients of the weights, n_l x n_(l-1).</summary>
    public readonly double[][][] dL_dW;

    /// <summary>B6: gradients of the biases, n_l.</summary>
    public readonly double[][] dL_db;

    /// <summary>B7: what the gradient is carried back through, n_l x n_(l-1): the weights.</summary>
    public readonly double[][][] dz_da;

    /// <summary>Whether a logarithm of the loss underflowed: then dL/dz of the output layer is a - y.</summary>
    public bool Saturated;

    /// <summary>Makes room for one sample.</summary>
    /// <param name="network">The network that it passes through.</param>
    internal SampleSheet(Network network)
    {
        int last = network.Layers.Length;
        int[] n = network.Sizes();
        y = new double[n[last]];
        z = new double[last + 1][];
        a = new double[last + 1][];
        dL_da = new double[last + 1][];
        da_dz = new double[last + 1][][];
        dL_dz = new double[last + 1][];
        dz_dW = new double[last + 1][][];
        dL_dW = new double[last + 1][][];
        dL_db = new double[last + 1][];
        dz_da = new double[last + 1][][];
        for (int l = 0; l <= last; l++)
        {
            a[l] = new double[n[l]];
            dL_da[l] = new double[n[l]];
            z[l] = l == 0 ? [] : new double[n[l]];
            da_dz[l] = l == 0 ? [] : Tensors.Matrix(n[l], n[l]);
            dL_dz[l] = l == 0 ? [] : new double[n[l]];
            dL_dW[l] = l == 0 ? [] : Tensors.Matrix(n[l], n[l - 1]);
            dL_db[l] = l == 0 ? [] : new double[n[l]];
            dz_da[l] = [];
        }
    }
}
