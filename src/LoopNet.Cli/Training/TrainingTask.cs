using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>One training: its plan, what it starts from, and what it leaves behind.</summary>
/// <param name="Plan">What is trained, and how.</param>
/// <param name="Network">The network with the parameters that it starts with.</param>
/// <param name="Source">Where the digits come from, split as the plan says.</param>
/// <param name="Engine">What trains and measures.</param>
/// <param name="Files">The files that are asked for.</param>
internal sealed record TrainingTask(TrainingPlan Plan, Network Network, DigitSource Source, Engine Engine, TrainingFiles Files)
{
    /// <summary>The name of the preset that was asked for, or null.</summary>
    public string? Preset { get; init; }

    /// <summary>The saved model whose network goes on, or null for a new network.</summary>
    public Model? GoesOnFrom { get; init; }

    /// <summary>The run that goes on as it was, with the network of <see cref="GoesOnFrom"/>; null for a run of its own.</summary>
    public SavedRun? Resumes { get; init; }

    /// <summary>The steps to trace, as they were asked for, or null.</summary>
    public string? TraceSteps { get; init; }

    /// <summary>The command line that asks for this training, without <c>--trace-step</c> and the engine.</summary>
    public string CommandLine { get; init; } = "loopnet train";

    /// <summary>Whether the run is as long as it should be, so that a loss that hardly moves is worth a line.</summary>
    public bool ExpectsToLearn { get; init; } = true;

    /// <summary>How weights lie in a file of NumPy that the network is saved in.</summary>
    public WeightLayout Layout { get; init; }

    /// <summary>Whether to wait for a debugger before the first step.</summary>
    public bool WaitForDebugger { get; init; }

    /// <summary>The number of the first epoch: 1, or one more than the model to go on from has behind it.</summary>
    public int FirstEpoch => (GoesOnFrom?.Training?.Epochs ?? 0) + 1;

    /// <summary>How the first weights were drawn, as a saved model names it.</summary>
    public string Init => GoesOnFrom is null ? $"{Plan.Init}".ToLowerInvariant() : GoesOnFrom.Training?.Init ?? "unknown";
}
