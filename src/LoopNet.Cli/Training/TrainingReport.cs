using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What <c>loopnet train</c> says before its first epoch and after its last.</summary>
internal static class TrainingReport
{
    /// <summary>Says what is going to happen: engine, data, network, loss, rule.</summary>
    public static void WritePlan(TrainingRun run, TextWriter output)
    {
        TrainingTask task = run.Task;
        TrainingPlan plan = task.Plan;
        Network network = task.Network;
        long parameters = network.Layers.Sum(layer => ((long)layer.Size * layer.InputSize) + (layer.b?.Length ?? 0));
        string sizes = string.Join('-', network.Sizes());
        string activations = string.Join(", ", network.Layers.Select(layer => layer.Activation));
        string biases = network.Layers.Any(layer => layer.b is not null) ? "" : ", no biases";
        string origin = task.GoesOnFrom is null ? Invariant($"drawn from seed {plan.Seed} ({task.Init})") : "from the given file";
        origin = task.FirstEpoch == 1 ? origin : Invariant($"after epoch {task.FirstEpoch - 1}");
        string shortcut = plan.OutputGradient == OutputGradient.Shortcut ? ", output gradient a - y" : "";
        string rule = Invariant($"learning rate {plan.LearningRate}, one update {Updates(run)}{shortcut}; {NumberText.Count(plan.Epochs, "epoch")}");
        output.WriteLine($"engine    {task.Engine.Description}");
        output.WriteLine(Invariant($"data      {task.Source.Description}: {run.TrainingDigits.Count:N0} training digits, {run.TestDigits.Count:N0} test digits"));
        output.WriteLine(Invariant($"network   {sizes}, {activations}{biases}; {parameters:N0} parameters, {origin}"));
        output.WriteLine($"loss      {network.Loss}: {network.Loss.Definition}");
        output.WriteLine($"rule      gradient descent, {rule}");
        output.WriteLine();
        output.Flush();
    }

    /// <summary>Says what has happened: speed, accuracy, a fingerprint of the parameters, and the files that were written.</summary>
    public static void WriteSummary(TrainingRun run, TextWriter output)
    {
        TrainingFiles files = run.Task.Files;
        int epochs = run.Task.Plan.Epochs;
        output.WriteLine();
        if (epochs > 0)
        {
            long samples = (long)epochs * run.TrainingDigits.Count;
            output.WriteLine(Invariant($"trained on {samples:N0} samples in {run.Seconds:F1} s: {samples / run.Seconds:N0} samples/s"));
            string before = NumberText.Percent(run.Results[0].TestAccuracy);
            string after = NumberText.Percent(run.Results[^1].TestAccuracy);
            output.WriteLine($"test accuracy {after}, before training {before}");
        }
        else
        {
            output.WriteLine("nothing was trained: 0 epochs");
        }

        output.WriteLine($"SHA-256   {ParameterHash.Of(run.Task.Network)}");
        WriteFile("network saved in", files.Save, output);
        WriteFile("curves drawn in", files.Plot, output);
        foreach (string path in run.Traces)
        {
            WriteFile("trace written to", path, output);
        }

        WriteFile("history written to", files.History, output);
    }

    private static void WriteFile(string what, string? path, TextWriter output)
    {
        if (path is not null)
        {
            output.WriteLine($"{what} {path}");
        }
    }

    private static string Updates(TrainingRun run)
    {
        string order = run.Task.Plan.Shuffle ? ", shuffled" : "";
        if (run.BatchSize == 1)
        {
            return $"after every sample{order}";
        }

        return run.BatchSize == run.TrainingDigits.Count ? "with the mean over all samples" : Invariant($"with the mean over {run.BatchSize:N0} samples{order}");
    }
}
