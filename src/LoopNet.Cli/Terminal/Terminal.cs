using System.Diagnostics;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>What the command is run from: its streams and its surroundings. Tests give their own.</summary>
/// <remarks>The one place that writes to a terminal: texts from outside go through it, and reach the screen with nothing that it would obey.</remarks>
public sealed record Terminal
{
    private const int PauseInMilliseconds = 50;
    private const string NoteMargin = "  ";

    /// <summary>Makes a terminal.</summary>
    /// <param name="output">Standard output.</param>
    /// <param name="error">Standard error.</param>
    /// <param name="width">The longest line of a result or a note, in characters.</param>
    public Terminal(TextWriter output, TextWriter error, int width = FittedLines.StandardWidth)
    {
        Width = width;
        Output = new ResultWriter(output, width) { NewLine = output.NewLine };
        Screen = new NoteWriter(error) { NewLine = error.NewLine };
    }

    /// <summary>Standard output: results and nothing else.</summary>
    public TextWriter Output { get; }

    /// <summary>The longest line, in characters.</summary>
    public int Width { get; }

    /// <summary>Standard error as it is, for the progress bar alone, which moves the cursor.</summary>
    internal TextWriter Screen { get; }

    /// <summary>Whether standard error is a screen, on which a progress bar can move.</summary>
    public bool ShowsProgress { get; init; }

    /// <summary>The folder in which <c>data/mnist</c> is looked for.</summary>
    public string Folder { get; init; } = ".";

    /// <summary>The value of the environment variable <c>LOOPNET_DATA</c>; null or empty where it is not set.</summary>
    public string? DataVariable { get; init; }

    /// <summary>Cancelled by Ctrl-C, or when the system asks the command to end.</summary>
    public CancellationToken Interrupted { get; init; }

    /// <summary>The terminal of this process.</summary>
    /// <param name="interrupted">Cancelled by Ctrl-C, or when the system asks the command to end.</param>
    public static Terminal OfProcess(CancellationToken interrupted)
    {
        bool isDumb = Environment.GetEnvironmentVariable("TERM") == "dumb";
        return new Terminal(StandardStream.ForResults(), StandardStream.ForNotes(), StandardStream.Width())
        {
            ShowsProgress = StandardStream.ErrorIsScreen() && !isDumb,
            DataVariable = Environment.GetEnvironmentVariable("LOOPNET_DATA"),
            Interrupted = interrupted,
        };
    }

    /// <summary>Writes one sentence to standard error; what it quotes of a file is escaped.</summary>
    public void Note(string sentence)
    {
        IEnumerable<string> lines = FittedLines.Of($"loopnet: {VisibleText.Of(sentence)}", Width, margin: NoteMargin);

        // In one piece: the thread that hears a signal may have a note, too.
        Screen.WriteLine(string.Join(Screen.NewLine, lines));
    }

    /// <summary>Waits until a debugger is attached to this process, whose number is printed.</summary>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C.</exception>
    public void WaitForDebugger()
    {
        Screen.WriteLine(Invariant($"Waiting for a debugger, process {Environment.ProcessId}"));
        Screen.Flush();
        while (!Debugger.IsAttached)
        {
            Interrupted.ThrowIfCancellationRequested();
            Thread.Sleep(PauseInMilliseconds);
        }
    }
}
