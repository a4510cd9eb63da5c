using System.Xml;
using System.Xml.Linq;
using LoopNet.Checking;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking.Worksheets;

/// <summary>Worksheets as files: pages to print, and tables that go round.</summary>
public sealed class WorksheetFilesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Small => [.. Data.ShippedExamples.Names.Where(name => name != "full-size")];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("mazur", "json")]
    [InlineData("mazur", "csv")]
    [InlineData("mazur", "xlsx")]
    [InlineData("tiny", "csv")]
    [InlineData("xor-batch", "csv")]
    [InlineData("xor-batch", "xlsx")]
    [InlineData("given-gradient", "xlsx")]
    [InlineData("forward-only", "csv")]
    public void Check_OfAKey_IsAllRightAndOfABlankFormRefused(string name, string form)
    {
        string blank = Path.Combine(_folder.Path, $"blank.{form}");
        string key = Path.Combine(_folder.Path, $"key.{form}");
        Assert.Equal(ExitStatus.Done, CommandRun.Of("worksheet", name, "--out", blank).Status);
        Assert.Equal(ExitStatus.Done, CommandRun.Of("worksheet", name, "--out", key, "--key", "--digits", "5").Status);

        CommandRun filled = CommandRun.Of("check", name, key);

        Assert.True(filled.Status == ExitStatus.Done, filled.Output + filled.Error);
        Assert.Contains("no number is given", CommandRun.Of("check", name, blank).AssertOneSentence(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public void Check_OfAKeyInANotation_ReadsItsNames(string form)
    {
        string key = Path.Combine(_folder.Path, $"key.{form}");
        Assert.Equal(ExitStatus.Done, CommandRun.Of("worksheet", "mazur", "--notation", "mazur", "--out", key, "--key").Status);

        CommandRun run = CommandRun.Of("check", "mazur", key, "--notation", "mazur");

        Assert.True(run.Status == ExitStatus.Done, run.Output + run.Error);
        Assert.Contains("net_h1", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Page_OfAnExample_IsOneFileThatLoadsNothingWithABoxForEveryNumber(string name)
    {
        Worksheet worksheet = Worksheet.Of(Data.ShippedExamples.Read(name));

        XElement page = Page(WorksheetHtml.Write(worksheet));

        Assert.DoesNotContain(page.Descendants(), element => element.Name.LocalName is "script" or "link" or "img" or "iframe" or "object");
        Assert.DoesNotContain(page.DescendantsAndSelf().Attributes(), attribute => attribute.Name.LocalName is "src" or "href" || attribute.Name.LocalName.StartsWith("on", StringComparison.Ordinal));
        Assert.DoesNotContain("url(", page.Value, StringComparison.Ordinal);
        Assert.Equal(worksheet.Blanks.SelectMany(blank => blank.Names), Boxes(page, "blank").Select(box => box.Name));
        Assert.All(Boxes(page, "blank"), box => Assert.True(box.Text is "" or "0"));
        Assert.Single(page.Descendants(), element => element.Name.LocalName == "svg");
    }

    [Fact]
    public void Page_OfAKey_HasTheNumbersInItsBoxes()
    {
        Worksheet worksheet = Worksheet.Of(Data.ShippedExamples.Read("mazur"));

        XElement page = Page(WorksheetHtml.Write(worksheet, new WorksheetKey(worksheet, new Numbers(4))));

        Assert.Equal(("a1[0]", "0.5933"), Boxes(page, "blank").ElementAt(2));
        Assert.DoesNotContain(Boxes(page, "blank"), box => box.Text.Length == 0);
        Assert.Equal(("W1[0,0]", "0.15"), Boxes(page, "given").First());
    }

    [Fact]
    public void Key_OfACalculationOfOnesOwn_HasItsNumbers()
    {
        Worksheet worksheet = Worksheet.Of(Data.ShippedExamples.Read("mazur"));
        WorksheetKey key = new(worksheet, new Numbers(3), name => name.Symbol == "z1" ? 0.25 + name.Index[0] : 0.0);

        Assert.Equal(["0.25", "1.25"], key.Of(worksheet.Blanks[0]));
    }

    [Fact]
    public void Files_WithLabelsThatMeanSomethingElsewhere_HoldThemAsText()
    {
        const string Label = "=<script>&\"";
        Notation notation = new(WeightLayout.UnitInput, [new NotationLabel(Label, "z1[0]", "my.json")]);
        Worksheet worksheet = Worksheet.Of(new OwnNames(Data.ShippedExamples.Read("mazur"), notation));

        string html = WorksheetHtml.Write(worksheet);
        string csv = WorksheetCsv.Write(worksheet);

        Assert.DoesNotContain("<script", html, StringComparison.Ordinal);
        Assert.Contains(Boxes(Page(html), "blank"), box => box.Name == Label);
        Assert.Contains("\"'=<script>&\"\"\",,F1", csv, StringComparison.Ordinal);
        Assert.Contains(AnswersFile.Read(_folder.WriteText("own.csv", csv)).Entries, entry => entry.Name == Label);
    }

    private static XElement Page(string html) => XDocument.Load(XmlReader.Create(new StringReader(html), new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore })).Root!;

    private static IEnumerable<(string Name, string Text)> Boxes(XElement page, string style)
    {
        return page.Descendants("section")
            .Where(section => (string?)section.Attribute("class") == style)
            .SelectMany(section => section.Descendants("div").Where(box => (string?)box.Attribute("class") == "number"))
            .Select(box => (box.Element("code")!.Value, box.Element("span")!.Value));
    }
}
