using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>Links from the documents to code and traces lead to what the text speaks of.</summary>
public partial class LinkedCodeTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents];

    /// <summary>The label names a method, <c>Type.Method</c>; the code span that follows it, if any, is code of that method.</summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLinkToAMember_InADocument_LeadsToWhatItNames(string document)
    {
        List<string> mistakes = [];
        foreach (Match link in MemberLinks().Matches(Repository.Read(document)))
        {
            string member = link.Groups["member"].Value;
            string span = link.Groups["span"].Value;
            string code = string.Join('\n', LinesBehind(document, link));
            bool isOfFile = Path.GetFileName(link.Groups["path"].Value) == $"{link.Groups["type"].Value}.cs";
            if (!isOfFile || !Bodies(code, member).Any(body => body.Contains(span, StringComparison.Ordinal)))
            {
                mistakes.Add($"{link.Value}: there is no {member} with '{span}'");
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
    }

    [Fact]
    public void EveryLink_ToALineOfCode_IsGone()
    {
        Assert.All(Repository.Documents, document => Assert.DoesNotContain(".cs#L", Repository.Read(document), StringComparison.Ordinal));
    }

    [Fact]
    public void EveryEquation_InTheMathematics_LinksToItsFirstLineInATrace()
    {
        List<string> mistakes = [];
        int equations = 0;
        string page = Repository.Read("docs/math.md");
        string corrected = page;
        foreach (Match section in Sections().Matches(page))
        {
            string id = section.Groups["id"].Value;
            Match link = Assert.Single(TraceLinks().Matches(section.Groups["text"].Value));
            string[] lines = LinesBehind("docs/math.md", link);
            string start = id == "B3s" ? "    beside it, the shortcut a - y" : $"{id} ";
            int first = 1 + Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal));
            equations++;
            string trace = id switch
            {
                "B3s" => "tiny",
                "M1" or "M2" or "M3" => "xor-batch",
                _ => "mazur",
            };
            Assert.EndsWith($"/{trace}.trace.txt", link.Groups["path"].Value, StringComparison.Ordinal);
            corrected = corrected.Replace(section.Value, section.Value.Replace(link.Value, Invariant($"]({link.Groups["path"].Value}#L{first})"), StringComparison.Ordinal), StringComparison.Ordinal);
            if (first == 0 || Line(link) != first)
            {
                mistakes.Add($"{id}: {link.Value} should lead to line {first}");
            }
        }

        Assert.Equal(16, equations);
        if (Environment.GetEnvironmentVariable("LOOPNET_WRITE_DOCS") == "1")
        {
            File.WriteAllText(Path.Combine(Repository.Top, "docs", "math.md"), corrected);
            return;
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
    }

    private static int Line(Match link) => int.Parse(link.Groups["line"].Value, CultureInfo.InvariantCulture);

    private static string[] LinesBehind(string document, Match link)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Top, document))!;
        return File.ReadAllLines(Path.Combine(folder, link.Groups["path"].Value));
    }

    // From the line of a declaration to the brace that closes its body.
    private static IEnumerable<string> Bodies(string code, string member)
    {
        return Regex.Matches(code, $@"^    (public|private|internal|protected)[^\n=]* {member}\(.*?^    }}", RegexOptions.Multiline | RegexOptions.Singleline)
            .Select(match => match.Value);
    }

    [GeneratedRegex(@"\[(?<type>\w+)\.(?<member>[A-Z]\w+)\]\((?<path>[^)#\s]+\.cs)\)(?:[^`\n]*`(?<span>[^`\n]+)`)?")]
    private static partial Regex MemberLinks();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+\.trace\.txt)#L(?<line>\d+)\)")]
    private static partial Regex TraceLinks();

    [GeneratedRegex(@"^### (?<id>[FBMU]\d?s?\d?s?) (?<text>.*?)(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sections();
}
