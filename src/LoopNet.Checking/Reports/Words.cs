using System.Globalization;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The words and numbers in which reports speak.</summary>
internal static class Words
{
    private const int MostNamed = 12;
    private const int LongestLiteral = 40;

    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The page that describes every mistake.</summary>
    public const string Page = "docs/mistakes.md";

    /// <summary>A number to ten significant digits.</summary>
    public static string Number(double number) => double.IsFinite(number) ? Shown.Write(number) : "no finite number";

    /// <summary>A number as it was written; of a long one, the beginning.</summary>
    public static string Literal(JudgedNumber number) => number.Literal.Length > LongestLiteral ? $"{number.Literal[..(LongestLiteral - 3)]}..." : number.Literal;

    /// <summary>A verdict in words.</summary>
    public static string Of(Verdict verdict) => verdict switch
    {
        Verdict.Exact => "exact",
        Verdict.Rounded => "rounded",
        Verdict.LastDigit => "last digit",
        Verdict.TooCoarse => "too coarse",
        Verdict.CarriedOn => "rounding",
        Verdict.Convention => "convention",
        _ => "wrong",
    };

    /// <summary>A kind of finding in a word.</summary>
    public static string Of(FindingKind kind) => kind switch
    {
        FindingKind.Mistake => "mistake",
        FindingKind.Edit => "edit",
        FindingKind.Slip => "slip",
        FindingKind.Rounding => "rounding",
        _ => "convention",
    };

    /// <summary>A count with its noun: <c>1 number</c>, <c>2 numbers</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : Invariant($"{count} {noun}s");

    /// <summary>The names of some numbers; of many, the first few.</summary>
    public static string Names(IReadOnlyList<JudgedNumber> numbers)
    {
        string names = string.Join(", ", numbers.Take(MostNamed).Select(number => number.Called));
        return numbers.Count > MostNamed ? Invariant($"{names} and {numbers.Count - MostNamed} more") : names;
    }

    /// <summary>The distance of a nearest value in percent, to two digits.</summary>
    public static string Percent(double part)
    {
        double percent = 100.0 * part;
        return percent < 0.01 ? "less than 0.01 %" : $"{percent.ToString(percent < 1.0 ? "0.00" : "0.0", CultureInfo.InvariantCulture)} %";
    }

    /// <summary>The link to a mistake's section.</summary>
    public static string Link(Mistake mistake) => $"{Page}#{mistake.Anchor}";

    /// <summary>The sentences of a text, each alone.</summary>
    public static IEnumerable<string> Sentences(string text)
    {
        string[] parts = text.Split(". ");
        return parts.Select((part, i) => i < parts.Length - 1 ? $"{part}." : part);
    }
}
