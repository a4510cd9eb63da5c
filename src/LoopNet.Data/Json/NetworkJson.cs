namespace LoopNet.Data;

/// <summary>What examples and models have in common: <c>layers</c>, <c>loss</c> and <c>outputGradient</c>.</summary>
internal static class NetworkJson
{
    private static readonly string[] LayerKeys = ["weights", "biases", "activation", "slope"];
    private static readonly string[] RequiredLayerKeys = ["weights", "activation"];

    /// <summary>Reads <c>layers</c> and <c>loss</c>.</summary>
    /// <param name="layersPlace">The layers.</param>
    /// <param name="lossPlace">The loss.</param>
    /// <param name="layout">How the matrices of weights are written.</param>
    /// <param name="sample">The first sample, whose lengths tell a transposed matrix; null where there is none.</param>
    public static Network Read(JsonPlace layersPlace, JsonPlace lossPlace, WeightLayout layout = WeightLayout.UnitInput, JsonPlace? sample = null)
    {
        Layer[] layers = ReadLayers(layersPlace, layout, sample);
        Loss loss = Loss.Named(lossPlace.Word([.. Loss.All.Select(loss => loss.Name)]))!;
        Activation output = layers[^1].Activation;
        if (!loss.Accepts(output))
        {
            string[] accepted = [.. Activation.All.Where(loss.Accepts).Select(activation => activation.Name)];
            throw lossPlace.Wrong($"{lossPlace.Found()} with {output.Name} outputs", $"{string.Join(" or ", accepted)} outputs for this loss");
        }

        return new Network(layers, loss);
    }

    /// <summary>Reads <c>layers</c>.</summary>
    /// <param name="layersPlace">The layers.</param>
    /// <param name="layout">How the matrices of weights are written.</param>
    /// <param name="sample">The first sample, whose lengths tell a transposed matrix; null where there is none.</param>
    public static Layer[] ReadLayers(JsonPlace layersPlace, WeightLayout layout, JsonPlace? sample)
    {
        JsonPlace[] places = layersPlace.Elements("layers");
        TransposedWeights.Refuse(places, layout, sample);
        Layer[] layers = new Layer[places.Length];
        for (int index = 0; index < places.Length; index++)
        {
            int? inputs = index == 0 ? null : layers[index - 1].Size;
            layers[index] = ReadLayer(places[index], inputs, layout);
        }

        return layers;
    }

    /// <summary>Reads <c>outputGradient</c>.</summary>
    public static OutputGradient ReadOutputGradient(JsonPlace place, Network network)
    {
        if (place.Word(["jacobian", "shortcut"]) == "jacobian")
        {
            return OutputGradient.Jacobian;
        }

        if (!UpdateRule.AllowsShortcut(network))
        {
            throw place.Wrong($"\"shortcut\" with {network.Output.Name} outputs and {network.Loss.Name}", $"\"jacobian\": the shortcut a - y holds for {UpdateRule.ShortcutPairs} only");
        }

        return OutputGradient.Shortcut;
    }

    private static Layer ReadLayer(JsonPlace place, int? inputs, WeightLayout layout)
    {
        Dictionary<string, JsonPlace> members = place.Members(LayerKeys, RequiredLayerKeys);
        double[][] weights = layout == WeightLayout.UnitInput ? ReadByUnit(members["weights"], inputs) : ReadByInput(members["weights"], inputs);

        double[]? biases = null;
        if (members.TryGetValue("biases", out JsonPlace biasesPlace))
        {
            biases = biasesPlace.Vector(weights.Length, "one for each unit");
        }

        JsonPlace activationPlace = members["activation"];
        Activation activation = Activation.Named(activationPlace.Word([.. Activation.All.Select(activation => activation.Name)]))!;
        if (members.TryGetValue("slope", out JsonPlace slopePlace))
        {
            activation = ReadSlope(slopePlace, activation);
        }

        return new Layer(weights, biases, activation);
    }

    // One row for each unit.
    private static double[][] ReadByUnit(JsonPlace place, int? inputs)
    {
        JsonPlace[] rows = place.Elements("rows, one for each unit");
        double[][] weights = new double[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            int? length = i == 0 ? inputs : weights[0].Length;
            string why = i == 0 ? "one for each unit of the layer before" : "as many as in the first row";
            weights[i] = rows[i].Vector(length, why);
        }

        return weights;
    }

    // One row for each input: the layout is W[k][i].
    private static double[][] ReadByInput(JsonPlace place, int? inputs)
    {
        JsonPlace[] rows = place.Elements("rows, one for each input, since the layout is input-unit");
        if (inputs is int expected && rows.Length != expected)
        {
            throw place.Wrong(JsonPlace.Count(rows.Length, "row"), Invariant($"{expected}, one for each unit of the layer before, since the layout is input-unit"));
        }

        double[][] byInput = new double[rows.Length][];
        for (int k = 0; k < rows.Length; k++)
        {
            byInput[k] = rows[k].Vector(k == 0 ? null : byInput[0].Length, "as many as in the first row");
        }

        double[][] weights = new double[byInput[0].Length][];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = [.. byInput.Select(row => row[i])];
        }

        return weights;
    }

    private static LeakyRelu ReadSlope(JsonPlace place, Activation activation)
    {
        if (activation is not LeakyRelu)
        {
            throw place.Wrong($"a slope beside \"{activation}\"", "no slope here: only \"leaky-relu\" has one");
        }

        double slope = place.Number();
        return LeakyRelu.IsSlope(slope) ? new LeakyRelu(slope) : throw place.Wrong(place.Found(), LeakyRelu.SlopeRule);
    }
}
