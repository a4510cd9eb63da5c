using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class DigitCsvWriterTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    private string FilePath => Path.Combine(_folder.Path, "digits.csv");

    [Fact]
    public void Write_Digits_ReadBackToTheSameBytes()
    {
        DigitSet digits = DrawnDigits.Training(1, 50);

        DigitCsvWriter.Write(FilePath, digits);

        DigitSet again = DigitCsv.Read(FilePath);
        Assert.Equal(50, again.Count);
        for (int index = 0; index < digits.Count; index++)
        {
            Assert.Equal(digits.Label(index), again.Label(index));
            Assert.Equal(digits.Pixels(index), again.Pixels(index));
        }
    }

    [Fact]
    public void Write_EveryByte_IsWrittenAsPlainNumbersUnderAHeader()
    {
        byte[] pixels = [.. Enumerable.Range(0, DigitSet.PixelCount).Select(i => (byte)i)];

        DigitCsvWriter.Write(FilePath, new DigitSet("all bytes", pixels, [7]));

        string header = string.Join(',', Enumerable.Range(0, DigitSet.PixelCount).Select(i => $"pixel{i}").Prepend("label"));
        Assert.Equal($"{header}\n7,{string.Join(',', pixels)}\n", File.ReadAllText(FilePath));
        Assert.Equal((byte)'l', File.ReadAllBytes(FilePath)[0]);
    }

    [Fact]
    public void Write_Cancelled_LeavesWhatWasThere()
    {
        _folder.WriteText("digits.csv", "before");

        Assert.Throws<OperationCanceledException>(() => DigitCsvWriter.Write(FilePath, DrawnDigits.Training(1, 2), new CancellationToken(canceled: true)));

        Assert.Equal("before", File.ReadAllText(FilePath));
        Assert.Equal([FilePath], Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_FolderThatIsNotThere_SaysThatTheFileCannotBeWritten()
    {
        string path = Path.Combine(_folder.Path, "none", "digits.csv");

        DataException exception = Assert.Throws<DataException>(() => DigitCsvWriter.Write(path, DrawnDigits.Training(1, 1)));

        Assert.StartsWith($"{path}: the file cannot be written", exception.Message, StringComparison.Ordinal);
    }

    [MnistFact]
    public void Write_RealTestDigits_ReadBackToTheSameBytes()
    {
        DigitSet digits = Mnist.Test.Take(FullRun.Count(usual: 1_000, full: 10_000));

        DigitCsvWriter.Write(FilePath, digits);

        DigitSet again = DigitCsv.Read(FilePath);
        Assert.Equal(digits.Count, again.Count);
        for (int index = 0; index < digits.Count; index++)
        {
            Assert.Equal(digits.Label(index), again.Label(index));
            Assert.True(digits.Pixels(index).SequenceEqual(again.Pixels(index)), $"digit {index}");
        }
    }
}
