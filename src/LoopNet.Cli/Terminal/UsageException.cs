namespace LoopNet.Cli;

/// <summary>A command line that asks for something that cannot be.</summary>
/// <remarks>The message is one clause without a full stop; the command adds where to read more, and ends with status 2.</remarks>
/// <param name="message">What was wrong, what was expected and what to write instead.</param>
internal sealed class UsageException(string message) : Exception(message);
