using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Opens a JSON file; comments and trailing commas are allowed.</summary>
internal static class JsonFile
{
    private static readonly JsonDocumentOptions Options = new()
    {
        CommentHandling = JsonCommentHandling.Skip,
        AllowTrailingCommas = true,
        MaxDepth = JsonMistake.MostLevels,
    };

    /// <summary>Reads a file through its root value.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Turns the root value into what the file stands for.</param>
    /// <param name="prepare">Turns the text into JSON; null where it is JSON.</param>
    /// <exception cref="DataException">The file is missing, cannot be read, is not JSON, or <paramref name="read"/> objects.</exception>
    public static T Read<T>(string path, Func<JsonPlace, T> read, Func<string, string>? prepare = null)
    {
        string text = TextFile.Read(path, "a JSON file");
        return Parse(prepare is null ? text : prepare(text), path, read);
    }

    /// <summary>Reads a text through its root value.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What the text is called in messages.</param>
    /// <param name="read">Turns the root value into what the text stands for.</param>
    /// <exception cref="DataException">The text is not JSON, or <paramref name="read"/> objects.</exception>
    public static T Parse<T>(string text, string name, Func<JsonPlace, T> read)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(text, Options);
        }
        catch (JsonException exception)
        {
            string place = Invariant($"line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}");
            throw new DataException($"{name}: {place}: this is not JSON: {JsonMistake.Of(text, exception)}.", exception);
        }

        using (document)
        {
            return read(new JsonPlace(name, "$", document.RootElement));
        }
    }
}
