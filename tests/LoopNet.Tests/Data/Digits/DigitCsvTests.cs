using System.Text;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class DigitCsvTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("", "\n", "")]
    [InlineData("", "\r\n", "\r\n")]
    [InlineData("header", "\n", "\n\n\n")]
    [InlineData("header", "\r\n", "\r\n\r\n")]
    public void Read_TwoDigits_WithOrWithoutHeaderAndBlankLines(string header, string newLine, string end)
    {
        string start = header.Length > 0 ? Header() + newLine : "";
        string path = _folder.WriteText("digits.csv", start + Line(3, 100) + newLine + Line(9, 7) + end);

        DigitSet digits = DigitCsv.Read(path);

        Assert.Equal("digits.csv", digits.Name);
        Assert.Equal(2, digits.Count);
        Assert.Equal(3, digits.Label(0));
        Assert.Equal(9, digits.Label(1));
        for (int i = 0; i < DigitSet.PixelCount; i++)
        {
            Assert.Equal((100 + i) % 256, digits.Pixels(0)[i]);
            Assert.Equal((7 + i) % 256, digits.Pixels(1)[i]);
        }
    }

    [Fact]
    public void Read_ByteOrderMark_IsSkipped()
    {
        string path = Path.Combine(_folder.Path, "bom.csv");
        File.WriteAllText(path, Line(5, 0) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));

        Assert.Equal(5, DigitCsv.Read(path).Label(0));
    }

    [Fact]
    public void Read_NameGiven_NamesTheSet()
    {
        string path = _folder.WriteText("digits.csv", Line(5, 0));

        Assert.Equal("my digits", DigitCsv.Read(path, "my digits").Name);
    }

    [Fact]
    public void Read_SpacesOrQuotesAroundNumbers_AreAccepted()
    {
        string spaced = Line(5, 0).Replace(",13,", ", 13 ,", StringComparison.Ordinal);
        string quoted = spaced.Replace(",14,", ",\"14\",", StringComparison.Ordinal);
        string path = _folder.WriteText("digits.csv", quoted);

        Assert.Equal(13, DigitCsv.Read(path).Pixels(0)[13]);
        Assert.Equal(14, DigitCsv.Read(path).Pixels(0)[14]);
    }

    [Fact]
    public void Read_NoSuchFile_SaysSo() => Fails(Path.Combine(_folder.Path, "none.csv"), "There is no file", "check the name");

    [Fact]
    public void Read_Folder_SaysSo() => Fails(_folder.Path, "is a folder, but a CSV file of digits was expected");

    [Fact]
    public void Read_LockedFile_SaysThatItCannotBeRead()
    {
        string path = _folder.WriteText("digits.csv", Line(5, 0));
        using FileStream exclusive = new(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);

        Fails(path, "cannot be read", "check the file and the right to read it");
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n\n")]
    public void Read_EmptyFile_SaysSo(string text) => Fails(_folder.WriteText("digits.csv", text), "is empty, but at least one line");

    [Fact]
    public void Read_HeaderOnly_SaysSo() => Fails(_folder.WriteText("digits.csv", Header() + "\n"), "holds a header and no digit");

    [Theory]
    [InlineData("1,2,3", "found 3 column(s), but 785 were expected")]
    [InlineData("1;2;3", "found 1 column(s), but 785 were expected")]
    public void Read_WrongNumberOfColumns_GivesBothNumbers(string line, string part)
    {
        string path = _folder.WriteText("digits.csv", Header() + "\n" + Line(1, 0) + "\n" + line + "\n");

        Fails(path, "digits.csv, line 3: " + part);
    }

    [Fact]
    public void Read_OneColumnTooMany_GivesBothNumbers()
    {
        string path = _folder.WriteText("digits.csv", Line(1, 0) + ",0\n");

        Fails(path, "line 1: found 786 column(s), but 785 were expected");
    }

    [Fact]
    public void Read_BlankLineBetweenDigits_StillCountsAsALine()
    {
        string path = _folder.WriteText("digits.csv", Line(1, 0) + "\n\n" + Line(1, 0) + "\n\n1,2\n");

        Fails(path, "line 5: found 2 column(s)");
    }

    [Theory]
    [InlineData("x", "found \"x\"")]
    [InlineData("", "found \"\"")]
    [InlineData("256", "found \"256\"")]
    [InlineData("-1", "found \"-1\"")]
    [InlineData("0.5", "found \"0.5\"")]
    [InlineData("99999999999", "found \"99999999999\"")]
    public void Read_PixelThatIsNone_GivesLineColumnAndEntry(string entry, string part)
    {
        string path = _folder.WriteText("digits.csv", Header() + "\n" + Line(1, 0).Replace(",11,", $",{entry},", StringComparison.Ordinal) + "\n");

        Fails(path, "digits.csv, line 2, column 13 (pixel11): " + part + ", but a whole number from 0 to 255 was expected");
    }

    [Theory]
    [InlineData("-1")]
    [InlineData("seven")]
    public void Read_LabelThatIsNone_GivesLineAndEntry(string label)
    {
        string path = _folder.WriteText("digits.csv", Line(1, 0) + "\n" + label + Line(1, 0)[1..] + "\n");

        Fails(path, $"line 2, column 1 (label): found \"{label}\", but a whole number from 0 to 9 was expected: correct");
    }

    [Fact]
    public void Read_FirstLineStartsWithAWordAndIsNoHeader_NamesTheHeaderThatIsKnown()
    {
        string path = _folder.WriteText("digits.csv", "seven" + Line(1, 0)[1..] + "\n" + Line(1, 0) + "\n");

        Fails(path, "line 1, column 1 (label): found \"seven\"", "(or a header that starts with the word label)");
    }

    [Fact]
    public void Read_LabelTen_SaysThatZeroIsWrittenAsZero()
    {
        string path = _folder.WriteText("digits.csv", Line(1, 0) + "\n" + "10" + Line(1, 0)[1..] + "\n");

        Fails(path, "line 2, column 1 (label): found \"10\", but a whole number from 0 to 9 was expected; where 10 stands for the zeros, write 0: correct");
    }

    [Theory]
    [InlineData("\"11")]
    [InlineData("1\"1")]
    [InlineData("\"1\"1")]
    [InlineData("\"1\"\"1\"")]
    [InlineData("\"")]
    public void Read_QuotesThatDoNotMatch_NamesLineAndColumn(string entry)
    {
        string[] entries = Line(1, 0).Split(',');
        entries[12] = entry;
        string path = _folder.WriteText("digits.csv", Line(1, 0) + "\n" + string.Join(',', entries) + "\n" + Line(1, 0));

        Fails(path, "digits.csv, line 2, column 13: the quotes of the entry do not match, but a plain number was expected");
    }

    [Fact]
    public void Read_ALineWithoutAnEnd_IsRefusedBeforeItFillsTheMemory()
    {
        string path = _folder.WriteText("digits.csv", Line(1, 0) + "\n" + new string('1', 3_000_000));

        Fails(path, "digits.csv, line 2: the line is longer than 1,048,576 bytes");
    }

    private static void Fails(string path, params string[] parts)
    {
        DataException e = Assert.Throws<DataException>(() => DigitCsv.Read(path));
        Assert.Contains(path, e.Message, StringComparison.Ordinal);
        foreach (string part in parts)
        {
            Assert.Contains(part, e.Message, StringComparison.Ordinal);
        }
    }

    // The size says how many digits there can be; nothing is read, and no memory is spent. The file is sparse and takes no place.
    [Fact]
    public void Read_OfAFileWithMoreDigitsThanFit_IsRefusedBeforeItIsRead()
    {
        string path = Path.Combine(_folder.Path, "huge.csv");
        using (FileStream file = File.Create(path))
        {
            file.SetLength(10_000_000_000_000);
        }

        DataException e = Assert.Throws<DataException>(() => DigitCsv.Read(path));

        Assert.Contains("can hold 6,369,426,752 digits, which take 785 bytes each", e.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Part_OfDigits_SharesTheirBytes()
    {
        DigitSet digits = DrawnDigits.Training(seed: 1, count: 5);

        Assert.Same(digits, digits.Part(0, 9));
        Assert.Equal([digits.Label(3), digits.Label(4)], Enumerable.Range(0, 2).Select(digits.Part(3, 9).Label));
        Assert.True(digits.Pixels(3) == digits.Part(3, 1).Pixels(0));
        Assert.Equal(0, digits.Part(5, 1).Count);
        Assert.Throws<ArgumentOutOfRangeException>(() => digits.Part(6, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => digits.Part(-1, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => digits.Part(0, -1));
    }

    private static string Header() => "label," + string.Join(',', Enumerable.Range(0, DigitSet.PixelCount).Select(i => $"pixel{i}"));

    private static string Line(int label, int first) => $"{label}," + string.Join(',', Enumerable.Range(first, DigitSet.PixelCount).Select(i => i % 256));
}
