using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class DataVerbTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Data_Csv_CountsTheDigitsOfBothSetsAndDrawsTheFirst()
    {
        string csv = CsvOfDigits.Write(_folder, DrawnDigits.Training(1, 21));
        DigitSet digits = DigitCsv.Read(csv);

        CommandRun run = CommandRun.Of("data", "--data", csv, "--show", "1");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Equal($"data      {csv}, its last 1/7 for testing: 18 training digits, 3 test digits", lines[0]);
        int[] all = digits.CountPerClass();
        int[] training = digits.Take(18).CountPerClass();
        for (int digit = 0; digit < 10; digit++)
        {
            Assert.Equal($"{digit}  {training[digit],12}  {all[digit] - training[digit],4}", lines[digit + 2]);
        }

        Assert.Equal($"training digit 0, label {digits.Label(0)}:", lines[13]);
        Assert.Contains('@', lines[^2]);
    }

    [Fact]
    public void Data_Seed_ChoosesTheDigitsThatAreDrawn()
    {
        string csv = CsvOfDigits.Write(_folder, DrawnDigits.Training(1, 200));

        string first = CommandRun.Of("data", "--data", csv, "--show", "5").Output;
        string chosen = CommandRun.Of("data", "--data", csv, "--show", "5", "--seed", "2").Output;
        string again = CommandRun.Of("data", "--data", csv, "--show", "5", "--seed", "2").Output;
        string other = CommandRun.Of("data", "--data", csv, "--show", "5", "--seed", "3").Output;

        Assert.NotEqual(first, chosen);
        Assert.Equal(chosen, again);
        Assert.NotEqual(chosen, other);
    }

    [Fact]
    public void Data_ShowNone_OnlyCounts()
    {
        string csv = CsvOfDigits.Write(_folder, DrawnDigits.Training(1, 7));

        Assert.DoesNotContain("training digit 0", CommandRun.Of("data", "--data", csv, "--show", "0").Output, StringComparison.Ordinal);
    }
}
