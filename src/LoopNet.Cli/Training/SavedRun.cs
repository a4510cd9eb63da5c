using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A training run as the model says that it saved: what <c>--resume</c> goes on with.</summary>
/// <param name="Path">The file of the model.</param>
/// <param name="Model">The network after its last whole epoch.</param>
/// <param name="Note">How it was trained.</param>
internal sealed record SavedRun(string Path, Model Model, TrainingNote Note)
{
    private const int ShownOfHash = 12;

    /// <summary>Whether the file says all that the run needs; files of earlier versions leave out limit, split and epochs.</summary>
    private bool IsComplete => Note.PlannedEpochs is not null;

    /// <summary>The plan of the preset that the file names; null where it names none.</summary>
    public TrainingPlan? Preset { get; init; }

    /// <summary>Finds a run in a model.</summary>
    /// <param name="path">The file of the model.</param>
    /// <param name="model">What it holds.</param>
    /// <exception cref="DataException">The file does not say how its network was trained.</exception>
    public static SavedRun Of(string path, Model model)
    {
        if (model.Training is not TrainingNote note)
        {
            throw new DataException($"{path} does not say how its network was trained, so there is no run to resume; --model {path} starts one from its network.");
        }

        if (note.LearningRate <= 0.0)
        {
            throw new DataException(Invariant($"{path}: $.training.learningRate: found {note.LearningRate}; expected a number over 0."));
        }

        return new SavedRun(path, model, note);
    }

    /// <summary>The plan that the file states.</summary>
    /// <exception cref="DataException">The file states a split that is none.</exception>
    public TrainingPlan Plan()
    {
        Network network = Model.Network;
        TrainingPlan? preset = IsComplete ? null : Preset;
        return new TrainingPlan
        {
            Sizes = network.Sizes(),
            Hidden = [.. network.Layers[..^1].Select(layer => layer.Activation)],
            Output = network.Output,
            Loss = network.Loss,
            Biases = network.Layers.Any(layer => layer.b is not null),
            Init = Enum.TryParse(Note.Init, ignoreCase: true, out InitialWeights init) ? init : InitialWeights.Scaled,
            OutputGradient = Model.OutputGradient,
            LearningRate = Note.LearningRate,
            BatchSize = Note.Batch,
            Epochs = Math.Max(Note.PlannedEpochs ?? 0, Note.Epochs),
            Shuffle = Note.Shuffle,
            Split = preset is null ? Split() : preset.Split,
            Limit = preset is null ? Note.Limit : preset.Limit,
            Seed = Note.Seed,
            RawPixels = Note.Pixels == TrainingNote.RawPixels,
        };
    }

    /// <summary>What is left of the run.</summary>
    /// <param name="asked">The plan of the file, with the options over it.</param>
    /// <param name="preset">The preset that was asked for, or null.</param>
    /// <param name="terminal">Where a note goes that nothing is left.</param>
    /// <exception cref="UsageException">The options ask for something else than the file says, or for fewer epochs than are done.</exception>
    public TrainingPlan Rest(TrainingPlan asked, string? preset, Terminal terminal)
    {
        IReadOnlyList<string> other = preset is null || preset == Note.Preset ? [] : [$"--preset {preset} (there: {Note.Preset ?? "none"})"];
        PlanDifferences differences = new PlanDifferences(asked, Plan(), Note.Samples).OfNetwork().OfRule();
        other = [.. other, .. (IsComplete ? differences.OfDigits() : differences).Found];
        if (other.Count > 0)
        {
            throw new UsageException(
                $"--resume goes on with the run of {Path} as it was, but {string.Join(", ", other)}; leave that out, or use --model for a run with options of its own");
        }

        string done = NumberText.Count(Note.Epochs, "epoch");
        if (asked.Epochs < Note.Epochs)
        {
            throw new UsageException(Invariant($"--epochs {asked.Epochs} counts from the first epoch of the run, and {Path} has {done} behind it; give more"));
        }

        if (asked.Epochs == Note.Epochs)
        {
            terminal.Note($"{Path} has all its {done} behind it; --epochs N goes on to epoch N");
        }

        return asked with { Epochs = asked.Epochs - Note.Epochs };
    }

    /// <summary>Tells what a run from the saved network does in another way than the run that saved it.</summary>
    /// <param name="own">The plan of that run.</param>
    /// <param name="terminal">Where the note goes, if there is one.</param>
    public void TellOther(TrainingPlan own, Terminal terminal)
    {
        PlanDifferences differences = new PlanDifferences(own, Plan(), Note.Samples).OfRule();
        IReadOnlyList<string> other = (IsComplete ? differences.OfDigits() : differences).Found;
        if (other.Count > 0)
        {
            terminal.Note($"a run of its own from the network of {Path}: {string.Join(", ", other)}; --resume {Path} goes on as that run was");
        }
    }

    /// <summary>Checks that digits are those of the run.</summary>
    /// <exception cref="DataException">They are others.</exception>
    public void CheckDigits(DigitSet training, DigitSet test)
    {
        CheckDigits(training, Note.DataSha256, $"trained on {NumberText.Count(Note.Samples, "digit")} of {Note.Data}");
        CheckDigits(test, Note.TestDataSha256, "tested with digits");
    }

    /// <summary>What was measured before the epoch that the run goes on after, as the file or the CSV of the history says.</summary>
    /// <param name="csv">The history that the run writes, which may be there already; null where it writes none.</param>
    /// <returns>The results, and the seconds of the epoch that the run goes on after.</returns>
    /// <exception cref="DataException">The CSV is no history.</exception>
    public (IReadOnlyList<EpochResult> Before, double Seconds) Results(string? csv)
    {
        IReadOnlyList<EpochResult> written = csv is not null && File.Exists(csv) ? HistoryFile.Read(csv) : [];
        IEnumerable<EpochResult> results = Model.History.Count == 0 ? written : Model.History.Select(figures => new EpochResult(figures, Seconds(written, figures)));
        EpochResult[] known = [.. results.Where(result => result.Epoch <= Note.Epochs)];
        return ([.. known.Where(result => result.Epoch < Note.Epochs)], known.FirstOrDefault(result => result.Epoch == Note.Epochs)?.Seconds ?? 0.0);
    }

    // The model does not hold them, so that runs with the same numbers save the same bytes.
    private static double Seconds(IReadOnlyList<EpochResult> written, EpochFigures figures)
    {
        return written.FirstOrDefault(result => result with { Seconds = 0.0 } == new EpochResult(figures, 0.0))?.Seconds ?? 0.0;
    }

    private Split? Split()
    {
        try
        {
            return Note.Split is null ? null : LoopNet.Cli.Split.Parse(Note.Split);
        }
        catch (UsageException exception)
        {
            throw new DataException($"{Path}: $.training.split: {exception.Message}.", exception);
        }
    }

    private void CheckDigits(DigitSet digits, string? expected, string what)
    {
        string sha256 = digits.Sha256();
        if (expected is null || sha256 == expected)
        {
            return;
        }

        string options = IsComplete ? "" : ", and the --limit and --split of that run";
        throw new DataException(
            $"{Path} was {what} with SHA-256 {Shortened(expected)}, but these are {NumberText.Count(digits.Count, "digit")} of {digits.Name} with SHA-256 {Shortened(sha256)}: " +
            $"give the place of the same digits with --data{options}.");
    }

    private static string Shortened(string hash) => hash.Length > ShownOfHash ? $"{hash[..ShownOfHash]}..." : hash;
}
