using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The figures of every epoch as a CSV file, for a plot or a spreadsheet.</summary>
/// <remarks>Accuracies are fractions; every number reads back to the same double.</remarks>
internal static class HistoryFile
{
    private const string Header = "epoch,train_loss,train_accuracy,test_loss,test_accuracy,seconds";

    /// <summary>Writes the file anew, whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="results">The epochs so far, from 0.</param>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<EpochResult> results)
    {
        WholeFile.Write(path, stream =>
        {
            using StreamWriter writer = new(stream) { NewLine = "\n" };
            writer.WriteLine(Header);
            foreach (EpochResult result in results)
            {
                writer.WriteLine(Row(result));
            }
        });
    }

    private static string Row(EpochResult result)
    {
        double[] figures = [result.Training.Loss, result.Training.Accuracy, result.Test.Loss, result.Test.Accuracy, result.Seconds];
        IEnumerable<string> cells = figures.Select(figure => figure.ToString("R", CultureInfo.InvariantCulture));
        return $"{result.Epoch},{string.Join(',', cells)}";
    }
}
