using System.Text;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Why a text is not JSON, in the words of LoopNet.</summary>
internal static class JsonMistake
{
    /// <summary>How many arrays and objects may stand in each other.</summary>
    public const int MostLevels = 64;

    /// <summary>The reason: a clause without its full stop.</summary>
    /// <param name="text">The text.</param>
    /// <param name="exception">Where its reading ended.</param>
    public static string Of(string text, JsonException exception)
    {
        if (string.IsNullOrWhiteSpace(text))
        {
            return "the file is empty";
        }

        // The reader has no other sign for it than its message.
        if (exception.Message.Contains("maximum configured depth", StringComparison.Ordinal))
        {
            return $"it is nested more than {MostLevels} deep";
        }

        string rest = Rest(text, (int)(exception.LineNumber ?? 0), (int)(exception.BytePositionInLine ?? 0));
        return string.IsNullOrWhiteSpace(rest)
            ? "the file ends in the middle of a value"
            : $"{LetterName.Of(Rune.GetRuneAt(rest, 0))} was not expected here{NumberHint.DecimalComma(text, text.Length - rest.Length)}";
    }

    // What follows a byte of a line.
    private static string Rest(string text, int line, int column)
    {
        byte[] bytes = Encoding.UTF8.GetBytes(text);
        int start = 0;
        for (int feeds = 0; feeds < line; feeds++)
        {
            start = Array.IndexOf(bytes, (byte)'\n', start) + 1;
        }

        int place = Math.Min(start + column, bytes.Length);
        return Encoding.UTF8.GetString(bytes, place, bytes.Length - place);
    }
}
