using System.Runtime.InteropServices;

namespace LoopNet.Cli;

/// <summary>
/// Ctrl-C and the system's requests to end (SIGTERM, SIGHUP), heard in one place for every verb: a token is cancelled, and a verb that has
/// not ended soon after, or hears a second request, is ended.
/// </summary>
/// <remarks>
/// A verb may be ended anywhere: files take their names when they are whole, and those that are not go when the process ends. What a caller
/// has told the process to ignore, as <c>nohup</c> does, stays ignored.
/// </remarks>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\u001b[?25h";

    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(250);
    private static readonly TimeSpan NotePatience = TimeSpan.FromMilliseconds(150);
    private static readonly PosixSignal[] Signals = [PosixSignal.SIGINT, PosixSignal.SIGTERM, PosixSignal.SIGHUP];

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration[] _registrations;
    private int _heard;
    private int _ended;

    /// <summary>Starts to listen.</summary>
    public Interruption() => _registrations = [.. Signals.Select(signal => PosixSignalRegistration.Create(signal, Handle))];

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>The verb has ended by itself.</summary>
    /// <param name="status">Its exit status.</param>
    /// <returns>The same.</returns>
    public int Finish(int status)
    {
        if (Interlocked.Exchange(ref _ended, 1) != 0)
        {
            // The process is being ended, with a status of its own.
            Thread.Sleep(Timeout.Infinite);
        }

        return status;
    }

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        Array.ForEach(_registrations, registration => registration.Dispose());
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        signal.Cancel = true;
        if (Interlocked.Exchange(ref _heard, 1) != 0)
        {
            End();
            return;
        }

        new Thread(EndSoon) { IsBackground = true, Name = "interruption" }.Start();
        _source.Cancel();
    }

    private void EndSoon()
    {
        Thread.Sleep(Patience);
        End();
    }

    private void End()
    {
        if (Interlocked.Exchange(ref _ended, 1) == 0)
        {
            // The reader of a pipe may have stopped to read, and then no note can be written.
            Thread note = new(Note) { IsBackground = true };
            note.Start();
            note.Join(NotePatience);
            Environment.Exit(ExitStatus.Interrupted);
        }
    }

    private static void Note()
    {
        Terminal terminal = Terminal.OfProcess(CancellationToken.None);
        if (terminal.ShowsProgress)
        {
            // Perhaps in the middle of a progress bar, which hides the cursor.
            terminal.Screen.Write(ShowCursor);
        }

        terminal.Note("interrupted");
    }
}
