namespace LoopNet.Tracing;

/// <summary>A trace that cannot be made or written. The message is one sentence for the person who asked for it.</summary>
public sealed class TraceException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence to print.</param>
    /// <param name="innerException">What the file system said, if anything.</param>
    public TraceException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
