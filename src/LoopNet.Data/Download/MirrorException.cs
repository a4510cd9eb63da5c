namespace LoopNet.Data;

/// <summary>What went wrong at one mirror, as a clause of which the mirror is the subject, for example <c>answered 404 (NotFound)</c>.</summary>
internal sealed class MirrorException(string message, Exception? innerException = null) : Exception(message, innerException);
