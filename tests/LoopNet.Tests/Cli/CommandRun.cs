using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

/// <summary>One run of the command inside the test: its exit status and what it wrote to its streams.</summary>
public sealed record CommandRun(int Status, string Output, string Error)
{
    /// <summary>The lines of <see cref="Output"/> that tell the result of an epoch, without the seconds, which no run repeats.</summary>
    public string[] EpochLines => [.. Lines(Output).Where(IsOfEpoch).Select(WithoutSeconds)];

    /// <summary>Runs a command line far from any data: no <c>LOOPNET_DATA</c>, and no <c>data/mnist</c>.</summary>
    public static CommandRun Of(params string[] args) => In(terminal => terminal, args);

    /// <summary>Runs a command line in surroundings of the test's choice.</summary>
    public static CommandRun In(Func<Terminal, Terminal> surroundings, params string[] args)
    {
        StringWriter output = new() { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        Terminal terminal = surroundings(new Terminal(output, error) { Folder = "no-such-folder" });
        int status = LoopNetCommand.Run(args, terminal);
        return new CommandRun(status, output.ToString(), error.ToString());
    }

    /// <summary>Runs a command line that is interrupted as soon as it has written a line that begins with <paramref name="start"/>.</summary>
    public static CommandRun InterruptedAfter(string start, string[] args)
    {
        using CancellationTokenSource source = new();
        CancellingWriter output = new(start, source) { NewLine = "\n" };
        StringWriter error = new() { NewLine = "\n" };
        int status = LoopNetCommand.Run(args, new Terminal(output, error) { Interrupted = source.Token });
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

    private static bool IsOfEpoch(string line) => line.StartsWith("epoch ", StringComparison.Ordinal);

    private static string WithoutSeconds(string line) => line[..line.LastIndexOf("   ", StringComparison.Ordinal)];

    private sealed class CancellingWriter(string start, CancellationTokenSource source) : StringWriter
    {
        public override void WriteLine(string? value)
        {
            base.WriteLine(value);
            if (value!.StartsWith(start, StringComparison.Ordinal))
            {
                source.Cancel();
            }
        }
    }
}
