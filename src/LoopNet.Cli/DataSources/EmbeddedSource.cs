using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The digits that the program draws: always the same ones, so that results can be compared.</summary>
internal sealed class EmbeddedSource : DigitSource
{
    private const long Seed = 1;
    private const int TrainingCount = 60_000;
    private const int TestCount = 10_000;

    /// <inheritdoc/>
    public override string Description => "the embedded digits, drawn by the program";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [];

    /// <inheritdoc/>
    public override DigitSet Training(int? limit = null) => DrawnDigits.Training(Seed, Math.Min(limit ?? TrainingCount, TrainingCount));

    /// <inheritdoc/>
    public override DigitSet Test(int? limit = null) => DrawnDigits.Test(Seed, Math.Min(limit ?? TestCount, TestCount));
}
