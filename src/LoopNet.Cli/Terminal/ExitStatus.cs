namespace LoopNet.Cli;

/// <summary>What the command tells the shell when it ends.</summary>
internal static class ExitStatus
{
    /// <summary>What was asked for is done.</summary>
    public const int Done = 0;

    /// <summary>The check that was asked for failed: a wrong answer, a wrong gradient, or a trace that does not follow.</summary>
    public const int CheckFailed = 1;

    /// <summary>The command line or a file cannot be used.</summary>
    public const int BadInput = 2;

    /// <summary>The person pressed Ctrl-C, or the system asked the command to end.</summary>
    public const int Interrupted = 130;
}
