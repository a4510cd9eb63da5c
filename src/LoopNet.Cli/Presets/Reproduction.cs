using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Runs presets one after another, writes what came of each, and prints one table.</summary>
/// <param name="folder">The folder for the files.</param>
/// <param name="terminal">Where lines go.</param>
internal sealed class Reproduction(string folder, Terminal terminal)
{
    private const int SheetSize = 40;

    private const string DigitsPicture = "digits.svg";
    private const string ConfusionMatrix = "confusion.svg";
    private const string WeightsPicture = "weights.svg";

    private static readonly string[] Pictures = [DigitsPicture, ConfusionMatrix, WeightsPicture];

    /// <summary>The value of <c>--data</c>, or null.</summary>
    public string? Data { get; init; }

    /// <summary>Finds the digits.</summary>
    public required Func<DigitSource> Source { get; init; }

    /// <summary>The epochs of every preset; null for each document's own.</summary>
    public int? Epochs { get; init; }

    /// <summary>At most this many epochs.</summary>
    public int MostEpochs { get; init; } = int.MaxValue;

    /// <summary>At most this many digits; null for each document's own.</summary>
    public int? Limit { get; init; }

    /// <summary>Makes the engine of a run.</summary>
    public required Func<Engine> Engine { get; init; }

    /// <summary>Runs the presets.</summary>
    /// <param name="presets">At least one.</param>
    /// <returns>The exit status.</returns>
    public int Run(IReadOnlyList<Preset> presets)
    {
        OutputFile.CheckFolder(folder, "--out");
        DigitSource source = Source();
        foreach (Preset preset in presets)
        {
            CheckPlaces(preset, source);
        }

        TextTable table = new();
        table.Add("document", "epochs", "training", "test", "loss", "seconds");
        foreach (Preset preset in presets)
        {
            terminal.Output.WriteLine($"document  {preset.Name}: {preset.Title}");
            TrainingRun run = new(Prepare(preset, source), terminal);
            int status = run.Run();
            if (status != ExitStatus.Done)
            {
                return status;
            }

            WritePictures(preset, run);
            terminal.Output.WriteLine();
            EpochResult last = run.Results[^1];
            string training = NumberText.Percent(last.TrainingAccuracy);
            string test = NumberText.Percent(last.TestAccuracy);
            table.Add(preset.Name, Invariant($"{last.Epoch}"), training, test, Invariant($"{last.TestLoss:F4}"), Invariant($"{run.Seconds:F0}"));
        }

        WriteTable(table, presets);
        return ExitStatus.Done;
    }

    private TrainingFiles Files(Preset preset) => new(Place(preset, "model.json"), Place(preset, "history.csv"), Place(preset, "curves.svg"));

    private void CheckPlaces(Preset preset, DigitSource source)
    {
        TrainingFiles files = Files(preset);
        files.Check();
        files.CheckApart(source.Files);
        OutputFile.CheckPictures([.. Pictures.Select(name => new OutputFile("--out", Place(preset, name)))], source.Files);
    }

    private TrainingTask Prepare(Preset preset, DigitSource source)
    {
        TrainingPlan plan = preset.Plan with { Epochs = Math.Min(Epochs ?? preset.Plan.Epochs, MostEpochs) };
        if (Limit is not null)
        {
            plan = plan with { Limit = Limit, Split = plan.Split is null ? null : new Split(90, 10) };
        }

        Network network = plan.Draw();
        string data = Data is null ? "" : $" --data {Data}";
        string part = plan.Limit == preset.Plan.Limit ? "" : Invariant($" --limit {plan.Limit}");
        string split = plan.Split == preset.Plan.Split ? "" : $" --split {plan.Split}";
        string commandLine = Invariant($"loopnet train --preset {preset.Name}{data}{part}{split} --epochs {plan.Epochs}");
        return new TrainingTask(plan, network, plan.Digits(source), Engine(), Files(preset))
        {
            Preset = preset.Name,
            CommandLine = commandLine,
            ExpectsToLearn = plan.Epochs == preset.Plan.Epochs && Limit is null,
        };
    }

    private void WritePictures(Preset preset, TrainingRun run)
    {
        string title = $"document {preset.Name}";
        Network network = run.Task.Network;
        DigitSet digits = run.TestDigits;
        Prediction[] predictions = [.. Enumerable.Range(0, Math.Min(SheetSize, digits.Count)).Select(index => Prediction.Of(network, digits, index))];
        WholeFile.Write(Place(preset, DigitsPicture), PredictionSheet.Svg($"{title}: predicted digits", predictions));
        WholeFile.Write(Place(preset, ConfusionMatrix), ConfusionPicture.Svg($"{title}: confusion matrix", run.Confusion));
        WholeFile.Write(Place(preset, WeightsPicture), FirstLayerPicture.Svg($"{title}: weights of the first layer", network.Layers[0].W));
    }

    private void WriteTable(TextTable table, IReadOnlyList<Preset> presets)
    {
        TextWriter output = terminal.Output;
        table.Write(output);
        output.WriteLine();
        if (Limit is not null || Epochs is not null || MostEpochs < int.MaxValue)
        {
            output.WriteLine("These runs used less than the documents ask for: their figures say that everything works, not how well.");
        }

        foreach (Preset preset in presets)
        {
            output.WriteLine($"{preset.Name}  The document says: {preset.Says}.");
            output.WriteLine($"     {preset.Differs}");
        }

        output.WriteLine($"models, histories, curves and pictures are in {folder}");
    }

    private string Place(Preset preset, string name) => Path.Combine(folder, $"{preset.Name}-{name}");
}
