namespace LoopNet.Data;

/// <summary>What examples and models have in common: <c>layers</c>, <c>loss</c> and <c>outputGradient</c>.</summary>
internal static class NetworkJson
{
    private static readonly string[] LayerKeys = ["weights", "biases", "activation", "slope"];
    private static readonly string[] RequiredLayerKeys = ["weights", "activation"];

    /// <summary>Reads <c>layers</c> and <c>loss</c>.</summary>
    public static Network Read(JsonPlace layersPlace, JsonPlace lossPlace)
    {
        Layer[] layers = ReadLayers(layersPlace);
        string[] names = [.. Loss.All.Select(loss => loss.Name)];
        Loss loss = Loss.Named(lossPlace.Text()) ?? throw lossPlace.Wrong(lossPlace.Found(), $"one of {string.Join(", ", names)}");
        Activation output = layers[^1].Activation;
        if (!loss.Accepts(output))
        {
            string[] accepted = [.. Activation.All.Where(loss.Accepts).Select(activation => activation.Name)];
            throw lossPlace.Wrong($"{lossPlace.Found()} with {output.Name} outputs", $"{string.Join(" or ", accepted)} outputs for this loss");
        }

        return new Network(layers, loss);
    }

    /// <summary>Reads <c>layers</c>.</summary>
    public static Layer[] ReadLayers(JsonPlace layersPlace)
    {
        JsonPlace[] places = layersPlace.Elements("layers");
        Layer[] layers = new Layer[places.Length];
        for (int index = 0; index < places.Length; index++)
        {
            int? inputs = index == 0 ? null : layers[index - 1].Size;
            layers[index] = ReadLayer(places[index], inputs);
        }

        return layers;
    }

    /// <summary>Reads <c>outputGradient</c>.</summary>
    public static OutputGradient ReadOutputGradient(JsonPlace place, Network network)
    {
        if (place.Is("jacobian"))
        {
            return OutputGradient.Jacobian;
        }

        if (!place.Is("shortcut"))
        {
            throw place.Wrong(place.Found(), "\"jacobian\" or \"shortcut\"");
        }

        if (!UpdateRule.AllowsShortcut(network))
        {
            throw place.Wrong($"\"shortcut\" with {network.Output.Name} outputs and {network.Loss.Name}", $"\"jacobian\": the shortcut a - y holds for {UpdateRule.ShortcutPairs} only");
        }

        return OutputGradient.Shortcut;
    }

    private static Layer ReadLayer(JsonPlace place, int? inputs)
    {
        Dictionary<string, JsonPlace> members = place.Members(LayerKeys, RequiredLayerKeys);
        JsonPlace[] rows = members["weights"].Elements("rows, one for each unit");
        double[][] weights = new double[rows.Length][];
        for (int i = 0; i < rows.Length; i++)
        {
            int? length = i == 0 ? inputs : weights[0].Length;
            string why = i == 0 ? "one for each unit of the layer before" : "as many as in the first row";
            weights[i] = rows[i].Vector(length, why);
        }

        double[]? biases = null;
        if (members.TryGetValue("biases", out JsonPlace biasesPlace))
        {
            biases = biasesPlace.Vector(weights.Length, "one for each unit");
        }

        JsonPlace activationPlace = members["activation"];
        string[] names = [.. Activation.All.Select(activation => activation.Name)];
        Activation activation = Activation.Named(activationPlace.Text())
            ?? throw activationPlace.Wrong(activationPlace.Found(), $"one of {string.Join(", ", names)}");
        if (members.TryGetValue("slope", out JsonPlace slopePlace))
        {
            activation = ReadSlope(slopePlace, activation);
        }

        return new Layer(weights, biases, activation);
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
