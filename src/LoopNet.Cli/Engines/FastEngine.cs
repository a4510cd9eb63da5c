using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The vectorised twin of the literal loops.</summary>
/// <param name="hardware">Lanes and threads.</param>
internal sealed class FastEngine(Hardware hardware) : Engine
{
    private readonly Dictionary<DigitSet, VectorizedSamples> _samples = [];

    /// <inheritdoc/>
    public override string Description => $"fast: {Vectors(hardware.Lanes)}, {NumberText.Count(hardware.Threads, "thread")}; the literal loops (--engine literal) give the same bits";

    /// <inheritdoc/>
    public override EngineRun Begin(Network network, DigitSet digits, UpdateRule rule, int batchSize, StepWatch? watch, CancellationToken cancellation)
    {
        VectorizedTraining training = new(network, SamplesOf(digits), rule, batchSize, hardware, cancellation);
        return new EngineRun(training.Progress, training.Epoch);
    }

    /// <inheritdoc/>
    public override Evaluation Evaluate(Network network, DigitSet digits, CancellationToken cancellation)
    {
        return VectorizedEvaluation.Of(network, SamplesOf(digits), hardware, cancellation);
    }

    private static string Vectors(LaneCount lanes)
    {
        const int BitsPerNumber = 64;
        return lanes == LaneCount.One ? "no vectors" : Invariant($"vectors of {(int)lanes * BitsPerNumber} bits");
    }

    // Digits are turned into lists once, and then measured after every epoch.
    private VectorizedSamples SamplesOf(DigitSet digits)
    {
        if (!_samples.TryGetValue(digits, out VectorizedSamples? samples))
        {
            samples = new VectorizedSamples(digits, hardware.Threads);
            _samples.Add(digits, samples);
        }

        return samples;
    }
}
