namespace LoopNet;

/// <summary>A way to make steps of gradient descent in vectors.</summary>
internal abstract class UpdateSteps
{
    /// <summary>Makes steps of a pass, one after another, up to the first that the literal loops have to make.</summary>
    /// <param name="order">The order of the pass; null for the source's own.</param>
    /// <param name="first">The first update to make.</param>
    /// <returns>The first update that was not made: its parameters are as they were. The number of updates where all were made.</returns>
    /// <exception cref="OperationCanceledException">The run was ended; the parameters are those of the last step that was made.</exception>
    public abstract int Make(int[]? order, int first);
}
