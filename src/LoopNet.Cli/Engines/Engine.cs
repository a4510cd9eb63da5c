using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What trains and measures: the literal loops, or their vectorised twin. Both give the same bits.</summary>
internal abstract class Engine
{
    /// <summary>What it is, for the first line of a run.</summary>
    public abstract string Description { get; }

    /// <summary>Prepares a training run.</summary>
    /// <param name="network">The network; its parameters move in place.</param>
    /// <param name="digits">The training digits.</param>
    /// <param name="rule">How the parameters move.</param>
    /// <param name="batchSize">The samples of one update.</param>
    /// <param name="watch">Who asks for every tensor of some steps; null for nobody.</param>
    /// <param name="cancellation">Ends the run.</param>
    public abstract EngineRun Begin(Network network, DigitSet digits, UpdateRule rule, int batchSize, StepWatch? watch, CancellationToken cancellation);

    /// <summary>Measures a network.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="digits">The digits.</param>
    /// <param name="cancellation">Ends the evaluation.</param>
    /// <exception cref="NonFiniteException">A number of z or L is not finite.</exception>
    public abstract Evaluation Evaluate(Network network, DigitSet digits, CancellationToken cancellation);
}

/// <summary>A training run of an engine.</summary>
/// <param name="Progress">How far it has come.</param>
/// <param name="Epoch">Makes one pass over all samples: the number of the epoch, and the order of the samples or null.</param>
internal sealed record EngineRun(TrainingProgress Progress, Action<int, int[]?> Epoch);
