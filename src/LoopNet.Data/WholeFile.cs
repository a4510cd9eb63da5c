namespace LoopNet.Data;

/// <summary>Writes a file that appears whole or not at all.</summary>
/// <remarks>The content goes to a file beside the target first, which then takes the target's place in one move.</remarks>
public static class WholeFile
{
    /// <summary>Writes a file, replacing the one that is there.</summary>
    /// <param name="path">Where the file is to be; its folder exists.</param>
    /// <param name="write">Writes the content.</param>
    /// <exception cref="DataException">The file cannot be written; what was there before stays.</exception>
    public static void Write(string path, Action<Stream> write)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(write);
        if (Directory.Exists(path))
        {
            throw new DataException($"{path}: this is a folder; give the name of a file to write.");
        }

        string unfinished = $"{path}.{Environment.ProcessId}.part";
        try
        {
            using (FileStream stream = new(unfinished, FileMode.Create, FileAccess.Write))
            {
                write(stream);
            }

            File.Move(unfinished, path, overwrite: true);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            Remove(unfinished);
            throw new DataException($"{path}: the file cannot be written ({exception.Message})", exception);
        }
        catch
        {
            Remove(unfinished);
            throw;
        }
    }

    private static void Remove(string unfinished)
    {
        try
        {
            File.Delete(unfinished);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or NotSupportedException or ArgumentException)
        {
            // What went wrong first is what the person has to know.
        }
    }
}
