namespace LoopNet;

/// <summary>What becomes of the gradients and the losses of several samples (M1, M2, M3).</summary>
public enum Reduction
{
    /// <summary>Their mean.</summary>
    Mean,

    /// <summary>Their sum.</summary>
    Sum,
}

/// <summary>How the gradient at the output layer's weighted sums is computed.</summary>
public enum OutputGradient
{
    /// <summary>Literally: the loss's gradient (B1) through the activation's Jacobian (B2, B3).</summary>
    Jacobian,

    /// <summary>By the shortcut a - y (B3s), for softmax with cross-entropy and for sigmoid with binary cross-entropy.</summary>
    Shortcut,
}

/// <summary>How a step of gradient descent moves the parameters.</summary>
public sealed record UpdateRule
{
    /// <summary>The pairs of output activation and loss that collapse to a - y, in words.</summary>
    public const string ShortcutPairs = "softmax with cross-entropy and for sigmoid with binary-cross-entropy";

    /// <summary>Makes a rule without a learning rate: there are gradients, and no parameter moves.</summary>
    public UpdateRule()
    {
    }

    /// <summary>Makes a rule.</summary>
    /// <param name="learningRate">The learning rate eta, a finite number over 0.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="learningRate"/> is not a finite number over 0.</exception>
    public UpdateRule(double learningRate)
    {
        if (!(learningRate > 0.0) || !double.IsFinite(learningRate))
        {
            throw new ArgumentOutOfRangeException(nameof(learningRate), learningRate, "A learning rate is a finite number over 0.");
        }

        LearningRate = learningRate;
    }

    /// <summary>The learning rate eta, over 0; 0 where there is none.</summary>
    public double LearningRate { get; }

    /// <summary>Whether parameters move: not without a learning rate.</summary>
    public bool Moves => LearningRate > 0.0;

    /// <summary>Mean or sum over the samples of an update; the mean by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    public Reduction Reduction
    {
        get;
        init => field = value is Reduction.Mean or Reduction.Sum ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "A reduction is the mean or the sum.");
    }

    /// <summary>Whether biases move; true by default.</summary>
    public bool UpdateBiases { get; init; } = true;

    /// <summary>Jacobian or shortcut; the Jacobian by default.</summary>
    /// <exception cref="ArgumentOutOfRangeException">It is neither.</exception>
    public OutputGradient OutputGradient
    {
        get;
        init => field = value is OutputGradient.Jacobian or OutputGradient.Shortcut ? value : throw new ArgumentOutOfRangeException(nameof(value), value, "An output gradient is the Jacobian or the shortcut.");
    }

    /// <summary>Whether the shortcut may be asked for: only where loss and output activation together collapse to a - y.</summary>
    public static bool AllowsShortcut(Network network)
    {
        ArgumentNullException.ThrowIfNull(network);
        bool isStandard = network.Output.IsStandard && network.Loss.IsStandard;
        return isStandard && (network.Output, network.Loss) is ((Softmax, CrossEntropy) or (Sigmoid, BinaryCrossEntropy));
    }
}
