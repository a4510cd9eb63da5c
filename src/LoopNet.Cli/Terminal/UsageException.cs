namespace LoopNet.Cli;

/// <summary>A command line that asks for something that cannot be.</summary>
/// <remarks>The message is one clause without a full stop; the command adds where to read more, and ends with status 2.</remarks>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was wrong, what was expected and what to write instead.</param>
    public UsageException(string message)
        : base(message)
    {
    }
}
