using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What <c>loopnet train</c> says before its first epoch and after its last.</summary>
internal static class TrainingReport
{
    /// <summary>Says what is going to happen: engine, data, network, loss, rule.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="trainingDigits">How many digits are trained on.</param>
    /// <param name="testDigits">How many digits are tested with.</param>
    /// <param name="batchSize">The samples of one update.</param>
    /// <param name="output">Where the lines go.</param>
    public static void WritePlan(TrainingPlan plan, int trainingDigits, int testDigits, int batchSize, TextWriter output)
    {
        Network network = plan.Network;
        long parameters = network.Layers.Sum(layer => ((long)layer.Size * layer.InputSize) + (layer.b?.Length ?? 0));
        string sizes = string.Join('-', network.Sizes());
        string activations = string.Join(", ", network.Layers.Select(layer => layer.Activation));
        string biases = network.Layers.Any(layer => layer.b is not null) ? "" : ", no biases";
        string origin = plan.FirstEpoch == 1 ? $"drawn from seed {plan.Seed} ({plan.Init})" : $"after epoch {plan.FirstEpoch - 1}";
        string updates = Updates(plan, trainingDigits, batchSize);
        string shortcut = plan.Rule.OutputGradient == OutputGradient.Shortcut ? ", output gradient a - y" : "";
        output.WriteLine($"engine    {plan.Engine.Description}");
        output.WriteLine($"data      {plan.Source.Description}: {trainingDigits:N0} training digits, {testDigits:N0} test digits");
        output.WriteLine($"network   {sizes}, {activations}{biases}; {parameters:N0} parameters, {origin}");
        output.WriteLine($"loss      {network.Loss}: {network.Loss.Definition}");
        output.WriteLine($"rule      gradient descent, learning rate {plan.Rule.LearningRate}, one update {updates}{shortcut}; {NumberText.Count(plan.Epochs, "epoch")}");
        output.WriteLine();
        output.Flush();
    }

    /// <summary>Says what has happened: speed, accuracy, a fingerprint of the parameters, and the files that were written.</summary>
    /// <param name="plan">The plan.</param>
    /// <param name="results">What was measured, before training first.</param>
    /// <param name="trainingDigits">How many digits were trained on in each epoch.</param>
    /// <param name="seconds">The seconds of training alone.</param>
    /// <param name="traces">The traces that were written.</param>
    /// <param name="output">Where the lines go.</param>
    public static void WriteSummary(
        TrainingPlan plan, IReadOnlyList<EpochResult> results, int trainingDigits, double seconds, IReadOnlyList<string> traces, TextWriter output)
    {
        output.WriteLine();
        if (plan.Epochs > 0)
        {
            long samples = (long)plan.Epochs * trainingDigits;
            output.WriteLine($"trained on {samples:N0} samples in {seconds:F1} s: {samples / seconds:N0} samples/s");
            string before = NumberText.Percent(results[0].TestAccuracy);
            string after = NumberText.Percent(results[^1].TestAccuracy);
            output.WriteLine($"test accuracy {after}, before training {before}");
        }
        else
        {
            output.WriteLine("nothing was trained: 0 epochs");
        }

        output.WriteLine($"parameters SHA-256 {ParameterHash.Of(plan.Network)}");
        WriteFile("network saved in", plan.Save, output);
        WriteFile("curves drawn in", plan.Plot, output);
        foreach (string path in traces)
        {
            WriteFile("trace written to", path, output);
        }

        WriteFile("history written to", plan.History, output);
    }

    private static void WriteFile(string what, string? path, TextWriter output)
    {
        if (path is not null)
        {
            output.WriteLine($"{what} {path}");
        }
    }

    private static string Updates(TrainingPlan plan, int trainingDigits, int batchSize)
    {
        string order = plan.Shuffle ? ", shuffled" : "";
        if (batchSize == 1)
        {
            return $"after every sample{order}";
        }

        return batchSize == trainingDigits ? "with the mean over all samples" : $"with the mean over {batchSize:N0} samples{order}";
    }
}
