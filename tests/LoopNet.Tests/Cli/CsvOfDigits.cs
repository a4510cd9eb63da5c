using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>Digits as the CSV file that <c>--data</c> takes.</summary>
public static class CsvOfDigits
{
    public static string Write(TemporaryFolder folder, DigitSet digits)
    {
        IEnumerable<string> lines = Enumerable.Range(0, digits.Count)
            .Select(index => $"{digits.Label(index)},{string.Join(',', digits.Pixels(index).ToArray())}\n");
        return folder.WriteText("digits.csv", string.Concat(lines));
    }
}
