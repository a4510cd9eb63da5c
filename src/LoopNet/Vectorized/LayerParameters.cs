using System.Diagnostics;

namespace LoopNet;

/// <summary>The parameters of a layer, laid out for vectors.</summary>
[DebuggerDisplay("{ByInput.Count} -> {ByInput.Width}")]
internal sealed unsafe class LayerParameters
{
    /// <summary>Makes room for the parameters of a layer.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="first">Whether the layer is the first, through which no gradient is carried back.</param>
    public LayerParameters(Layer layer, bool first)
    {
        ByInput = new Rows(layer.InputSize, layer.Size);
        ByUnit = first ? null : new Rows(layer.Size, layer.InputSize);
        Biases = new Rows(1, layer.Size);
        HasBiases = layer.b is not null;
    }

    /// <summary>Room for the parameters of a network: layer l at index l, nothing at 0.</summary>
    public static LayerParameters[] Of(Network network)
    {
        LayerParameters[] parameters = new LayerParameters[network.Layers.Length + 1];
        for (int l = 1; l < parameters.Length; l++)
        {
            parameters[l] = new LayerParameters(network.Layers[l - 1], first: l == 1);
        }

        return parameters;
    }

    /// <summary>W transposed: row <c>k</c> holds the weights from input <c>k</c> to every unit. F1 reads it.</summary>
    public Rows ByInput { get; }

    /// <summary>W: row <c>i</c> holds the weights of unit <c>i</c>. B7 reads it; null in the first layer.</summary>
    public Rows? ByUnit { get; }

    /// <summary>b; zeros where the layer has none: adding 0.0 to a sum that began with 0.0 changes no bit.</summary>
    public Rows Biases { get; }

    /// <summary>Whether the layer has biases, so that they can move.</summary>
    public bool HasBiases { get; }

    /// <summary>Takes over a layer's parameters.</summary>
    /// <returns>Whether all of them are numbers that the twin treats itself.</returns>
    public bool Load(Layer layer)
    {
        bool ordinary = layer.b is null || Ordinary.Are(layer.b, Ordinary.ParameterLimit);
        layer.b?.CopyTo(new Span<double>(Biases.Start, layer.Size));
        for (int i = 0; i < layer.Size; i++)
        {
            double[] row = layer.W[i];
            ordinary = ordinary && Ordinary.Are(row, Ordinary.ParameterLimit);
            if (ByUnit is not null)
            {
                row.CopyTo(new Span<double>(ByUnit[i], row.Length));
            }

            for (int k = 0; k < row.Length; k++)
            {
                ByInput[k][i] = row[k];
            }
        }

        return ordinary;
    }

    /// <summary>Writes the parameters back into a layer.</summary>
    public void Store(Layer layer)
    {
        if (layer.b is not null)
        {
            new Span<double>(Biases.Start, layer.Size).CopyTo(layer.b);
        }

        for (int i = 0; i < layer.Size; i++)
        {
            double[] row = layer.W[i];
            for (int k = 0; k < row.Length; k++)
            {
                row[k] = ByInput[k][i];
            }
        }
    }

    /// <summary>Makes <see cref="ByUnit"/> what <see cref="ByInput"/> is.</summary>
    public void Transpose()
    {
        for (int i = 0; ByUnit is not null && i < ByUnit.Count; i++)
        {
            double* row = ByUnit[i];
            for (int k = 0; k < ByUnit.Width; k++)
            {
                row[k] = ByInput[k][i];
            }
        }
    }
}
