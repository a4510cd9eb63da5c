using System.CommandLine;
using System.Diagnostics;

namespace LoopNet.Cli;

/// <summary>The option <c>--wait-for-debugger</c>.</summary>
internal static class DebuggerOption
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--wait-for-debugger")
    {
        Description = "Wait until a debugger is attached to the process, whose number is printed; then go on.",
    };

    /// <summary>Waits until a debugger is attached.</summary>
    /// <exception cref="OperationCanceledException">The person pressed Ctrl-C.</exception>
    public static void Wait(Terminal terminal)
    {
        terminal.Error.WriteLine($"Waiting for a debugger, process {Environment.ProcessId}");
        terminal.Error.Flush();
        while (!Debugger.IsAttached)
        {
            terminal.Interrupted.ThrowIfCancellationRequested();
            Thread.Sleep(Pause);
        }
    }
}
