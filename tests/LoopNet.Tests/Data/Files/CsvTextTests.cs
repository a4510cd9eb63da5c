using LoopNet.Data;

namespace LoopNet.Tests.Data;

public class CsvTextTests
{
    [Fact]
    public void Of_CellsOfEveryKind_IsReadAsTheyAre()
    {
        string text = CsvText.Of([["file", "points"], ["Müller, Anna", "7"], ["says \"hi\"", ""], ["=cmd()", "-1"]]);

        Assert.Equal("file,points\n\"Müller, Anna\",7\n\"says \"\"hi\"\"\",\n\"'=cmd()\",\"'-1\"\n", text);
    }
}
