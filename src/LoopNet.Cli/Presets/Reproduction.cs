using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Runs presets one after another, writes what came of each, and prints one table.</summary>
/// <param name="folder">The folder for the files.</param>
/// <param name="terminal">Where lines go.</param>
internal sealed class Reproduction(string folder, Terminal terminal)
{
    private const int SheetSize = 40;

    /// <summary>The value of <c>--data</c>, or null.</summary>
    public string? Data { get; init; }

    /// <summary>The epochs of every preset; null for each document's own.</summary>
    public int? Epochs { get; init; }

    /// <summary>At most this many epochs.</summary>
    public int MostEpochs { get; init; } = int.MaxValue;

    /// <summary>At most this many digits; null for each document's own.</summary>
    public int? Limit { get; init; }

    /// <summary>The engine and its threads, as options of <c>train</c>.</summary>
    public IReadOnlyList<string> EngineArguments { get; init; } = [];

    /// <summary>Runs the presets.</summary>
    /// <param name="presets">At least one.</param>
    /// <returns>The exit status.</returns>
    public int Run(IReadOnlyList<Preset> presets)
    {
        OutputFile.CheckFolder(folder, "--out");
        TextTable table = new();
        table.Add("document", "epochs", "training", "test", "loss", "seconds", "the document says");
        foreach (Preset preset in presets)
        {
            terminal.Output.WriteLine($"document  {preset.Name}: {preset.Title}");
            TrainingRun run = Prepare(preset);
            int status = run.Run();
            if (status != ExitStatus.Done)
            {
                return status;
            }

            EpochResult last = run.Results[^1];
            WritePictures(preset, run);
            terminal.Output.WriteLine();
            table.Add(
                preset.Name,
                $"{last.Epoch}",
                NumberText.Percent(last.TrainingAccuracy),
                NumberText.Percent(last.TestAccuracy),
                $"{last.TestLoss:F4}",
                $"{run.Seconds:F0}",
                preset.Says);
        }

        WriteTable(table, presets);
        return ExitStatus.Done;
    }

    private TrainingRun Prepare(Preset preset)
    {
        TrainOptions options = new();
        Command command = new("train");
        foreach (Option option in options.All)
        {
            command.Options.Add(option);
        }

        List<string> args =
        [
            "--preset", preset.Name,
            "--epochs", $"{Math.Min(Epochs ?? preset.Epochs, MostEpochs)}",
            "--save", Place(preset, "model.json"),
            "--history", Place(preset, "history.csv"),
            "--plot", Place(preset, "curves.svg"),
        ];
        args.AddRange(EngineArguments);
        args.AddRange(Data is null ? [] : ["--data", Data]);
        if (Limit is int limit)
        {
            args.AddRange(["--limit", $"{limit}"]);
            args.AddRange(preset.Split is null ? [] : ["--split", "90/10"]);
        }

        return new TrainingRun(options.Plan(command.Parse(args), terminal), terminal);
    }

    private void WritePictures(Preset preset, TrainingRun run)
    {
        string title = $"document {preset.Name}";
        Network network = run.Network;
        WholeFile.Write(Place(preset, "digits.svg"), PredictionSheet.Svg($"{title}: predicted digits", Predictions(network, run.TestDigits)));
        WholeFile.Write(Place(preset, "confusion.svg"), ConfusionPicture.Svg($"{title}: confusion matrix", run.Confusion));
        WholeFile.Write(Place(preset, "weights.svg"), FirstLayerPicture.Svg($"{title}: weights of the first layer", network.Layers[0].W));
    }

    private static List<Prediction> Predictions(Network network, DigitSet digits)
    {
        int count = Math.Min(SheetSize, digits.Count);
        return [.. Enumerable.Range(0, count).Select(index => Prediction.Of(network, digits, index))];
    }

    private void WriteTable(TextTable table, IReadOnlyList<Preset> presets)
    {
        TextWriter output = terminal.Output;
        table.Write(output, 6);
        output.WriteLine();
        if (Limit is not null || Epochs is not null || MostEpochs < int.MaxValue)
        {
            output.WriteLine("These runs used less than the documents ask for: their figures say that everything works, not how well.");
        }

        foreach (Preset preset in presets)
        {
            output.WriteLine($"{preset.Name}: {preset.Differs}");
        }

        output.WriteLine($"models, histories, curves and pictures are in {folder}");
    }

    private string Place(Preset preset, string name) => Path.Combine(folder, $"{preset.Name}-{name}");
}
