using System.Text;
using System.Xml;

namespace LoopNet.Data;

/// <summary>A text as XML can hold it.</summary>
internal static class XmlText
{
    /// <summary>The text, with the replacement character in place of what XML has no place for.</summary>
    public static string Of(string text)
    {
        StringBuilder sound = new();
        foreach (Rune rune in text.EnumerateRunes())
        {
            bool isSound = !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
            sound.Append(isSound ? rune : Rune.ReplacementChar);
        }

        return sound.ToString();
    }
}
