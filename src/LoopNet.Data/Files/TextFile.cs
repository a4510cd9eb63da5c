namespace LoopNet.Data;

/// <summary>A file of text that somebody names.</summary>
internal static class TextFile
{
    /// <summary>Reads it whole.</summary>
    /// <param name="path">The file.</param>
    /// <param name="expected">What it should be, for messages: <c>a JSON file</c>.</param>
    /// <exception cref="DataException">It is missing, a folder or no text, or it cannot be read.</exception>
    public static string Read(string path, string expected)
    {
        if (Directory.Exists(path))
        {
            throw new DataException($"{path}: this is a folder; expected {expected}.");
        }

        if (ForeignFile.At(path) is ForeignFile foreign)
        {
            throw new DataException($"{path}: this is {foreign.What}; expected {expected}.");
        }

        try
        {
            return File.ReadAllText(path);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{path}: there is no such file; expected {expected}, so check the path.", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{path}: the file cannot be read ({exception.Message})", exception);
        }
    }
}
