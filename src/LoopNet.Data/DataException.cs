namespace LoopNet.Data;

/// <summary>
/// A file that cannot be used: missing, cut short, of the wrong shape, or with an entry that has no meaning.
/// </summary>
/// <remarks>
/// The message is one sentence for the person who gave the file: which file, where in it, what was found and what was
/// expected. The command prints it as it is, and ends with status 2.
/// </remarks>
public sealed class DataException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence to print.</param>
    /// <param name="innerException">What the file system or a parser said, if anything.</param>
    public DataException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }
}
