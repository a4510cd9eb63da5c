using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What is trained, and how: the network, its rule and the split of the digits. A preset states a plan; options of <c>train</c> change it.</summary>
internal sealed record TrainingPlan
{
    /// <summary>The sizes n_0, ..., n_L of the layers.</summary>
    public required int[] Sizes { get; init; }

    /// <summary>The activation of all hidden layers, or one for each.</summary>
    public required Activation[] Hidden { get; init; }

    /// <summary>The activation of the output layer.</summary>
    public required Activation Output { get; init; }

    /// <summary>The loss.</summary>
    public required Loss Loss { get; init; }

    /// <summary>Whether the layers have biases.</summary>
    public bool Biases { get; init; } = true;

    /// <summary>How the first weights are drawn.</summary>
    public InitialWeights Init { get; init; } = InitialWeights.Scaled;

    /// <summary>How the gradient of the output layer is computed.</summary>
    public OutputGradient OutputGradient { get; init; } = OutputGradient.Jacobian;

    /// <summary>The learning rate eta, over 0.</summary>
    public required double LearningRate { get; init; }

    /// <summary>The samples of one update; null for all of them.</summary>
    public int? BatchSize { get; init; } = 1;

    /// <summary>The passes over the training digits, at least 0.</summary>
    public required int Epochs { get; init; }

    /// <summary>Whether all digits are shuffled before a split, and the training digits before each epoch.</summary>
    public bool Shuffle { get; init; }

    /// <summary>How training and test digits together are split anew; null for the source's own sets.</summary>
    public Split? Split { get; init; }

    /// <summary>At most this many digits, for training and for testing each, or in all where they are split; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The seed of the first weights and of every order.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Whether pixels stay 0 to 255, and are not divided by 255.</summary>
    public bool RawPixels { get; init; }

    /// <summary>How a step moves the parameters.</summary>
    public UpdateRule Rule => new(LearningRate) { OutputGradient = OutputGradient };

    /// <summary>Draws the network with its first parameters.</summary>
    /// <exception cref="UsageException">The network does not fit into the memory.</exception>
    public Network Draw()
    {
        MemoryNeed.Check(Sizes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        int hiddenLayers = Sizes.Length - 2;
        Activation[] hidden = Hidden.Length == 1 ? [.. Enumerable.Repeat(Hidden[0], hiddenLayers)] : Hidden;
        return Initialization.Draw(Sizes, [.. hidden, Output], Loss, Seed, Init, Biases);
    }

    /// <summary>Digits whose pixels are as the plan says.</summary>
    public DigitSet Scaled(DigitSet digits) => RawPixels ? digits.Raw() : digits;

    /// <summary>The digits of a source, split anew where the plan says so.</summary>
    public DigitSource Digits(DigitSource source) => Split is null ? source : source.SplitAnew(Split, Shuffle ? Seed : null);
}
