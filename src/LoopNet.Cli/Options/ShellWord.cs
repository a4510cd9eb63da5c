namespace LoopNet.Cli;

/// <summary>Words of a command line that is printed to be typed again.</summary>
internal static class ShellWord
{
    /// <summary>A word as a shell takes it: in quotes where it needs them.</summary>
    public static string Of(string text)
    {
        bool plain = text.Length > 0 && text.All(letter => char.IsLetterOrDigit(letter) || "-_./\\,:=+".Contains(letter, StringComparison.Ordinal));
        return plain ? text : $"'{text.Replace("'", "'\\''", StringComparison.Ordinal)}'";
    }
}
