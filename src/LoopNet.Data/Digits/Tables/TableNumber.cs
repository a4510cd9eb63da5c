using System.Globalization;
using System.Text;

namespace LoopNet.Data;

/// <summary>An entry of a table as a number: <c>5</c>, <c>5.0</c>, <c>5e+00</c>.</summary>
internal static class TableNumber
{
    /// <summary>Reads one; spaces around it do not count.</summary>
    public static bool TryRead(string entry, out double number)
    {
        return double.TryParse(entry.Trim(), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>The same from its bytes.</summary>
    public static bool TryRead(ReadOnlySpan<byte> entry, out double number)
    {
        return double.TryParse(entry.Trim(" \t"u8), NumberStyles.Float, CultureInfo.InvariantCulture, out number) && double.IsFinite(number);
    }

    /// <summary>An entry in quotes, as messages show it; what is long is cut.</summary>
    public static string Shown(ReadOnlySpan<byte> entry)
    {
        const int longest = 40;
        string text = Encoding.UTF8.GetString(entry);
        return text.Length <= longest ? $"\"{text}\"" : $"\"{text[..longest]}...\"";
    }
}
