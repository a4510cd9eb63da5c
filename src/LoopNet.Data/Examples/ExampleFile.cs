namespace LoopNet.Data;

/// <summary>Reads a worked example: a network, its samples and its rule, complete in one JSON file.</summary>
public static class ExampleFile
{
    private static readonly string[] Keys =
        ["name", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient", "steps", "source", "notation", "layers", "samples"];

    private static readonly string[] RequiredKeys = ["layers", "loss", "learningRate", "samples"];
    private static readonly string[] SampleKeys = ["input", "target"];

    /// <summary>Reads an example.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">
    /// The file is missing or not JSON; a key is unknown, doubled or missing; a shape, a target or a number is wrong. The
    /// message gives file, JSON path, what was found and what was expected.
    /// </exception>
    public static Example Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return JsonFile.Read(path, root => Read(root, Path.GetFileNameWithoutExtension(path), Path.GetDirectoryName(Path.GetFullPath(path))));
    }

    /// <summary>Reads an example from its text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What the text is called in messages, and the example's name where the text gives none.</param>
    /// <exception cref="DataException">As for <see cref="Read(string)"/>.</exception>
    public static Example Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return JsonFile.Parse(text, name, root => Read(root, name, null));
    }

    private static Example Read(JsonPlace root, string fileName, string? folder)
    {
        Dictionary<string, JsonPlace> members = root.Members(Keys, RequiredKeys);
        Notation? notation = members.TryGetValue("notation", out JsonPlace notationPlace) ? NotationFile.Read(notationPlace, folder) : null;
        Network network = NetworkJson.Read(members["layers"], members["loss"], notation?.Layout ?? WeightLayout.UnitInput);
        SampleList samples = ReadSamples(members["samples"], network);
        UpdateRule rule = ReadRule(members, network);
        string name = ReadName(members, root, fileName);
        string? source = members.TryGetValue("source", out JsonPlace sourcePlace) ? sourcePlace.Text() : null;

        int batchSize = 1;
        if (members.TryGetValue("batch", out JsonPlace batch))
        {
            batchSize = batch.Is("all") ? samples.Count : batch.WholeNumber("a whole number of at least 1, or \"all\"");
        }

        int steps = Batch.CountPerPass(samples.Count, batchSize);
        if (steps > Example.MostSteps && !members.ContainsKey("steps"))
        {
            throw members["samples"].Wrong(Invariant($"samples for {steps:N0} updates"), Invariant($"a key \"steps\" beside them, for an example has {Example.MostSteps:N0} updates at most"));
        }

        if (members.TryGetValue("steps", out JsonPlace stepsPlace))
        {
            steps = stepsPlace.WholeNumber(Invariant($"a whole number from 1 to {Example.MostSteps:N0}"), Example.MostSteps);
        }

        return new Example(name, network, samples, rule, batchSize, steps, source) { Notation = notation };
    }

    private static string ReadName(Dictionary<string, JsonPlace> members, JsonPlace root, string fileName)
    {
        if (members.TryGetValue("name", out JsonPlace place))
        {
            string name = place.Text();
            return Example.IsName(name) ? name : throw place.Wrong(place.Found(), Example.NameRule);
        }

        return Example.IsName(fileName) ? fileName : throw root.Wrong($"no key \"name\" in a file called {fileName}", $"a name of {Example.NameRule}");
    }

    private static UpdateRule ReadRule(Dictionary<string, JsonPlace> members, Network network)
    {
        JsonPlace ratePlace = members["learningRate"];
        double learningRate = ratePlace.Number();
        if (learningRate <= 0.0)
        {
            throw ratePlace.Wrong(ratePlace.Found(), "a number over 0");
        }

        Reduction reduction = Reduction.Mean;
        if (members.TryGetValue("reduction", out JsonPlace reductionPlace) && !reductionPlace.Is("mean"))
        {
            reduction = reductionPlace.Is("sum") ? Reduction.Sum : throw reductionPlace.Wrong(reductionPlace.Found(), "\"mean\" or \"sum\"");
        }

        OutputGradient outputGradient = OutputGradient.Jacobian;
        if (members.TryGetValue("outputGradient", out JsonPlace gradientPlace))
        {
            outputGradient = NetworkJson.ReadOutputGradient(gradientPlace, network);
        }

        bool updateBiases = !members.TryGetValue("updateBiases", out JsonPlace biasesPlace) || biasesPlace.Truth();
        return new UpdateRule(learningRate) { Reduction = reduction, UpdateBiases = updateBiases, OutputGradient = outputGradient };
    }

    private static SampleList ReadSamples(JsonPlace place, Network network)
    {
        JsonPlace[] places = place.Elements("samples");
        double[][] inputs = new double[places.Length][];
        double[][] targets = new double[places.Length][];
        for (int s = 0; s < places.Length; s++)
        {
            Dictionary<string, JsonPlace> members = places[s].Members(SampleKeys, SampleKeys);
            inputs[s] = members["input"].Vector(network.InputSize, "one for each input of layer 1");
            JsonPlace targetPlace = members["target"];
            targets[s] = targetPlace.Vector(network.OutputSize, "one for each output");
            if (!network.Loss.AcceptsTarget(network.Output, targets[s]))
            {
                string numbers = string.Join(", ", targets[s].Select(number => Invariant($"{number}")));
                throw targetPlace.Wrong($"[{numbers}]", $"{network.Loss.TargetRule(network.Output)} for {network.Loss.Name} with {network.Output.Name} outputs");
            }
        }

        return new SampleList(inputs, targets);
    }
}
