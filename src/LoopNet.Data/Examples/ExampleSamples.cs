namespace LoopNet.Data;

/// <summary>Reads the samples of an example: inputs, and beside each a target, a given gradient, or nothing.</summary>
internal static class ExampleSamples
{
    private static readonly string[] RequiredKeys = ["input"];
    private static readonly string[] KeysBesideInput = ["target", "gradient"];
    private static readonly string[] Keys = [.. RequiredKeys, .. KeysBesideInput];

    /// <summary>What stands in for the loss of an example that has none: the gradients that its samples give, or nothing.</summary>
    public static Loss InPlaceOfLoss(JsonPlace place)
    {
        bool given = place.Elements("samples").Any(sample => sample.Members(Keys, RequiredKeys).ContainsKey("gradient"));
        return given ? new GivenGradient() : new NoLoss();
    }

    /// <summary>Reads the samples of a network.</summary>
    /// <param name="place">The samples.</param>
    /// <param name="network">The network.</param>
    /// <param name="hint">What may be wrong with the first layer where an input does not fit it: decimal commas there make it too large.</param>
    public static SampleList Read(JsonPlace place, Network network, string hint)
    {
        JsonPlace[] places = place.Elements("samples");
        double[][] inputs = new double[places.Length][];
        double[][] targets = new double[places.Length][];
        for (int s = 0; s < places.Length; s++)
        {
            Dictionary<string, JsonPlace> members = places[s].Members(Keys, RequiredKeys);
            inputs[s] = members["input"].Vector(network.InputSize, $"one for each input of layer 1{hint}");
            targets[s] = ReadTarget(places[s], members, network);
        }

        return new SampleList(inputs, targets);
    }

    // What a sample holds as y: its target, its gradient, or nothing.
    private static double[] ReadTarget(JsonPlace sample, Dictionary<string, JsonPlace> members, Network network)
    {
        Loss loss = network.Loss;
        string? key = !loss.TakesTarget ? null : network.HasLoss ? "target" : "gradient";
        foreach (string other in KeysBesideInput)
        {
            if (other != key && members.TryGetValue(other, out JsonPlace place))
            {
                throw place.Wrong($"a {other} {Beside(network)}", $"no key \"{other}\" here: {Why(other, network)}");
            }
        }

        if (key is null)
        {
            return [];
        }

        if (!members.TryGetValue(key, out JsonPlace found))
        {
            string why = network.HasLoss ? $"the loss {loss} compares the outputs with it" : "the other samples have one; without a loss, all of them do or none does";
            throw sample.Wrong($"no key \"{key}\"", $"one: {why}");
        }

        double[] y = found.Vector(network.OutputSize, "one for each output");
        if (!loss.AcceptsTarget(network.Output, y))
        {
            string numbers = string.Join(", ", y.Select(number => Invariant($"{number}")));
            throw found.Wrong($"[{numbers}]", $"{loss.TargetRule(network.Output)} for {loss.Name} with {network.Output.Name} outputs");
        }

        return y;
    }

    private static string Beside(Network network) => network.HasLoss ? $"beside the loss {network.Loss}" : "in an example without a loss";

    private static string Why(string key, Network network) => (key, network.HasLoss) switch
    {
        ("target", true) => $"{network.Loss} takes no target",
        ("target", false) => "a key \"loss\" beside the samples says how outputs are compared with targets",
        _ => "the loss has a gradient of its own; leave the key \"loss\" out to give another",
    };
}
