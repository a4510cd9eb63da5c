namespace LoopNet.Data;

/// <summary>What the columns of a table of digits hold: perhaps a number of the row, then the label and the pixels in either order.</summary>
/// <param name="Count">How many columns there are.</param>
/// <param name="HasIndex">Whether the first one numbers the rows.</param>
/// <param name="Label">The first column of the label; -1 where there is none.</param>
/// <param name="LabelWidth">1 for a label, 10 for a vector with a 1 at the label and 0 elsewhere.</param>
/// <param name="FirstPixel">The column of pixel 0.</param>
internal sealed record DigitColumns(int Count, bool HasIndex, int Label, int LabelWidth, int FirstPixel)
{
    /// <summary>The columns of the plain form: the label, then 784 pixels.</summary>
    public const int UsualCount = 1 + DigitSet.PixelCount;

    private const int IndexAndLabel = UsualCount + 1;
    private const int OneHot = DigitSet.ClassCount + DigitSet.PixelCount;

    private static readonly string[] LabelNames = ["label", "labels", "class", "target", "digit", "y"];
    private static readonly string[] IndexNames = ["", "index", "id", "imageid", "image_id", "unnamed: 0", "row"];

    /// <summary>Whether the label stands behind the pixels.</summary>
    public bool LabelIsLast => Label > FirstPixel;

    /// <summary>Whether the first line or an option says where the label is; else it is taken to stand first, as usual.</summary>
    public bool IsCertain { get; private init; }

    /// <summary>Whether a line of words is a header.</summary>
    /// <param name="line">The entries of the first line.</param>
    public static bool IsHeader(IReadOnlyList<string> line)
    {
        int words = line.Count(entry => entry.Length > 0 && !TableNumber.TryRead(entry, out _));
        return words > line.Count / 2 || (words > 0 && LabelNames.Contains(line[0].ToLowerInvariant())) || NumbersColumns(line);
    }

    /// <summary>Finds what the columns hold.</summary>
    /// <param name="header">The header; null where there is none.</param>
    /// <param name="line">The first line of a digit.</param>
    /// <param name="place">Where the label is to be.</param>
    /// <returns>The columns; null where the number of columns is that of no form.</returns>
    public static DigitColumns? Find(IReadOnlyList<string>? header, IReadOnlyList<string> line, LabelPlace place)
    {
        bool numbered = NamesIndex(header, line.Count);
        return line.Count switch
        {
            DigitSet.PixelCount => new DigitColumns(line.Count, HasIndex: false, -1, 0, 0) { IsCertain = true },
            UsualCount when numbered => new DigitColumns(line.Count, HasIndex: true, -1, 0, 1) { IsCertain = true },
            UsualCount => OfLabel(header, line.Count, 0, place),
            IndexAndLabel => OfLabel(header, line.Count, 1, place),
            OneHot => OfVector(line, 0, place),
            OneHot + 1 => OfVector(line, 1, place),
            _ => null,
        };
    }

    /// <summary>What a number of columns looks like that is that of no form; empty where it looks like nothing.</summary>
    public static string Guess(int count)
    {
        if (count == 1)
        {
            return "; the columns are separated by nothing that was looked for";
        }

        foreach (int pixels in (int[])[count - 1, count])
        {
            int side = (int)Math.Sqrt(pixels);
            if (side > 1 && side * side == pixels)
            {
                return Invariant($"; {(pixels == count ? "" : "a label and ")}{pixels} pixels are a picture of {side} x {side}, and digits here are 28 x 28");
            }
        }

        return count - 1 == 3 * DigitSet.PixelCount ? "; 2352 = 3 x 784 pixels are a picture in colour, and digits here are grey" : "";
    }

    private static DigitColumns OfLabel(IReadOnlyList<string>? header, int count, int start, LabelPlace place)
    {
        string first = header is null ? "" : Name(header, count, start);
        string last = header is null ? "" : Name(header, count, count - 1);
        bool isNamed = LabelNames.Contains(first) || LabelNames.Contains(last);
        bool isLast = place == LabelPlace.Last || (place == LabelPlace.Found && LabelNames.Contains(last) && !LabelNames.Contains(first));
        return new DigitColumns(count, start == 1, isLast ? count - 1 : start, 1, isLast ? start : start + 1) { IsCertain = isNamed || place != LabelPlace.Found };
    }

    private static DigitColumns? OfVector(IReadOnlyList<string> line, int start, LabelPlace place)
    {
        bool first = IsOneHot(line, start);
        bool last = IsOneHot(line, line.Count - DigitSet.ClassCount);
        bool isLast = place == LabelPlace.Last || (place == LabelPlace.Found && last && !first);
        if ((isLast && !last) || (!isLast && !first))
        {
            return null;
        }

        int label = isLast ? line.Count - DigitSet.ClassCount : start;
        return new DigitColumns(line.Count, start == 1, label, DigitSet.ClassCount, isLast ? start : start + DigitSet.ClassCount) { IsCertain = first != last };
    }

    private static bool IsOneHot(IReadOnlyList<string> line, int start)
    {
        int ones = 0;
        for (int k = 0; k < DigitSet.ClassCount; k++)
        {
            if (!TableNumber.TryRead(line[start + k], out double number) || (number is not 0.0 and not 1.0))
            {
                return false;
            }

            ones += (int)number;
        }

        return ones == 1;
    }

    // A header that lacks one name lacks that of the row's number, as R writes it.
    private static bool NamesIndex(IReadOnlyList<string>? header, int count)
    {
        return header is not null && (header.Count == count - 1 || (header.Count == count && IndexNames.Contains(header[0].ToLowerInvariant())));
    }

    private static string Name(IReadOnlyList<string> header, int count, int column)
    {
        int place = column - (count - header.Count);
        return place >= 0 && place < header.Count ? header[place].ToLowerInvariant() : "";
    }

    // 0, 1, 2, ..., 784: what a table without names gets for a header from some programs.
    private static bool NumbersColumns(IReadOnlyList<string> line)
    {
        int start = line[0].Length == 0 ? 1 : 0;
        for (int column = start; column < line.Count; column++)
        {
            if (line[column] != Invariant($"{column - start}"))
            {
                return false;
            }
        }

        return line.Count > DigitSet.PixelCount;
    }
}
