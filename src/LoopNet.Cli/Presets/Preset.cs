namespace LoopNet.Cli;

/// <summary>One of the five documents that LoopNet starts from: what it trains, and what it says of that.</summary>
/// <param name="Name">The document's number, for example <c>000</c>.</param>
/// <param name="Title">What it is, in a line.</param>
internal sealed record Preset(string Name, string Title)
{
    /// <summary>Its network, its rule and its split of the digits.</summary>
    public required TrainingPlan Plan { get; init; }

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
            Plan = new TrainingPlan
            {
                Sizes = [784, 32, 32, 10],
                Hidden = [new Sigmoid()],
                Output = new Softmax(),
                Loss = new CrossEntropy(),
                LearningRate = 0.01,
                Epochs = 3,
            },
        },
        new("001", "784-64-32-10, ReLU, softmax, cross-entropy; full batch, small weights; 41,000 digits, 1,000 held out")
        {
            Says = "accuracy and loss per epoch; its evaluation is still to be done",
            Differs = "Sizes and epochs are ours; the rate had the lowest held-out loss of 0.1, 0.2, 0.5, 1 and 2 after 400 epochs.",
            Plan = new TrainingPlan
            {
                Sizes = [784, 64, 32, 10],
                Hidden = [new Relu()],
                Output = new Softmax(),
                Loss = new CrossEntropy(),
                LearningRate = 1.0,
                Epochs = 600,
                BatchSize = null,
                Init = InitialWeights.Small,
                Limit = 42_000,
                Split = new Split(41_000, 1_000),
            },
        },
        new("002", "784-10-10, two sigmoids, no biases, squared error; one update per sample on 10,000 digits")
        {
            Says = "about 80 % on the test set, from a subset of MNIST",
            Differs = "The subset, the learning rate, the first weights and one update per sample are ours.",
            Plan = new TrainingPlan
            {
                Sizes = [784, 10, 10],
                Hidden = [new Sigmoid()],
                Output = new Sigmoid(),
                Loss = new SquaredError(),
                LearningRate = 0.1,
                Epochs = 3,
                Biases = false,
                Limit = 10_000,
            },
        },
        new("003", "784-72-36-10, ReLU, softmax, cross-entropy; full batch, 500 updates; 41,000 digits, 1,000 held out")
        {
            Says = "about 92 % on the test set after 500 iterations",
            Differs = "The first weights are ours (He); the digits are the first 42,000 of MNIST, 1,000 of them held out.",
            Plan = new TrainingPlan
            {
                Sizes = [784, 72, 36, 10],
                Hidden = [new Relu()],
                Output = new Softmax(),
                Loss = new CrossEntropy(),
                LearningRate = 0.2,
                Epochs = 500,
                BatchSize = null,
                Init = InitialWeights.He,
                Limit = 42_000,
                Split = new Split(41_000, 1_000),
            },
        },
        new("004", "784-10-10, ReLU, softmax, cross-entropy; full batch, shortcut a - y; all digits shuffled, split 90/10")
        {
            Says = "about 93 % on its training set, 90 % on its test set",
            Differs = "The document gives no first weights; ours are He's.",
            Plan = new TrainingPlan
            {
                Sizes = [784, 10, 10],
                Hidden = [new Relu()],
                Output = new Softmax(),
                Loss = new CrossEntropy(),
                LearningRate = 0.1,
                Epochs = 2500,
                BatchSize = null,
                OutputGradient = OutputGradient.Shortcut,
                Init = InitialWeights.He,
                Shuffle = true,
                Split = new Split(90, 10),
            },
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
