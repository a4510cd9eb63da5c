namespace LoopNet.Cli;

/// <summary>What <c>loopnet train</c> was asked to do, checked.</summary>
internal sealed record TrainingPlan
{
    /// <summary>The name of the preset that was asked for, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>Where the digits come from.</summary>
    public required DigitSource Source { get; init; }

    /// <summary>What trains and measures.</summary>
    public required Engine Engine { get; init; }

    /// <summary>The network with the parameters that it starts with.</summary>
    public required Network Network { get; init; }

    /// <summary>How a step moves the parameters.</summary>
    public required UpdateRule Rule { get; init; }

    /// <summary>The passes over the training digits, at least 0.</summary>
    public required int Epochs { get; init; }

    /// <summary>The number of the first epoch: 1, or one more than a network to go on with has behind it.</summary>
    public int FirstEpoch { get; init; } = 1;

    /// <summary>The samples of one update; null for all of them.</summary>
    public int? BatchSize { get; init; } = 1;

    /// <summary>Whether the order of the samples is drawn anew before each epoch.</summary>
    public bool Shuffle { get; init; }

    /// <summary>The seed of the first weights and of every order.</summary>
    public required long Seed { get; init; }

    /// <summary>How the first weights were drawn, for the note in a saved model.</summary>
    public required string Init { get; init; }

    /// <summary>At most this many digits, for training and for testing each; null for all.</summary>
    public int? Limit { get; init; }

    /// <summary>The file to save the network in, or null.</summary>
    public string? Save { get; init; }

    /// <summary>The picture or page of the curves, or null.</summary>
    public string? Plot { get; init; }

    /// <summary>The steps to trace, as they were asked for, or null.</summary>
    public string? TraceSteps { get; init; }

    /// <summary>The folder for the traces.</summary>
    public string TraceFolder { get; init; } = ".";

    /// <summary>Whether to wait for a debugger before the first step.</summary>
    public bool WaitForDebugger { get; init; }

    /// <summary>The file to write the figures of each epoch to, or null.</summary>
    public string? History { get; init; }
}
