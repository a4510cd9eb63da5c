using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Opens a JSON file; comments and trailing commas are allowed.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
    };

    /// <summary>Reads a file through its root value.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Turns the root value into what the file stands for.</param>
    /// <exception cref="DataException">The file is missing, cannot be read, is not JSON, or <paramref name="read"/> objects.</exception>
    public static T Read<T>(string path, Func<JsonPlace, T> read)
    {
        using JsonDocument document = Parse(path);
        return read(new JsonPlace(path, "$", document.RootElement));
    }

    private static JsonDocument Parse(string path)
    {
        if (Directory.Exists(path))
        {
            throw new DataException($"{path}: this is a folder; expected a JSON file.");
        }

        try
        {
            using FileStream stream = File.OpenRead(path);
            return JsonDocument.Parse(stream, Options);
        }
        catch (Exception exception) when (exception is FileNotFoundException or DirectoryNotFoundException)
        {
            throw new DataException($"{path}: there is no such file.", exception);
        }
        catch (JsonException exception)
        {
            string message = exception.Message.Split(" LineNumber:", 2)[0];
            throw new DataException($"{path}: line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}: not JSON. {message}", exception);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new DataException($"{path}: the file cannot be read ({exception.Message})", exception);
        }
    }
}
