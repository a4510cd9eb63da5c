using System.Text.RegularExpressions;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests;

/// <summary>The page on training that does not learn: each command reproduces its symptom or cures it, here on the digits that the program draws.</summary>
public sealed partial class TroubleshootingPageTests : IDisposable
{
    private const string Page = Symptom.Page;

    private static readonly string[] Told =
    [
        OneAnswer.Heading, LossOfChance.Heading, LossUnchanged.Heading, LossGrowing.Heading, EqualUnits.Heading, DeadReluUnits.Heading,
        SaturatedUnits.Heading, NothingOverOne.Heading, MissingDigits.Heading, ShiftedLabels.Heading,
    ];

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string> Symptoms => [.. Told];

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Symptoms))]
    public void EveryCommand_OfASymptom_ReproducesItOrCuresIt(string heading)
    {
        string section = Section(heading);
        string place = new Symptom(heading, "").Place;
        int reproduced = 0;
        int cured = 0;
        foreach (string line in Fence().Match(section).Groups[1].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] parts = line.Split('#', 2);
            if (!line.StartsWith("loopnet ", StringComparison.Ordinal))
            {
                _folder.Shell(parts[0]);
                continue;
            }

            string[] words = [.. parts[0].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(InFolder)];
            string[] few = words.Contains("--data") ? [] : ["--limit", $"{FullRun.Count(usual: 3_000, full: 60_000)}"];
            CommandRun run = CommandRun.Of([.. words, .. few]);

            Assert.True(run.Status == ExitStatus.Done, run.Error);
            bool isTold = run.Error.Contains(place, StringComparison.Ordinal);
            bool reproduces = line.Contains("# reproduces it", StringComparison.Ordinal);
            bool cures = line.Contains("# cures it", StringComparison.Ordinal);
            Assert.True(isTold == reproduces, $"{line}: {run.Error}");
            reproduced += reproduces ? 1 : 0;
            cured += cures ? 1 : 0;
        }

        Assert.True(reproduced > 0 && cured > 0, $"{Page} has no command that reproduces, or none that cures: {heading}");
    }

    [Fact]
    public void EveryHeading_ThatTrainNames_IsOnThePage()
    {
        Assert.All(Told, heading => Assert.Contains($"\n## {heading}\n", Repository.Read(Page), StringComparison.Ordinal));
    }

    // The runs of all seeds on MNIST are in docs/testing.md; here are some on few digits.
    [Fact]
    public void Train_ThatLearns_TellsNoSymptom()
    {
        for (int seed = 1; seed <= FullRun.Count(usual: 2, full: 20); seed++)
        {
            CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "5000", "--epochs", "2", "--seed", $"{seed}");
            Assert.Equal("", run.Error);
        }
    }

    private static string Section(string heading)
    {
        string page = Repository.Read(Page);
        int start = page.IndexOf($"\n## {heading}\n", StringComparison.Ordinal);
        int end = page.IndexOf("\n## ", start + 1, StringComparison.Ordinal);
        return end < 0 ? page[start..] : page[start..end];
    }

    private string InFolder(string word) => word.EndsWith(".csv", StringComparison.Ordinal) ? Path.Join(_folder.Path, word) : word;

    [GeneratedRegex("```sh\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fence();
}
