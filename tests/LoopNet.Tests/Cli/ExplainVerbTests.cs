using System.Text.RegularExpressions;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class ExplainVerbTests
{
    [Fact]
    public async Task Explain_WithDifferences_IsAsVerified()
    {
        CommandRun run = CommandRun.Of("explain", "mazur", "dL/dW1[0,1]", "--depth", "2", "--numeric", "--digits", "6");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);

        // The rounding of a difference is that of this system's exp.
        await Verify(Regex.Replace(run.Output, "relative error [0-9.]+e-[0-9]+", "relative error E"));
    }

    [Fact]
    public void Explain_OfThePagesExample_PrintsWhatStandsThere()
    {
        string output = CommandRun.Narrow("explain", "mazur", "dL/dW1[0,1]", "--depth", "2").Output;

        Assert.Contains($"```text\n{output}```", Repository.Read("docs/explaining.md"), StringComparison.Ordinal);
    }

    [Fact]
    public void Explain_ASmallTensor_ExplainsEachOfItsNumbers()
    {
        CommandRun run = CommandRun.Of("explain", "tiny", "dL/dz3", "--depth", "0");

        string[] starts = [.. CommandRun.Lines(run.Output).Where(line => line.StartsWith("dL/dz3[", StringComparison.Ordinal)).Select(line => line[..9])];
        Assert.Equal(["dL/dz3[0]", "dL/dz3[1]"], starts);
        Assert.EndsWith("2 numbers marked ... are not explained further: raise --depth, or ask for one of them.\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("dL/dW1", "dL/dW1 is a tensor of 25088 numbers; name one of them, for example dL/dW1[0,0].")]
    [InlineData("dL/dW1[0,784]", "dL/dW1[0,784] lies outside dL/dW1, which has the shape 32 x 784: indexes start at 0, and its last element is dL/dW1[31,783].")]
    [InlineData("[0]", "\"[0]\" is not the name of a number; names look like dL/dW1[0,1], 2/0/L or 1//W1'; see loopnet explain --help")]
    public void Explain_OfNoSuchNumber_IsOneSentence(string name, string sentence)
    {
        Assert.Equal(sentence, CommandRun.Of("explain", "full-size", name).AssertOneSentence());
    }

    [Fact]
    public void Explain_WithTooManyDigits_IsOneSentence()
    {
        Assert.StartsWith("--digits is a whole number of at least 1 and at most 17, not '18'", CommandRun.Of("explain", "tiny", "L", "--digits", "18").AssertOneSentence(), StringComparison.Ordinal);
    }
}
