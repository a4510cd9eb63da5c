namespace LoopNet.Checking;

/// <summary>A worksheet that cannot be made. The message is one sentence for the person who asked for it.</summary>
public sealed class WorksheetException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence to print.</param>
    public WorksheetException(string message)
        : base(message)
    {
    }
}
