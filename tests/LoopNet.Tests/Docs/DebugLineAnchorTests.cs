using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>Links from the documents to a line: the line is the one that the text speaks of.</summary>
public partial class DebugLineAnchorTests
{
    public static TheoryData<string> Documents => [.. Repository.Documents];

    /// <summary>
    /// The label says what stands on the line: <c>Type.Method</c> its declaration, <c>File.cs:NN</c> the code in the code
    /// span that follows it.
    /// </summary>
    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLinkToALineOfCode_InADocument_LeadsToWhatItNames(string document)
    {
        List<string> mistakes = [];
        foreach (Match link in CodeLinks().Matches(Repository.Read(document)))
        {
            string[] lines = LinesBehind(document, link);
            string label = link.Groups["label"].Value;
            string span = link.Groups["span"].Value;
            string named = label.Contains(".cs:", StringComparison.Ordinal) ? span : $" {label.Split('.')[^1]}(";
            string place = $"{Path.GetFileName(link.Groups["path"].Value)}:{link.Groups["line"].Value}";
            int line = Line(link);
            bool honest = label == place || !label.Contains(".cs:", StringComparison.Ordinal);
            if (!honest || named.Length == 0 || line > lines.Length || !lines[line - 1].Contains(named, StringComparison.Ordinal))
            {
                mistakes.Add($"[{label}] to {place}: '{named.Trim()}' is on line {LinesOf(named, lines)}");
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
    }

    [Fact]
    public void EveryEquation_InTheMathematics_LinksToItsFirstLineInATrace()
    {
        List<string> mistakes = [];
        int equations = 0;
        foreach (Match section in Sections().Matches(Repository.Read("docs/math.md")))
        {
            string id = section.Groups["id"].Value;
            Match link = Assert.Single(TraceLinks().Matches(section.Groups["text"].Value));
            string[] lines = LinesBehind("docs/math.md", link);
            string start = id == "B3s" ? "    beside it, the shortcut a - y" : $"{id} ";
            int first = 1 + Array.FindIndex(lines, line => line.StartsWith(start, StringComparison.Ordinal));
            equations++;
            if (first == 0 || Line(link) != first)
            {
                mistakes.Add($"{id}: {link.Value} should lead to line {first}");
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        Assert.Equal(15, equations);
    }

    private static int Line(Match link) => int.Parse(link.Groups["line"].Value, CultureInfo.InvariantCulture);

    private static string[] LinesBehind(string document, Match link)
    {
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Top, document))!;
        return File.ReadAllLines(Path.Combine(folder, link.Groups["path"].Value));
    }

    private static string LinesOf(string named, string[] lines)
    {
        IEnumerable<int> found = Enumerable.Range(1, lines.Length).Where(line => lines[line - 1].Contains(named, StringComparison.Ordinal));
        return found.Any() ? string.Join(" or ", found) : "none";
    }

    [GeneratedRegex(@"\[(?<label>[^\]]+)\]\((?<path>[^)#\s]+\.cs)#L(?<line>\d+)\)(?:[^`\n]*`(?<span>[^`\n]+)`)?")]
    private static partial Regex CodeLinks();

    [GeneratedRegex(@"\]\((?<path>[^)#\s]+\.trace\.txt)#L(?<line>\d+)\)")]
    private static partial Regex TraceLinks();

    [GeneratedRegex(@"^### (?<id>[FBMU]\d?s?\d?s?) (?<text>.*?)(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sections();
}
