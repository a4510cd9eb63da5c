using System.Diagnostics;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

/// <summary>The built command as a process of its own, as a person starts it.</summary>
public sealed class CommandProcess : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(1);

    private readonly Process _process;
    private readonly Task<string> _error;
    private readonly List<string> _lines = [];
    private bool _isClosed;

    private CommandProcess(Process process)
    {
        _process = process;
        _error = process.StandardError.ReadToEndAsync();
    }

    public static CommandProcess Start(params string[] args)
    {
        // A shell may have told this process to ignore Ctrl-C, and children inherit that: env gives it back.
        string[] prefix = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT", "dotnet"] : ["dotnet"];
        string[] line = [.. prefix, typeof(LoopNetCommand).Assembly.Location, .. args];
        ProcessStartInfo start = new(line[0], line[1..])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        return new CommandProcess(Process.Start(start)!);
    }

    public void ReadLine(Func<string, bool> isAwaited)
    {
        while (_process.StandardOutput.ReadLine() is string line)
        {
            _lines.Add(line);
            if (isAwaited(line))
            {
                return;
            }
        }

        Assert.Fail($"The line that is awaited did not come: {string.Join('\n', _lines)} {_error.Result}");
    }

    /// <summary>Waits until the process has asked for the signals, on systems that tell; a process that just starts does not hear them.</summary>
    public void WaitUntilItHears()
    {
        string status = $"/proc/{_process.Id}/status";
        for (int turn = 0; turn < 600 && (!File.Exists(status) || !Hears(status)); turn++)
        {
            Thread.Sleep(100);
        }
    }

    public void Send(string signal)
    {
        using Process kill = Process.Start("kill", [$"-{signal}", $"{_process.Id}"]);
        kill.WaitForExit();
    }

    /// <summary>Stops to read, like <c>head</c> does.</summary>
    public void CloseOutput()
    {
        _process.StandardOutput.Close();
        _isClosed = true;
    }

    public CommandRun End()
    {
        string rest = _isClosed ? "" : _process.StandardOutput.ReadToEnd();
        Assert.True(_process.WaitForExit(Patience), "The process does not end.");
        return new CommandRun(_process.ExitCode, string.Join('\n', _lines) + "\n" + rest, _error.Result);
    }

    // Bit 0 of the caught signals is SIGHUP, which is asked for last.
    private static bool Hears(string status)
    {
        string caught = File.ReadLines(status).First(line => line.StartsWith("SigCgt:", StringComparison.Ordinal));
        return (Convert.ToUInt64(caught["SigCgt:".Length..].Trim(), 16) & 1) != 0;
    }

    public void Dispose()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
        }

        _process.Dispose();
    }
}
