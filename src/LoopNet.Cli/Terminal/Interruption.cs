using System.Runtime.InteropServices;

namespace LoopNet.Cli;

/// <summary>Ctrl-C and the system's request to end: the first cancels a token, the second ends the process at once.</summary>
internal sealed class Interruption : IDisposable
{
    private const string ShowCursor = "\u001b[?25h";

    private readonly CancellationTokenSource _source = new();
    private readonly PosixSignalRegistration _interrupt;
    private readonly PosixSignalRegistration _terminate;

    /// <summary>Starts to listen.</summary>
    public Interruption()
    {
        _interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle);
        _terminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle);
    }

    /// <summary>Cancelled by the first signal.</summary>
    public CancellationToken Token => _source.Token;

    /// <summary>Stops to listen.</summary>
    public void Dispose()
    {
        _interrupt.Dispose();
        _terminate.Dispose();
        _source.Dispose();
    }

    private void Handle(PosixSignalContext signal)
    {
        if (!_source.IsCancellationRequested)
        {
            // The process lives on, to end cleanly.
            signal.Cancel = true;
            _source.Cancel();
        }
        else if (!Console.IsErrorRedirected)
        {
            // Now the process ends, perhaps in the middle of a progress bar, which hides the cursor.
            Console.Error.Write(ShowCursor);
        }
    }
}
