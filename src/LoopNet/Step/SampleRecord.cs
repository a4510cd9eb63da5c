using System.Diagnostics;
using System.Globalization;

namespace LoopNet;

/// <summary>
/// Every intermediate tensor of one sample's forward and backward pass, named as in docs/math.md.
/// </summary>
/// <remarks>
/// The index is that of the layer: <c>z[2]</c> is z2, <c>dL_dW[1]</c> is dL/dW1, and <c>a[0]</c> is the input x. Where an
/// equation has no tensor at an index (there is no z0), the array is empty.
/// </remarks>
[DebuggerDisplay("{ToString(),nq}")]
[DebuggerTypeProxy(typeof(RecordView))]
public sealed class SampleRecord
{
    /// <summary>The target, n_L; empty where the loss takes none, and dL/da_L itself where that is given.</summary>
    public readonly double[] y;

    /// <summary>F1: weighted sums, n_l.</summary>
    public readonly double[][] z;

    /// <summary>F2: outputs, n_l; <c>a[0]</c> is the input x.</summary>
    public readonly double[][] a;

    /// <summary>F3: the loss.</summary>
    public double L;

    /// <summary>B2: Jacobians of the activations, n_l x n_l.</summary>
    public readonly double[][][] da_dz;

    /// <summary>B1 at the output layer, B7 below it: gradients with respect to the outputs, n_l; <c>dL_da[0]</c> is dL/dx.</summary>
    public readonly double[][] dL_da;

    /// <summary>B3 (or B3s): gradients with respect to the weighted sums, n_l.</summary>
    public readonly double[][] dL_dz;

    /// <summary>B5: gradients of the weights, n_l x n_(l-1).</summary>
    public readonly double[][][] dL_dW;

    /// <summary>B6: gradients of the biases, n_l; empty where a layer has none.</summary>
    public readonly double[][] dL_db;

    /// <summary>Whether a logarithm of the loss underflowed: then L came from z, and dL/dz of the output layer is a - y.</summary>
    public bool Saturated;

    private readonly Network _network;

    /// <summary>Makes room for the tensors of one sample.</summary>
    /// <param name="network">The network that the sample passes through.</param>
    /// <param name="gradients">Whether there is room for the backward pass.</param>
    /// <param name="inputGradient">Whether there is room for dL/dx, which is then computed too.</param>
    [DebuggerStepThrough]
    public SampleRecord(Network network, bool gradients, bool inputGradient)
    {
        ArgumentNullException.ThrowIfNull(network);
        _network = network;
        int[] n = network.Sizes();
        int last = network.Layers.Length;
        y = new double[network.TargetSize];
        z = new double[last + 1][];
        a = new double[last + 1][];
        da_dz = new double[last + 1][][];
        dL_da = new double[last + 1][];
        dL_dz = new double[last + 1][];
        dL_dW = new double[last + 1][][];
        dL_db = new double[last + 1][];
        z[0] = [];
        a[0] = new double[n[0]];
        da_dz[0] = [];
        dL_da[0] = inputGradient ? new double[n[0]] : [];
        dL_dz[0] = [];
        dL_dW[0] = [];
        dL_db[0] = [];
        for (int l = 1; l <= last; l++)
        {
            bool biases = network.Layers[l - 1].b is not null;
            z[l] = new double[n[l]];
            a[l] = new double[n[l]];
            da_dz[l] = gradients ? Tensors.Matrix(n[l], n[l]) : [];
            dL_da[l] = gradients ? new double[n[l]] : [];
            dL_dz[l] = gradients ? new double[n[l]] : [];
            dL_dW[l] = gradients ? Tensors.Matrix(n[l], n[l - 1]) : [];
            dL_db[l] = gradients && biases ? new double[n[l]] : [];
        }
    }

    /// <summary>The input, n_0: the same array as <c>a[0]</c>.</summary>
    public double[] x => a[0];

    /// <summary>The outputs of the network, n_L.</summary>
    public double[] Output => a[^1];

    /// <summary>Whether the record was made for a network.</summary>
    [DebuggerStepThrough]
    internal bool IsOf(Network network) => ReferenceEquals(_network, network);

    /// <summary>The sample in a line.</summary>
    public override string ToString()
    {
        return Invariant($"x = {Shortened(x)}, y = {Shortened(y)}, a{a.Length - 1} = {Shortened(Output)}, L = {L:G10}");
    }

    private static string Shortened(double[] vector)
    {
        const int MostShown = 10;
        string numbers = string.Join(", ", vector.Take(MostShown).Select(number => number.ToString("G4", CultureInfo.InvariantCulture)));
        string rest = vector.Length > MostShown ? $", ... {vector.Length} in all" : "";
        return $"({numbers}{rest})";
    }
}
