using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The figures of every epoch as a CSV file, for a plot or a spreadsheet.</summary>
/// <remarks>Accuracies are fractions; every number reads back to the same double.</remarks>
internal static class HistoryFile
{
    private const int Columns = 6;
    private const string Header = "epoch,train_loss,train_accuracy,test_loss,test_accuracy,seconds";

    /// <summary>Writes the file anew, whole.</summary>
    /// <exception cref="DataException">The file cannot be written.</exception>
    public static void Write(string path, IReadOnlyList<EpochResult> results) => WholeFile.Write(path, string.Concat(results.Select(Row).Prepend($"{Header}\n")));

    /// <summary>Reads a file that a run has written.</summary>
    /// <exception cref="DataException">The file cannot be read, or no run has written it.</exception>
    public static IReadOnlyList<EpochResult> Read(string path)
    {
        string[] lines = Lines(path);
        if (lines.Length == 0 || lines[0] != Header)
        {
            throw new DataException($"{path}: this is no history, whose first line is {Header}; give another file.");
        }

        return [.. lines.Skip(1).Select((line, index) => Result(line) ?? throw new DataException(Invariant($"{path}: line {index + 2} is not that of an epoch, six numbers with commas between; give another file.")))];
    }

    private static string[] Lines(string path)
    {
        try
        {
            return File.ReadAllLines(path);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new DataException($"{path}: the file cannot be read ({exception.Message})", exception);
        }
    }

    private static EpochResult? Result(string line)
    {
        string[] parts = line.Split(',');
        double[] numbers = [.. parts.Skip(1).Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out double number) ? number : double.NaN)];
        bool isEpoch = int.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out int epoch);
        return isEpoch && numbers.Length == Columns - 1 && numbers.All(double.IsFinite)
            ? new EpochResult(epoch, numbers[0], numbers[1], numbers[2], numbers[3], numbers[4])
            : null;
    }

    private static string Row(EpochResult result)
    {
        (int epoch, double trainingLoss, double trainingAccuracy, double testLoss, double testAccuracy, double seconds) = result;
        return Invariant($"{epoch},{trainingLoss},{trainingAccuracy},{testLoss},{testAccuracy},{seconds}\n");
    }
}
