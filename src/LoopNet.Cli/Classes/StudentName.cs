using System.Text;
using System.Text.RegularExpressions;

namespace LoopNet.Cli;

/// <summary>The names that files and folders of a class have: whose they are.</summary>
internal static partial class StudentName
{
    /// <summary>Its words, in small letters: runs of letters and digits, whatever stands between them.</summary>
    /// <param name="text">A name, for example <c>Müller_Anna-0042</c>.</param>
    public static string[] Words(string text)
    {
        StringBuilder words = new();
        foreach (Rune rune in ComposedLetters.Of(text).EnumerateRunes())
        {
            words.Append(Rune.IsLetterOrDigit(rune) || Rune.GetUnicodeCategory(rune) is System.Globalization.UnicodeCategory.NonSpacingMark ? Rune.ToLowerInvariant(rune).ToString() : " ");
        }

        return words.ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries);
    }

    /// <summary>The name of a file without its ending, nor what a browser adds to a second copy: <c> (1)</c>.</summary>
    /// <param name="path">The file; its folders stay.</param>
    public static string Stem(string path)
    {
        string folder = Path.GetDirectoryName(path)?.Replace('\\', '/') ?? "";
        string stem = CopyPattern().Replace(Path.GetFileNameWithoutExtension(path), "");
        return folder.Length == 0 ? stem : $"{folder}/{stem}";
    }

    /// <summary>Whether some words stand in a row among others.</summary>
    public static bool Holds(string[] words, string[] sought)
    {
        return sought.Length > 0 && Enumerable.Range(0, Math.Max(0, words.Length - sought.Length + 1)).Any(start => words.AsSpan(start, sought.Length).SequenceEqual(sought, StringComparer.Ordinal));
    }

    [GeneratedRegex(@"( ?\([0-9]+\)| - (Copy|Kopie|copie|copia))+$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex CopyPattern();
}
