using System.Text.RegularExpressions;
using LoopNet.Cli;
using LoopNet.Tracing;

namespace LoopNet.Tests.Cli;

/// <summary>One run of the command inside the test: its exit status and what it wrote to its streams.</summary>
public sealed partial record CommandRun(int Status, string Output, string Error)
{
    /// <summary>No line of this width is broken: a test finds a sentence whole.</summary>
    public const int Wide = 100_000;

    /// <summary>The lines of <see cref="Output"/> that tell the result of an epoch, without the seconds, which no run repeats.</summary>
    public string[] EpochLines => [.. Lines(Output).Select(line => OfEpoch().Match(line)).Where(match => match.Success).Select(match => match.Value)];

    /// <summary>Epoch, training accuracy, training loss, test accuracy and test loss of each of <see cref="EpochLines"/>, as they are written.</summary>
    public string[][] EpochFigures => [.. EpochLines.Select(line => line.Replace("%", "", StringComparison.Ordinal).Split(' ', StringSplitOptions.RemoveEmptyEntries))];

    /// <summary>Runs a command line far from any data: no <c>LOOPNET_DATA</c>, and no <c>data/mnist</c>.</summary>
    public static CommandRun Of(params string[] args) => In(terminal => terminal, args);

    /// <summary>Runs a command line in surroundings of the test's choice.</summary>
    public static CommandRun In(Func<Terminal, Terminal> surroundings, params string[] args) => OfWidth(Wide, surroundings, args);

    /// <summary>Runs a command line on a terminal of the standard width.</summary>
    public static CommandRun Narrow(params string[] args) => OfWidth(FittedLines.StandardWidth, terminal => terminal, args);

    private static CommandRun OfWidth(int width, Func<Terminal, Terminal> surroundings, string[] args)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        Terminal terminal = surroundings(new Terminal(output, error, width) { Folder = "no-such-folder" });
        int status = LoopNetCommand.Run(args, terminal);
        return new CommandRun(status, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line that is interrupted as soon as it has written the line of an epoch.</summary>
    public static CommandRun InterruptedAfter(int epoch, string[] args)
    {
        using CancellationTokenSource source = new();
        CancellingWriter output = new(epoch, source) { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        int status = LoopNetCommand.Run(args, new Terminal(output, error, Wide) { Interrupted = source.Token });
        return new CommandRun(status, output.ToString(), error.ToString());
    }

    public static string[] Lines(string text) => text.Split('\n', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>An error as the command promises it: status 2, nothing on standard output, one sentence on standard error.</summary>
    public string AssertOneSentence()
    {
        Assert.Equal(ExitStatus.BadInput, Status);
        Assert.Equal("", Output);
        string line = Assert.Single(Lines(Error));
        Assert.StartsWith("loopnet: ", line, StringComparison.Ordinal);
        Assert.DoesNotContain("Exception", line, StringComparison.Ordinal);
        return line["loopnet: ".Length..];
    }

    /// <summary>Whether a line tells the result of an epoch.</summary>
    public static bool IsOfEpoch(string line, int epoch) => OfEpoch().IsMatch(line) && line.TrimStart().StartsWith(Invariant($"{epoch} "), StringComparison.Ordinal);

    [GeneratedRegex(@"^ *[0-9]+ +[0-9.]+ % +[^ ]+ +[0-9.]+ % +[^ ]+")]
    private static partial Regex OfEpoch();

    private sealed class CancellingWriter(int epoch, CancellationTokenSource source) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (IsOfEpoch(value!, epoch))
            {
                source.Cancel();
            }
        }
    }
}
