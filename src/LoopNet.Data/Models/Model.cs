namespace LoopNet.Data;

/// <summary>A trained network with a note on how it was made.</summary>
/// <param name="Network">The network with its parameters.</param>
/// <param name="OutputGradient">How its output gradient was computed while it was trained.</param>
/// <param name="Training">How it was made; null where its file does not say.</param>
public sealed record Model(Network Network, OutputGradient OutputGradient, TrainingNote? Training)
{
    /// <summary>How it did before training and after each epoch, as far as its file says.</summary>
    public IReadOnlyList<EpochFigures> History { get; init; } = [];

    /// <summary>How its weights lie in a file of NumPy, where it was read from one or is written to one.</summary>
    public WeightLayout Layout { get; init; }
}

/// <summary>How a model was made, for a person to read and for a run to go on from.</summary>
public sealed record TrainingNote
{
    /// <summary>The preset it was made with, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>What it was trained on, for example <c>MNIST training digits</c>.</summary>
    public required string Data { get; init; }

    /// <summary>The SHA-256 of the training digits, labels before pixels, in hexadecimal.</summary>
    public required string DataSha256 { get; init; }

    /// <summary>How many samples one epoch had.</summary>
    public required int Samples { get; init; }

    /// <summary>How many whole epochs were trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>How many epochs the run was to have; null where the file does not say.</summary>
    public int? PlannedEpochs { get; init; }

    /// <summary>At most so many digits were used, for training and for testing each, or in all where they were split; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>How training and test digits were split anew, for example <c>90/10</c>; null where they were not.</summary>
    public string? Split { get; init; }

    /// <summary>The SHA-256 of the test digits, like that of the training digits; null where the file does not say.</summary>
    public string? TestDataSha256 { get; init; }

    /// <summary>The samples of one update.</summary>
    public required int Batch { get; init; }

    /// <summary>Whether the order of the samples was drawn anew before each epoch.</summary>
    public required bool Shuffle { get; init; }

    /// <summary>The learning rate eta.</summary>
    public required double LearningRate { get; init; }

    /// <summary>How the first weights were drawn: <c>scaled</c>, <c>he</c>, <c>uniform</c>, <c>small</c>, <c>normal</c> or <c>zero</c>.</summary>
    public required string Init { get; init; }

    /// <summary>The seed of the first weights and of every order.</summary>
    public required long Seed { get; init; }

    /// <summary>The word for pixels that stay 0 to 255, in a model and on a command line.</summary>
    public const string RawPixels = "raw";

    /// <summary>The word for pixels that are divided by 255.</summary>
    public const string ScaledPixels = "scaled";

    /// <summary><c>raw</c> where pixels were 0 to 255; null where they were divided by 255.</summary>
    public string? Pixels { get; init; }

    /// <summary>The mean loss on the test digits after the last epoch; null where it was not measured.</summary>
    public double? TestLoss { get; init; }

    /// <summary>The accuracy on the test digits after the last epoch, as a fraction; null where it was not measured.</summary>
    public double? TestAccuracy { get; init; }
}
