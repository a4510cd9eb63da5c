namespace LoopNet.Checking;

/// <summary>Answers that cannot be checked: a name, a shape or a number that means nothing. The message is one sentence for the person who gave them.</summary>
public sealed class CheckException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">Where, what was found, and what was expected.</param>
    public CheckException(string message)
        : base(message)
    {
    }
}
