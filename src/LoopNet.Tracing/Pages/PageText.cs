using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoopNet.Tracing;

/// <summary>Writes texts and data into a page so that none of them can be markup.</summary>
internal static class PageText
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A text as it stands between tags.</summary>
    public static string Escaped(string text)
    {
        return text.Replace("&", "&amp;", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal).Replace(">", "&gt;", StringComparison.Ordinal);
    }

    /// <summary>Lines that a reader may fold away.</summary>
    /// <param name="heading">What stands over them.</param>
    /// <param name="text">The lines.</param>
    public static string Foldable(string heading, string text) => $"<details open><summary>{Escaped(heading)}</summary><pre>{Escaped(text)}</pre></details>";

    /// <summary>Data for the script: an object in JSON, in which no &lt; can end the element.</summary>
    /// <param name="name">What the script finds it by.</param>
    /// <param name="write">Writes the members of the object.</param>
    public static string Data(string name, Action<Utf8JsonWriter> write)
    {
        using MemoryStream stream = new();
        using (Utf8JsonWriter writer = new(stream, Options))
        {
            writer.WriteStartObject();
            write(writer);
            writer.WriteEndObject();
        }

        string json = Encoding.UTF8.GetString(stream.GetBuffer(), 0, (int)stream.Length).Replace("<", "\\u003c", StringComparison.Ordinal);
        return $"<script type=\"application/json\" data-trace=\"{name}\">{json}</script>";
    }

    /// <summary>A list of texts or numbers.</summary>
    public static void WriteList<T>(Utf8JsonWriter writer, string name, IEnumerable<T> items, Action<T> write)
    {
        writer.WriteStartArray(name);
        foreach (T item in items)
        {
            write(item);
        }

        writer.WriteEndArray();
    }

    /// <summary>An array of texts.</summary>
    public static void WriteTexts(Utf8JsonWriter writer, IEnumerable<string> texts)
    {
        writer.WriteStartArray();
        foreach (string text in texts)
        {
            writer.WriteStringValue(text);
        }

        writer.WriteEndArray();
    }
}
