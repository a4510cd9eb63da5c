using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The figures of every epoch as a CSV file, for a plot or a spreadsheet.</summary>
/// <remarks>Accuracies are fractions; every number reads back to the same double.</remarks>
internal static class HistoryFile
{
    private const string Header = "epoch,train_loss,train_accuracy,test_loss,test_accuracy,seconds";

    /// <summary>Writes the file anew, whole.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<EpochResult> results) => WholeFile.Write(path, string.Concat(results.Select(Row).Prepend($"{Header}\n")));

    private static string Row(EpochResult result)
    {
        (int epoch, double trainingLoss, double trainingAccuracy, double testLoss, double testAccuracy, double seconds) = result;
        return Invariant($"{epoch},{trainingLoss},{trainingAccuracy},{testLoss},{testAccuracy},{seconds}\n");
    }
}
