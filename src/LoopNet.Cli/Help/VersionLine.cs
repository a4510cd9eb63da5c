using System.CommandLine;
using System.CommandLine.Invocation;

namespace LoopNet.Cli;

/// <summary>Answers <c>--version</c>.</summary>
internal sealed class VersionLine : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool Terminating => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        Version version = typeof(VersionLine).Assembly.GetName().Version!;
        parseResult.InvocationConfiguration.Output.WriteLine($"loopnet {version.ToString(3)}");
        return ExitStatus.Done;
    }
}
