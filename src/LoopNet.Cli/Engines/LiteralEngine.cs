using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The literal loops.</summary>
/// <param name="reason">Why they were chosen, as the end of a sentence; null where they were asked for.</param>
internal sealed class LiteralEngine(string? reason) : Engine
{
    /// <inheritdoc/>
    public override string Description => reason is null
        ? "literal: the explicit loops; --engine fast gives the same bits, sooner"
        : $"literal, since {reason}: the explicit loops; --engine fast gives the same bits, sooner";

    /// <inheritdoc/>
    public override EngineRun Begin(Network network, DigitSet digits, UpdateRule rule, int batchSize, StepWatch? watch, CancellationToken cancellation)
    {
        Training training = new(network, digits, rule, batchSize, cancellation) { Watch = watch };
        return new EngineRun(training.Progress, training.Epoch);
    }

    /// <inheritdoc/>
    public override Evaluation Evaluate(Network network, DigitSet digits, CancellationToken cancellation) => Evaluation.Of(network, digits, cancellation);
}
