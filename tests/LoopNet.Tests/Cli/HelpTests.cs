using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class HelpTests
{
    [Theory]
    [InlineData("--help")]
    [InlineData("train", "--help")]
    [InlineData("evaluate", "--help")]
    [InlineData("predict", "--help")]
    [InlineData("data", "--help")]
    [InlineData("data", "download", "--help")]
    [InlineData("data", "export", "--help")]
    [InlineData("data", "sheet", "--help")]
    [InlineData("reproduce", "--help")]
    [InlineData("trace", "--help")]
    [InlineData("gradcheck", "--help")]
    [InlineData("explain", "--help")]
    [InlineData("worksheet", "--help")]
    [InlineData("check", "--help")]
    [InlineData("notation", "--help")]
    [InlineData("help", "--help")]
    [InlineData("completion", "--help")]
    public void Help_OfEachVerb_HasUsageAndAnExampleInLinesThatFit(params string[] args)
    {
        CommandRun run = CommandRun.Narrow(args);

        string name = string.Join(' ', args[..^1].Prepend("loopnet"));
        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.Contains($"Usage: {name}", run.Output, StringComparison.Ordinal);
        Assert.Matches($@"Examples?:\n  {name}", run.Output);
        Assert.All(run.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 80));
    }

    [Fact]
    public void Help_OfEveryExample_IsACommandLineThatParses()
    {
        foreach (string verb in (string[])["train", "evaluate", "predict", "data", "data download", "data export", "data sheet", "trace", "gradcheck", "explain", "worksheet", "check", "notation", "help", "completion"])
        {
            string help = CommandRun.Of([.. verb.Split(' '), "--help"]).Output;
            string[] examples = [.. CommandRun.Lines(help).Where(line => line.StartsWith($"  loopnet {verb}", StringComparison.Ordinal))];
            Assert.NotEmpty(examples);
            foreach (string example in examples)
            {
                // A mistake after the example's own words is found only where those are sound.
                string[] words = [.. example.Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1), "--no-such-option"];
                string sentence = CommandRun.Of(words).AssertOneSentence();
                Assert.StartsWith($"{verb} has no option --no-such-option", sentence, StringComparison.Ordinal);
            }
        }
    }

    [Theory]
    [InlineData("train")]
    [InlineData("data", "download")]
    [InlineData]
    public void HelpVerb_OfAVerb_ShowsWhatItsOptionShows(params string[] verb)
    {
        Assert.Equal(CommandRun.Narrow([.. verb, "--help"]), CommandRun.Narrow(["help", .. verb]));
    }

    [Fact]
    public void Help_AfterAMistake_IsHelpAllTheSame()
    {
        CommandRun run = CommandRun.Of("train", "--epochs", "many", "--help");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.StartsWith("loopnet train: ", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Version_IsOneLine()
    {
        CommandRun run = CommandRun.Of("--version");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Matches(@"^loopnet \d+\.\d+\.\d+\n$", run.Output);
    }
}
