using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Data;

/// <summary>The parameters of a network as arrays of NumPy: <c>W1</c>, <c>b1</c>, ..., and nothing else.</summary>
/// <remarks>Biases are <c>(n,)</c>, <c>(n, 1)</c> or <c>(1, n)</c>; a layer without an array of biases has none. Activations and loss are not in the file.</remarks>
public sealed partial class NumPyModel
{
    private readonly string _path;
    private readonly NpyArray[] _weights;
    private readonly NpyArray?[] _biases;

    private NumPyModel(string path, NpyArray[] weights, NpyArray?[] biases)
    {
        _path = path;
        _weights = weights;
        _biases = biases;
    }

    /// <summary>How many layers there are.</summary>
    public int Layers => _weights.Length;

    /// <summary>Reads the arrays.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be read, or its arrays are not <c>W1</c>, <c>b1</c>, ....</exception>
    public static NumPyModel Read(string path)
    {
        SortedDictionary<int, NpyArray> weights = [];
        Dictionary<int, NpyArray> biases = [];
        IReadOnlyDictionary<string, NpyArray> arrays = NumPyFile.Read(path);
        foreach ((string name, NpyArray array) in arrays)
        {
            Match match = NamePattern().Match(name);
            if (!match.Success)
            {
                throw Other(path, arrays.Keys);
            }

            int layer = int.Parse(match.Groups["layer"].Value, CultureInfo.InvariantCulture);
            bool isWeight = match.Groups["kind"].Value is "W" or "w";
            if (isWeight ? !weights.TryAdd(layer, array) : !biases.TryAdd(layer, array))
            {
                throw new DataException($"{path} holds {name} twice, in capitals and in small letters: leave one out.");
            }
        }

        bool isWhole = weights.Count > 0 && weights.Keys.SequenceEqual(Enumerable.Range(1, weights.Count)) && biases.Keys.All(weights.ContainsKey);
        if (!isWhole)
        {
            throw Other(path, arrays.Keys);
        }

        foreach ((int layer, NpyArray array) in weights)
        {
            if (array.Shape.Count != 2 || array.Count == 0)
            {
                throw new DataException(Invariant($"{path}: W{layer} has the shape {array.ShapeText}, but a matrix was expected: reshape it."));
            }
        }

        return new NumPyModel(path, [.. weights.Values], [.. weights.Keys.Select(layer => biases.GetValueOrDefault(layer))]);
    }

    /// <summary>The layout that the shapes allow.</summary>
    /// <param name="inputs">n_0, the inputs of the network.</param>
    /// <param name="outputs">n_L, its outputs.</param>
    /// <returns>The layout; null where both fit.</returns>
    /// <exception cref="DataException">Neither fits.</exception>
    public WeightLayout? Layout(int inputs, int outputs)
    {
        bool unitInput = Fits(WeightLayout.UnitInput, inputs, outputs);
        bool inputUnit = Fits(WeightLayout.InputUnit, inputs, outputs);
        return (unitInput, inputUnit) switch
        {
            (true, true) => null,
            (true, false) => WeightLayout.UnitInput,
            (false, true) => WeightLayout.InputUnit,
            _ => throw new DataException(Invariant($"{_path} holds {Shapes()}, which make no network of {inputs} inputs and {outputs} outputs, neither as n x inputs nor as inputs x n, with a bias for each unit: correct the arrays.")),
        };
    }

