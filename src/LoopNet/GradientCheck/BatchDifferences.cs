namespace LoopNet;

/// <summary>Adds up the central differences of several samples, so that M1 and M2 can be compared too.</summary>
/// <remarks>A sum with a term that was left out, across a kink, is not a number.</remarks>
internal sealed class BatchDifferences
{
    private readonly double[][][] _weights;
    private readonly double[][] _biases;

    /// <summary>Starts every sum at 0.</summary>
    public BatchDifferences(Network network)
    {
        _weights = [.. network.Layers.Select(layer => Tensors.Matrix(layer.Size, layer.InputSize))];
        _biases = [.. network.Layers.Select(layer => new double[layer.Size])];
    }

    /// <summary>Adds one sample's difference for W_l[j][k].</summary>
    public void AddWeight(int l, int j, int k, double? slope) => _weights[l - 1][j][k] += slope ?? double.NaN;

    /// <summary>Adds one sample's difference for b_l[j].</summary>
    public void AddBias(int l, int j, double? slope) => _biases[l - 1][j] += slope ?? double.NaN;

    /// <summary>The sum for W_l[j][k], or null where a term was left out.</summary>
    public double? Weight(int l, int j, int k) => NumberOrNull(_weights[l - 1][j][k]);

    /// <summary>The sum for b_l[j], or null where a term was left out.</summary>
    public double? Bias(int l, int j) => NumberOrNull(_biases[l - 1][j]);

    private static double? NumberOrNull(double sum) => double.IsNaN(sum) ? null : sum;
}
