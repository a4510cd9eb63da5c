namespace LoopNet.Files;

/// <summary>A place at which no file can be written; the message is the sentence to print, and names the path as it was given.</summary>
internal sealed class FilePlaceException(string message, Exception? innerException = null) : IOException(message, innerException);
