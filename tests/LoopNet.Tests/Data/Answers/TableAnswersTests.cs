using System.Text;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Answers in tables, as text and as workbooks.</summary>
public sealed class TableAnswersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("name,value\nz1[0],0.3775\n\"W1'[0,1]\",-2e-3\nL,\n")]
    [InlineData("z1[0],0.3775\nW1'[0,1],-2e-3\nL,\n")]
    [InlineData("\uFEFFName;Value\r\nz1[0];0,3775\r\nW1'[0,1];-2e-3\r\nL;\r\n")]
    [InlineData("sep=;\r\nz1[0];0,3775\r\n\"W1'[0,1]\";\"-2e-3\"\r\nL;\r\n")]
    [InlineData("z1[0]\t0.3775\nW1'[0,1]\t\u22122\u00D710^-3\nL\t")]
    [InlineData("z1[0],\"0,3775\"\n\"W1'[0,1]\",-2e-3\n\nL, \n")]
    [InlineData("Name: Ada,,,\n\nequation,name,value,formula\ngiven,x[0],1,\nF1,z1[0],0.3775,z1 = W1 x\nStep 1,,,\nU1,W1'[0,1],-2e-3,\nF3,L,,\n")]
    public void Read_OfATable_TakesSeparatorAndDecimalsAsTheFileShowsThem(string text)
    {
        AnswerEntry[] entries = Read(text);

        Assert.Equal(["z1[0]", "W1'[0,1]", "L"], entries.Select(entry => entry.Name));
        Assert.Equal(["0.3775", "-2e-3", null], entries.Select(entry => entry.Literal));
    }

    [Fact]
    public void Read_OfATable_KeepsLastZerosAndTellsRows()
    {
        AnswerEntry[] entries = Read("name,value\n\nL,0.0360\n'=label,1\nL,0.0360\n");

        Assert.Equal(["L", "=label"], entries.Select(entry => entry.Name));
        Assert.Equal("0.0360", entries[0].Literal);
        Assert.EndsWith("answers.csv: row 3", entries[0].Place, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("L,many\n", "row 1: found \"many\"; expected a finite decimal number, for example 0.0360 or 3.6e-2, or nothing for a blank.")]
    [InlineData("L,1\nz1[0],1/3\n", "row 2: found \"1/3\"; expected the quotient written out, for example 0.25 in place of 1/4.")]
    [InlineData("L,0,15\n", "row 1: found 3 columns; expected two, a name and a value. With decimal commas, put semicolons between the columns; more columns need a first row that says name and value.")]
    [InlineData("L;0,15\nz1[0];0.5\n", "row 1: found 0,15 with a comma, but answers.csv: row 2 has 0.5 with a point; expected decimals of one kind.")]
    [InlineData("L,0.15\nL,0.16\n", "row 2: found L = 0.16, but answers.csv: row 1 has 0.15 for it; expected each number once.")]
    [InlineData("name,value\n,0.15\n", "row 2: found the value 0.15 without a name; expected a name such as z1[0] in its row.")]
    [InlineData("L,1e999\n", "row 1: found \"1e999\"; expected a finite decimal number, for example 0.0360 or 3.6e-2, or nothing for a blank.")]
    public void Read_OfAnythingElse_NamesTheRow(string text, string message)
    {
        string found = Assert.Throws<DataException>(() => Read(text)).Message.Replace(_folder.Path + Path.DirectorySeparatorChar, "", StringComparison.Ordinal);

        Assert.Equal($"answers.csv: {message}", found);
    }

    [Fact]
    public void Read_OfAWorkbook_TakesNumbersTextsAndValuesOfFormulas()
    {
        WorkbookSheet notes = new("Notes");
        notes[new CellAddress(1, 1)] = Cell.OfText("my notes");
        WorkbookSheet sheet = new("Sheet 2");
        Put(sheet, 4, Cell.OfText("value"), Cell.OfText("NAME"));
        Put(sheet, 5, Cell.OfNumber(0.3775), Cell.OfText("z1[0]"));
        Put(sheet, 6, Cell.OfText("0,0360"), Cell.OfText("z1[1]"));
        Put(sheet, 8, Cell.OfFormula("1/3", 1.0 / 3.0), Cell.OfText("L"));
        Put(sheet, 9, Cell.Blank, Cell.OfText("a1[0]"));

        Assert.Equal(["0.3775", "0.0360", "0.333333333333333", null], Read([notes, sheet]).Select(entry => entry.Literal));
    }

    [Theory]
    [InlineData("many", "Sheet1!B1: found \"many\"; expected a finite decimal number")]
    [InlineData("#DIV/0!", "Sheet1!B1: found \"#DIV/0!\"; expected a finite decimal number")]
    public void Read_OfAWorkbookWithAnythingElse_NamesTheCell(string text, string message)
    {
        WorkbookSheet sheet = new("Sheet1");
        Put(sheet, 1, Cell.OfText("L"), Cell.OfText(text));

        Assert.Contains(message, Assert.Throws<DataException>(() => Read([sheet])).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAFormulaThatNobodyComputed_SaysWhatToDo()
    {
        WorkbookSheet sheet = new("Sheet1");
        Put(sheet, 1, Cell.OfText("L"), Cell.OfFormula("1+1", value: null));

        Assert.Contains("Sheet1!B1: found a formula without its value; open the file in a spreadsheet program, and save it.", Assert.Throws<DataException>(() => Read([sheet])).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("PK\u0003\u0004 and no more")]
    [InlineData("no archive at all")]
    [InlineData("")]
    public void Read_OfADamagedWorkbook_IsOneSentence(string content)
    {
        string path = _folder.WriteText("damaged.xlsx", content);

        Assert.Contains("damaged.xlsx is no workbook that can be read", Assert.Throws<DataException>(() => AnswersFile.Read(path)).Message, StringComparison.Ordinal);
    }

    private static void Put(WorkbookSheet sheet, int row, Cell first, Cell second)
    {
        sheet[new CellAddress(row, 1)] = first;
        sheet[new CellAddress(row, 2)] = second;
    }

    private AnswerEntry[] Read(string text) => [.. AnswersFile.Read(_folder.Write("answers.csv", Encoding.UTF8.GetBytes(text))).Entries];

    private IReadOnlyList<AnswerEntry> Read(IReadOnlyList<WorkbookSheet> sheets)
    {
        string path = Path.Combine(_folder.Path, "answers.xlsx");
        WorkbookFile.Write(path, sheets);
        return AnswersFile.Read(path).Entries;
    }
}
