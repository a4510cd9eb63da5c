namespace LoopNet.Checking;

/// <summary>An exercise that cannot be made. The message is one sentence for the person who asked for it, without a full stop.</summary>
public sealed class ExerciseException : Exception
{
    /// <summary>Creates the exception.</summary>
    /// <param name="message">The sentence to print.</param>
    public ExerciseException(string message)
        : base(message)
    {
    }
}
