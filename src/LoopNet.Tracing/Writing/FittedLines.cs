namespace LoopNet.Tracing;

/// <summary>Breaks a line that is wider than its page. It breaks at blanks only: names, numbers and words stay whole, and so does a long path.</summary>
public static class FittedLines
{
    /// <summary>The width of every file, and of a terminal that does not tell its own, in characters.</summary>
    public const int StandardWidth = 80;

    private const string Gap = "  ";

    private const int DeepestBreak = 2;

    // Arithmetic is broken before one of these, where that does not leave a short line, and outside of brackets rather than within.
    private static readonly string[] Operators = ["= ", "+ ", "- "];

    /// <summary>The lines of a line, its continuation under the text behind its label, its equals sign or its bullet.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">The longest line, in characters; only a single longer word exceeds it.</param>
    public static IEnumerable<string> Of(string line, int width = StandardWidth)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Length <= width ? [line] : Of(line, width, new string(' ', Hang(line, width)));
    }

    /// <summary>The lines of a line, with what the second and every later one begins with.</summary>
    /// <param name="line">The line.</param>
    /// <param name="width">The longest line, in characters; only a single longer word exceeds it.</param>
    /// <param name="margin">The start of a continuation: blanks, or the rules of a tree.</param>
    public static IEnumerable<string> Of(string line, int width, string margin)
    {
        ArgumentNullException.ThrowIfNull(line);
        ArgumentNullException.ThrowIfNull(margin);
        bool isArithmetic = IsArithmetic(line);
        string rest = line;
        int start = line.Length - line.TrimStart().Length;
        while (rest.Length > width)
        {
            int place = Break(rest, start, width, isArithmetic);
            if (place < 0)
            {
                break;
            }

            yield return rest[..place].TrimEnd();
            rest = margin + rest[place..].TrimStart();
            start = margin.Length;
        }

        yield return rest;
    }

    // An equation stands at the start of its line; in a sentence, something was said before.
    private static bool IsArithmetic(string line)
    {
        int equals = line.IndexOf("= ", StringComparison.Ordinal);
        return equals >= 0 && !line[..equals].Contains(", ", StringComparison.Ordinal);
    }

    // The blank at which a line that is too long is broken, behind its first word; negative where it has no other word.
    private static int Break(string line, int start, int width, bool isArithmetic)
    {
        int last = line.LastIndexOf(' ', width);
        if (last <= start)
        {
            return line.IndexOf(' ', Math.Max(start, width));
        }

        for (int depth = 0; isArithmetic && depth <= DeepestBreak; depth++)
        {
            int sign = LastSign(line, width, depth);
            if (sign > (start + width) / 2)
            {
                return sign;
            }
        }

        return last;
    }

    // The last blank within the width that an operator follows, within so many brackets at most; negative where there is none.
    private static int LastSign(string line, int width, int deepest)
    {
        int last = -1;
        int depth = 0;
        for (int place = 0; place <= width; place++)
        {
            depth += line[place] switch
            {
                '(' or '[' => 1,
                ')' or ']' => -1,
                _ => 0,
            };
            bool isSign = Array.Exists(Operators, sign => string.CompareOrdinal(line, place + 1, sign, 0, sign.Length) == 0);
            last = depth <= deepest && line[place] == ' ' && isSign ? place : last;
        }

        return last;
    }

    // How far the continuation of a line is indented: no more than half of the width, so that something fits beside it.
    private static int Hang(string line, int width)
    {
        int indent = line.Length - line.TrimStart().Length;
        string text = line[indent..];
        int label = text.IndexOf(Gap, StringComparison.Ordinal);
        int labelEnd = label < 0 ? int.MaxValue : indent + label + text[label..].Length - text[label..].TrimStart().Length;
        if (labelEnd <= width / 2)
        {
            return labelEnd;
        }

        int equals = $" {text}".IndexOf(" = ", StringComparison.Ordinal);
        if (equals >= 0 && indent + equals + 2 <= width / 2)
        {
            return indent + equals + 2;
        }

        return indent + Bullet(text);
    }

    // The length of "- " or "12. " at the start of a text.
    private static int Bullet(string text)
    {
        if (text.StartsWith("- ", StringComparison.Ordinal))
        {
            return 2;
        }

        int point = text.IndexOf(". ", StringComparison.Ordinal);
        return point > 0 && text[..point].All(char.IsAsciiDigit) ? point + 2 : 0;
    }
}
