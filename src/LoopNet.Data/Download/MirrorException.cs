namespace LoopNet.Data;

/// <summary>What went wrong at one mirror, as a clause of which the mirror is the subject: the next mirror may do better.</summary>
internal sealed class MirrorException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The clause, for example <c>answered 404 (NotFound)</c>.</param>
    /// <param name="innerException">What the network said, if anything.</param>
    public MirrorException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>Whether some of the file came before, so that asking for the rest makes sense.</summary>
    public bool CanGoOn { get; init; }
}
