namespace LoopNet.Data;

/// <summary>Reads a worked example: a network, its samples and its rule, complete in one JSON file.</summary>
public static class ExampleFile
{
    private static readonly string[] Keys =
        ["$schema", "name", "loss", "learningRate", "batch", "reduction", "updateBiases", "outputGradient", "steps", "source", "notation", "layers", "samples"];

    private static readonly string[] RequiredKeys = ["layers", "samples"];

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
        WeightLayout layout = notation?.Layout ?? WeightLayout.UnitInput;
        JsonPlace? first = members["samples"].Length > 0 ? members["samples"][0] : null;
        Network network = members.TryGetValue("loss", out JsonPlace lossPlace)
            ? NetworkJson.Read(members["layers"], lossPlace, layout, first)
            : new Network(NetworkJson.ReadLayers(members["layers"], layout, first), ExampleSamples.InPlaceOfLoss(members["samples"]));
        SampleList samples = ExampleSamples.Read(members["samples"], network, members["layers"][0].CommaHint());
        UpdateRule rule = ReadRule(members, network);
        string name = ReadName(members, fileName);
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
            int pass = steps;
            steps = stepsPlace.WholeNumber(Invariant($"a whole number from 1 to {Example.MostSteps:N0}"), Example.MostSteps);
            if (!rule.Moves && steps > pass)
            {
                throw stepsPlace.Wrong(stepsPlace.Found(), Invariant($"{pass} at most, a step for every update of one pass: without a key \"learningRate\" nothing moves, and the next pass would repeat the first"));
            }
        }

        return new Example(name, network, samples, rule, batchSize, steps, source) { Notation = notation };
    }

    private static string ReadName(Dictionary<string, JsonPlace> members, string fileName)
    {
        if (members.TryGetValue("name", out JsonPlace place))
        {
            string name = place.Text();
            return Example.IsName(name) ? name : throw place.Wrong(place.Found(), Example.NameRule);
        }

        return Example.NameFrom(fileName);
    }

    private static UpdateRule ReadRule(Dictionary<string, JsonPlace> members, Network network)
    {
        Reduction reduction = Reduction.Mean;
        if (members.TryGetValue("reduction", out JsonPlace reductionPlace) && reductionPlace.Word(["mean", "sum"]) == "sum")
        {
            reduction = Reduction.Sum;
        }

        OutputGradient outputGradient = OutputGradient.Jacobian;
        if (members.TryGetValue("outputGradient", out JsonPlace gradientPlace))
        {
            outputGradient = NetworkJson.ReadOutputGradient(gradientPlace, network);
        }

        bool updateBiases = !members.TryGetValue("updateBiases", out JsonPlace biasesPlace) || biasesPlace.Truth();
        return RuleOf(members, network) with { Reduction = reduction, UpdateBiases = updateBiases, OutputGradient = outputGradient };
    }

    // Without a learning rate there are gradients, and nothing moves.
    private static UpdateRule RuleOf(Dictionary<string, JsonPlace> members, Network network)
    {
        if (!members.TryGetValue("learningRate", out JsonPlace place))
        {
            return new UpdateRule();
        }

        double learningRate = place.Number();
        if (learningRate <= 0.0)
        {
            throw place.Wrong(place.Found(), "a number over 0");
        }

        return network.GoesBack
            ? new UpdateRule(learningRate)
            : throw place.Wrong("a learning rate without a loss", "a key \"loss\", or a key \"gradient\" in every sample: without one there is no gradient to move by");
    }
}
