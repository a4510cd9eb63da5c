using System.Text.RegularExpressions;
using LoopNet.Tests.Cli;

namespace LoopNet.Tests;

/// <summary>What README and docs say can be done: every command line parses, every link leads somewhere.</summary>
public partial class DocumentTests
{
    private static readonly string[] Ways = ["loopnet ", "dotnet run -c Release --project src/LoopNet.Cli -- "];

    public static TheoryData<string> Documents => [.. Repository.Documents];

    public static TheoryData<string, string> Commands
    {
        get
        {
            TheoryData<string, string> commands = [];
            foreach (string document in Repository.Documents)
            {
                foreach (string command in CommandsIn(Repository.Read(document)).Distinct())
                {
                    commands.Add(document, command);
                }
            }

            return commands;
        }
    }

    [Theory]
    [MemberData(nameof(Commands))]
    public void EveryCommand_InADocument_IsOneThatParses(string document, string command)
    {
        string[] words = [.. command.Split('#')[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => word.Trim('\''))];

        // A mistake after the command's own words is found only where those are sound.
        string sentence = CommandRun.Of([.. words, "--no-such-option"]).AssertOneSentence();

        bool isKnown = Regex.IsMatch(sentence, $"^{words[0]}( [a-z]+)? has no option --no-such-option");
        Assert.True(isKnown, $"{document}: {command}: {sentence}");
    }

    [Theory]
    [MemberData(nameof(Documents))]
    public void EveryLink_InADocument_LeadsToAFileAndAPlaceInIt(string document)
    {
        string text = Repository.Read(document);
        string folder = Path.GetDirectoryName(Path.Combine(Repository.Top, document))!;
        foreach (Match match in Links().Matches(text))
        {
            string link = match.Groups[1].Value;
            if (link.Contains("://", StringComparison.Ordinal))
            {
                continue;
            }

            string[] parts = link.Split('#', 2);
            string path = parts[0].Length == 0 ? Path.Combine(Repository.Top, document) : Path.Combine(folder, parts[0]);
            Assert.True(File.Exists(path) || Directory.Exists(path), $"{document}: {link} leads nowhere");
            if (parts.Length == 2 && path.EndsWith(".md", StringComparison.Ordinal))
            {
                Assert.True(Anchors(File.ReadAllText(path)).Contains(parts[1]), $"{document}: {link} leads to no heading");
            }
        }
    }

    [Fact]
    public void Readme_ForAFreshClone_HasTheTwoCommandsThatDoEverything()
    {
        string readme = Repository.Read("README.md");

        Assert.Contains("\ndotnet run -c Release --project src/LoopNet.Cli -- train\n", readme, StringComparison.Ordinal);
        Assert.Contains("\ndotnet test\n", readme, StringComparison.Ordinal);
        Assert.Contains("dotnet run -c Release --project src/LoopNet.Cli -- train", Repository.Read(".ci/run"), StringComparison.Ordinal);
    }

    private static IEnumerable<string> CommandsIn(string text)
    {
        foreach (Match fence in Fences().Matches(text))
        {
            foreach (string line in fence.Groups[1].Value.Split('\n'))
            {
                string command = line.TrimStart('$', ' ').TrimEnd();
                string? way = Ways.FirstOrDefault(start => command.StartsWith(start, StringComparison.Ordinal));
                if (way is not null)
                {
                    yield return command[way.Length..];
                }
            }
        }
    }

    private static HashSet<string> Anchors(string text)
    {
        return [.. Headings().Matches(text).Select(match => NotInAnchors().Replace(match.Groups[1].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-'))];
    }

    [GeneratedRegex(@"\]\(([^)\s]+)\)")]
    private static partial Regex Links();

    [GeneratedRegex(@"```(?:sh|console|text)?\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"^#+ (.*)$", RegexOptions.Multiline)]
    private static partial Regex Headings();

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchors();
}