    /// <summary>The network.</summary>
    /// <param name="layout">How the matrices lie.</param>
    /// <param name="activations">f_1, ..., f_L.</param>
    /// <param name="loss">The loss, which accepts f_L.</param>
    /// <exception cref="DataException">A parameter is infinite or not a number, or the arrays do not fit each other.</exception>
    public Network Network(WeightLayout layout, Activation[] activations, Loss loss)
    {
        ArgumentNullException.ThrowIfNull(activations);
        if (!Fits(layout, Size(_weights[0], Other(layout)), Size(_weights[^1], layout)))
        {
            throw new DataException($"{_path} holds {Shapes()}, which do not fit each other in this layout: give the other --layout, or correct the arrays.");
        }

        Layer[] layers = new Layer[Layers];
        for (int l = 1; l <= Layers; l++)
        {
            NpyArray array = _weights[l - 1];
            int units = Size(array, layout);
            double[][] W = [.. Enumerable.Range(0, units).Select(i => Row(array, layout, i, units))];
            double[]? b = _biases[l - 1] is NpyArray biases ? [.. Enumerable.Range(0, units).Select(i => biases[i])] : null;
            bool isFinite = W.All(row => row.All(double.IsFinite)) && (b is null || b.All(double.IsFinite));
            layers[l - 1] = isFinite ? new Layer(W, b, activations[l - 1]) : throw new DataException(Invariant($"{_path}: a number of W{l} or b{l} is infinite or not a number: correct the array."));
        }

        return new Network(layers, loss);
    }

    /// <summary>Writes the parameters of a network, whole or not at all.</summary>
    /// <param name="path">Where to.</param>
    /// <param name="network">The network.</param>
    /// <param name="layout">How its matrices are to lie.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, Network network, WeightLayout layout)
    {
        ArgumentNullException.ThrowIfNull(network);
        List<(string Name, int[] Shape, double[] Numbers)> arrays = [];
        for (int l = 1; l <= network.Layers.Length; l++)
        {
            Layer layer = network.Layers[l - 1];
            arrays.Add(layout == WeightLayout.UnitInput
                ? (Invariant($"W{l}"), [layer.Size, layer.InputSize], [.. layer.W.SelectMany(row => row)])
                : (Invariant($"W{l}"), [layer.InputSize, layer.Size], [.. Enumerable.Range(0, layer.InputSize).SelectMany(k => layer.W.Select(row => row[k]))]));
            if (layer.b is not null)
            {
                arrays.Add((Invariant($"b{l}"), [layer.Size], layer.b));
            }
        }

        NumPyFile.Write(path, arrays);
    }

    private static double[] Row(NpyArray array, WeightLayout layout, int i, int units)
    {
        int inputs = array.Count / units;
        return [.. Enumerable.Range(0, inputs).Select(k => layout == WeightLayout.UnitInput ? array[(i * inputs) + k] : array[(k * units) + i])];
    }

    private static WeightLayout Other(WeightLayout layout) => layout == WeightLayout.UnitInput ? WeightLayout.InputUnit : WeightLayout.UnitInput;

    // The number of units of a matrix in a layout; in the other one, that of its inputs.
    private static int Size(NpyArray array, WeightLayout layout) => array.Shape[layout == WeightLayout.UnitInput ? 0 : 1];

    private bool Fits(WeightLayout layout, int inputs, int outputs)
    {
        int before = inputs;
        for (int l = 1; l <= Layers; l++)
        {
            NpyArray array = _weights[l - 1];
            int units = Size(array, layout);
            if (array.Count != (long)before * units || array.Shape[layout == WeightLayout.UnitInput ? 1 : 0] != before || !AreBiasesOf(_biases[l - 1], units))
            {
                return false;
            }

            before = units;
        }

        return before == outputs;
    }

    private static bool AreBiasesOf(NpyArray? array, int units) => array is null || (array.Count == units && array.Shape.Count is 1 or 2 && array.Shape.Max() == units);

    private string Shapes() => string.Join(", ", _weights.Select((array, index) => Invariant($"W{index + 1} {array.ShapeText}")).Concat(_biases.Select((array, index) => array is null ? "" : Invariant($"b{index + 1} {array.ShapeText}")).Where(text => text.Length > 0)));

    private static DataException Other(string path, IEnumerable<string> names)
    {
        return new DataException($"{path} holds {string.Join(", ", names)}, but W1, b1, W2, ... were expected and nothing else: numpy.savez('m.npz', W1=..., b1=..., W2=..., b2=...) writes them.");
    }

    [GeneratedRegex(@"^(?<kind>[WwBb])_?(?<layer>[1-9][0-9]{0,2})$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex NamePattern();
}
