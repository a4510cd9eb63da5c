using System.CommandLine;

namespace LoopNet.Cli;

/// <summary>The option <c>--wait-for-debugger</c>.</summary>
internal static class DebuggerOption
{
    /// <summary>The option.</summary>
    public static Option<bool> Create() => new("--wait-for-debugger")
    {
        Description = "Wait until a debugger is attached to the process, whose number is printed; then go on.",
    };
}
