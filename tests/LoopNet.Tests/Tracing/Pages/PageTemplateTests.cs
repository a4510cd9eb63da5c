using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using LoopNet.Tracing;
using ShippedExamples = LoopNet.Tests.Data.ShippedExamples;

namespace LoopNet.Tests.Tracing;

/// <summary>The page as a file: what a browser would refuse, and what a reader would miss. LoopNet.BrowserTests look at it in a browser.</summary>
public partial class PageTemplateTests
{
    private const string Folder = "src/LoopNet.Tracing/Pages/Template";

    private static readonly string Page = Written("tiny");

    [Fact]
    public void Files_OfTheTemplate_AreAllInThePage()
    {
        string[] files = Directory.GetFiles(Path.Combine(Repository.Top, Folder), "*.*s");

        Assert.True(files.Length > 10, $"{files.Length} files");
        Assert.All(files, file => Assert.Contains(File.ReadAllText(file).ReplaceLineEndings("\n"), Page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("style")]
    [InlineData("script")]
    public void Policy_OfThePage_AllowsItsOwnStyleAndScriptByTheirHash(string element)
    {
        string content = Regex.Match(Page, $"<{element}(?: type=\"module\")?>(.*?)</{element}>", RegexOptions.Singleline, TimeSpan.FromSeconds(10)).Groups[1].Value;
        string hash = Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)));

        Assert.True(content.Length > 1000);
        Assert.Contains($"{element}-src 'sha256-{hash}'", Page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", Page, StringComparison.Ordinal);
    }

    [Fact]
    public void Equations_OfTheMathematics_HaveASentenceEach()
    {
        string[] ids = [.. TableRow().Matches(Repository.Read("docs/math.md")).Select(match => match.Groups["id"].Value)];
        string sentences = Repository.Read($"{Folder}/equations.js");

        Assert.Equal(16, ids.Length);
        Assert.All(ids, id => Assert.Contains($"  {id}: \"", sentences, StringComparison.Ordinal));
    }

    // Inline styles and handlers would be refused, and texts put in as markup could be anything.
    [Fact]
    public void Script_OfThePage_MakesNoMarkupOfTexts()
    {
        string scripts = string.Concat(Directory.GetFiles(Path.Combine(Repository.Top, Folder), "*.js").Select(File.ReadAllText));

        Assert.DoesNotMatch(@"innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|new Function|\bstyle=", scripts);
    }

    [Fact]
    public void Data_OfAHostileExample_EndsNoElement()
    {
        Example tiny = ShippedExamples.Read("tiny");
        string page = Written(tiny with { Source = "</script><!-- <script>alert(1)</script>" });

        Assert.Contains("\"source\":\"\\u003c/script>\\u003c!-- \\u003cscript>alert(1)\\u003c/script>\"", page, StringComparison.Ordinal);
        Assert.Equal(Count(Page, "</script>"), Count(page, "</script>"));
    }

    private static int Count(string text, string part) => (text.Length - text.Replace(part, "", StringComparison.Ordinal).Length) / part.Length;

    private static string Written(string example) => Written(ShippedExamples.Read(example));

    private static string Written(Example example)
    {
        using StringWriter page = new() { NewLine = "\n" };
        new TraceWriter("html", new TextOptions()).Write(page, example);
        return page.ToString();
    }

    [GeneratedRegex(@"^\| \[(?<id>[A-Z][0-9]s?)\]\(#", RegexOptions.Multiline | RegexOptions.ExplicitCapture)]
    private static partial Regex TableRow();
}
