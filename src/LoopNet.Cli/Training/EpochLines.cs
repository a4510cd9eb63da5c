namespace LoopNet.Cli;

/// <summary>The table of a training that grows by a line with each epoch, so that its columns have to be wide enough from the start.</summary>
/// <param name="lastEpoch">The last epoch of the run.</param>
internal sealed class EpochLines(int lastEpoch)
{
    private const double LargestWritten = 1e6;
    private const string Gap = "  ";

    private static readonly string[] Titles = ["epoch", "training accuracy", "training loss", "test accuracy", "test loss", "seconds"];

    /// <summary>The line above the first epoch.</summary>
    public string Heading => Line(Titles);

    /// <summary>The line of one epoch; before training, there are no seconds.</summary>
    public string Of(EpochResult result)
    {
        return Line(
        [
            Invariant($"{result.Epoch}"),
            NumberText.Percent(result.TrainingAccuracy),
            Loss(result.TrainingLoss),
            NumberText.Percent(result.TestAccuracy),
            Loss(result.TestLoss),
            result.Seconds == 0.0 ? "" : Invariant($"{result.Seconds:F1}"),
        ]);
    }

    private string Line(string[] cells)
    {
        int epochWidth = Math.Max(Titles[0].Length, Invariant($"{lastEpoch}").Length);
        IEnumerable<string> padded = cells.Select((cell, column) => cell.PadLeft(column == 0 ? epochWidth : Titles[column].Length));
        return string.Join(Gap, padded).TrimEnd();
    }

    private static string Loss(double loss) => loss < LargestWritten ? Invariant($"{loss:F5}") : Invariant($"{loss:0.000e+0}");
}
