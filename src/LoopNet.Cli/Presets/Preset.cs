namespace LoopNet.Cli;

/// <summary>The network, the rule and the data split of one of the five documents that LoopNet starts from, as values of options.</summary>
/// <param name="Name">The document's number, for example <c>000</c>.</param>
/// <param name="Title">What it is, in a line.</param>
internal sealed record Preset(string Name, string Title)
{
    /// <summary>The value of <c>--layers</c>.</summary>
    public required string Layers { get; init; }

    /// <summary>The value of <c>--hidden</c>.</summary>
    public required string Hidden { get; init; }

    /// <summary>The value of <c>--output</c>.</summary>
    public required string Output { get; init; }

    /// <summary>The value of <c>--loss</c>.</summary>
    public required string Loss { get; init; }

    /// <summary>The value of <c>--learning-rate</c>.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The value of <c>--epochs</c>.</summary>
    public required int Epochs { get; init; }

    /// <summary>The value of <c>--batch</c>.</summary>
    public string Batch { get; init; } = "1";

    /// <summary>The value of <c>--output-gradient</c>.</summary>
    public string OutputGradient { get; init; } = "jacobian";

    /// <summary>The value of <c>--init</c>.</summary>
    public string Init { get; init; } = "scaled";

    /// <summary>Whether <c>--no-biases</c> is set.</summary>
    public bool NoBiases { get; init; }

    /// <summary>Whether <c>--shuffle</c> is set.</summary>
    public bool Shuffle { get; init; }

    /// <summary>The value of <c>--split</c>, or null.</summary>
    public string? Split { get; init; }

    /// <summary>The value of <c>--limit</c>, or null.</summary>
    public int? Limit { get; init; }

    /// <summary>What the document says that its network reaches.</summary>
    public required string Says { get; init; }

    /// <summary>Where LoopNet has to choose, since the document is silent, or does something else.</summary>
    public required string Differs { get; init; }

    /// <summary>The presets in order; the first holds where no other is asked for.</summary>
    public static IReadOnlyList<Preset> All { get; } =
    [
        new("000", "784-32-32-10, sigmoid, softmax, cross-entropy; one update per sample, explicit Jacobians")
        {
            Says = "about 10 % before training, 50-70 % after 3 epochs",
            Differs = "The document does not give its learning rate or its random weights; 0.01 and seed 1 are ours.",
            Layers = "784,32,32,10",
            Hidden = "sigmoid",
            Output = "softmax",
            Loss = "cross-entropy",
            LearningRate = 0.01,
            Epochs = 3,
        },
        new("001", "784-64-32-10, ReLU, softmax, cross-entropy; full batch, small weights; 41,000 digits, 1,000 held out")
        {
            Says = "accuracy and loss per epoch; its evaluation is still to be done",
            Differs = "Sizes and epochs are ours; the rate had the lowest held-out loss of 0.1, 0.2, 0.5, 1 and 2 after 400 epochs.",
            Layers = "784,64,32,10",
            Hidden = "relu",
            Output = "softmax",
            Loss = "cross-entropy",
            LearningRate = 1.0,
            Epochs = 600,
            Batch = "all",
            Init = "small",
            Limit = 42_000,
            Split = "41000/1000",
        },
        new("002", "784-10-10, two sigmoids, no biases, squared error; one update per sample on 10,000 digits")
        {
            Says = "about 80 % on the test set, from a subset of MNIST",
            Differs = "The subset, the learning rate, the first weights and one update per sample are ours.",
            Layers = "784,10,10",
            Hidden = "sigmoid",
            Output = "sigmoid",
            Loss = "squared-error",
            LearningRate = 0.1,
            Epochs = 3,
            NoBiases = true,
            Limit = 10_000,
        },
        new("003", "784-72-36-10, ReLU, softmax, cross-entropy; full batch, 500 updates; 41,000 digits, 1,000 held out")
        {
            Says = "about 92 % on the test set after 500 iterations",
            Differs = "The first weights are ours (He); the digits are the first 42,000 of MNIST, 1,000 of them held out.",
            Layers = "784,72,36,10",
            Hidden = "relu",
            Output = "softmax",
            Loss = "cross-entropy",
            LearningRate = 0.2,
            Epochs = 500,
            Batch = "all",
            Init = "he",
            Limit = 42_000,
            Split = "41000/1000",
        },
        new("004", "784-10-10, ReLU, softmax, cross-entropy; full batch, shortcut a - y; all digits shuffled, split 90/10")
        {
            Says = "about 93 % on its training set, 90 % on its test set",
            Differs = "The document gives no first weights; ours are He's.",
            Layers = "784,10,10",
            Hidden = "relu",
            Output = "softmax",
            Loss = "cross-entropy",
            LearningRate = 0.1,
            Epochs = 2500,
            Batch = "all",
            OutputGradient = "shortcut",
            Init = "he",
            Shuffle = true,
            Split = "90/10",
        },
    ];

    /// <summary>The preset of a name.</summary>
    /// <exception cref="UsageException">There is none.</exception>
    public static Preset Named(string name)
    {
        return All.FirstOrDefault(preset => preset.Name == name)
            ?? throw new UsageException($"--preset is one of {string.Join(", ", All.Select(preset => preset.Name))}, not '{name}'");
    }
}
