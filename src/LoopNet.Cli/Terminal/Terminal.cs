using System.Diagnostics;

namespace LoopNet.Cli;

/// <summary>What the command is run from: its streams and its surroundings. Tests give their own.</summary>
/// <param name="Output">Standard output: results and nothing else.</param>
/// <param name="Error">Standard error: errors, notes and the progress bar.</param>
public sealed record Terminal(TextWriter Output, TextWriter Error)
{
    private const int PauseInMilliseconds = 50;

    /// <summary>Whether standard error is a screen, on which a progress bar can move.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The folder in which <c>data/mnist</c> is looked for.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>The value of the environment variable <c>LOOPNET_DATA</c>; null or empty where it is not set.</summary>
    public string? DataVariable { get; init; }

    /// <summary>Cancelled by the first Ctrl-C.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The terminal of this process.</summary>
    /// <param name="interrupted">Cancelled by the first Ctrl-C.</param>
    public static Terminal OfProcess(CancellationToken interrupted)
    {
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(Console.Out, Console.Error)
        {
            ShowsProgress = !Console.IsErrorRedirected && !isDumb,
            DataVariable = Environment.GetEnvironmentVariable("LOOPNET_DATA"),
            Interrupted = interrupted,
        };
    }

    /// <summary>Writes one sentence to standard error; what it quotes of a file is escaped.</summary>
    public void Note(string sentence) => Error.WriteLine($"loopnet: {VisibleText.Of(sentence)}");

    /// <summary>Waits until a debugger is attached to this process, whose number is printed.</summary>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C.</exception>
    public void WaitForDebugger()
    {
        Error.WriteLine(Invariant($"Waiting for a debugger, process {Environment.ProcessId}"));
        Error.Flush();
        while (!Debugger.IsAttached)
        {
            Interrupted.ThrowIfCancellationRequested();
            Thread.Sleep(PauseInMilliseconds);
        }
    }
}
