using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

/// <summary>docs/mistakes.md has a section for every mistake, and its numbers are those of the code.</summary>
public class MistakesPageTests
{
    private const string Marker = "<!-- Written by MistakesPageTests";

    [Fact]
    public void Page_AfterItsMarker_IsWhatTheCodeSays()
    {
        string path = Path.Combine(Repository.Top, "docs", "mistakes.md");
        string page = File.ReadAllText(path);
        int end = page.IndexOf('\n', page.IndexOf(Marker, StringComparison.Ordinal)) + 1;
        string text = MistakesPage.Text();
        if (Environment.GetEnvironmentVariable("LOOPNET_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, page[..end] + text);
        }

        Assert.Equal(text, File.ReadAllText(path)[end..]);
    }

    [Fact]
    public void Anchors_OfMistakes_AreThoseOfTheirHeadings()
    {
        string page = Repository.Read("docs/mistakes.md");

        Assert.All(Catalogue.All, mistake => Assert.Contains($"\n## {mistake.Title}\n", page, StringComparison.Ordinal));
        Assert.Equal(Catalogue.All.Count, Catalogue.All.Select(mistake => mistake.Anchor).Distinct().Count());
        Assert.All(Catalogue.All, mistake => Assert.Matches("^[a-z0-9]+(-[a-z0-9]+)*$", mistake.Anchor));
    }

    [Fact]
    public void Texts_OfMistakes_AreTwoSentences()
    {
        Assert.All(Catalogue.All, mistake => Assert.Equal(2, mistake.Explanation.Split(". ").Length));
    }
}
