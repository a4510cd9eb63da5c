using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Verifying;

/// <summary>
/// The formula of one number, with the names of the elements that it reads: a sum of terms such as <c>W1[0,0]*x[0]</c>, in which
/// * is a product that is written without a sign where names stand.
/// </summary>
internal sealed partial record ElementFormula(params string[] Terms)
{
    private const int Digits = 10;
    private const int Patience = 30_000;

    // A sum of more terms is shortened in its middle.
    private const int MostTerms = 12;
    private const int ShownAtEachEnd = 3;

    /// <summary>What stands around the sum.</summary>
    public (string Left, string Right) Around { get; init; } = ("", "");

    /// <summary>Whether its terms have logarithms: one whose coefficient is 0 is 0, whatever its logarithm is.</summary>
    public bool IsLoss { get; init; }

    /// <summary>Whether numbers are shown as products, and not as their factors.</summary>
    public bool ShowsProducts { get; init; }

    /// <summary>Whether the number is an element once more.</summary>
    public bool IsCopy => Terms.Length == 1 && Names().Match(Terms[0]).Length == Terms[0].Length;

    /// <summary>The elements that it reads.</summary>
    public IEnumerable<(string Symbol, int[] Index)> Elements => Terms.SelectMany(term => Names().Matches(term)).Select(Element).Where(element => element.Index.Length > 0);

    /// <summary>The formula with names, and the same with numbers; the second is left out where it would be the value alone.</summary>
    /// <param name="number">The number of an element, or of <c>eta</c>, <c>slope</c>, <c>max</c> or <c>sum</c>, which have no index.</param>
    public string[] Written(Func<string, int[], double> number)
    {
        string named = Sum([.. Terms.Select(Named)]);
        string[] numbered = [.. Terms.Select(term => ShowsProducts ? Product(term, number) : Numbered(term, number))];
        if (IsCopy || (ShowsProducts && Terms.Length == 1))
        {
            return [named];
        }

        return numbered.SequenceEqual(Terms) ? [] : [named, Sum(numbered)];
    }

    private static string Named(string term) => LogarithmOfAnElement().Replace(term, "ln ${element}").Replace('*', ' ');

    private string Numbered(string term, Func<string, int[], double> number)
    {
        string numbered = Names().Replace(term, name =>
        {
            int end = name.Index + name.Length;
            string before = term[..name.Index].TrimEnd();
            bool isTerm = name.Length == term.Length && Terms.Length > 1;
            bool isPart = isTerm || (before.Length > 0 && "+-*/".Contains(before[^1])) || (end < term.Length && term[end] == '*');
            (string symbol, int[] index) = Element(name);
            return Text(number(symbol, index), isPart);
        });
        bool isNothing = IsLoss && (numbered.StartsWith("0*", StringComparison.Ordinal) || numbered.StartsWith("(1 - 1)*", StringComparison.Ordinal));
        return isNothing ? "0" : numbered;
    }

    private static string Product(string term, Func<string, int[], double> number)
    {
        double[] factors = [.. Names().Matches(term).Select(Element).Select(element => number(element.Symbol, element.Index))];
        return Text(0.0 + (factors[0] * factors[1]), isPart: true);
    }

    // As a factor or a term, a negative number stands in parentheses.
    private static string Text(double number, bool isPart)
    {
        string text = NumberText.Of(number, Digits);
        return isPart && number < 0.0 ? $"({text})" : text;
    }

    private static (string Symbol, int[] Index) Element(Match name)
    {
        string[] parts = name.Value.TrimEnd(']').Split('[');
        return (parts[0], parts.Length == 1 ? [] : [.. parts[1].Split(',').Select(index => int.Parse(index, CultureInfo.InvariantCulture))]);
    }

    private string Sum(string[] terms)
    {
        int left = terms.Length - (2 * ShownAtEachEnd);
        string sum = terms.Length <= MostTerms
            ? string.Join(" + ", terms)
            : string.Join(" + ", [.. terms[..ShownAtEachEnd], Invariant($"... ({left} more terms) ..."), .. terms[^ShownAtEachEnd..]]);
        return $"{Around.Left}{sum}{Around.Right}";
    }

    [GeneratedRegex(@"(mean |sum )?[A-Za-z][\w/']*\[[\d,]+\]|\beta\b|\bslope\b|\bsum\b|\bmax\b(?!\()", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex Names();

    [GeneratedRegex(@"ln\((?<element>\w+\[\d+\])\)", RegexOptions.ExplicitCapture, Patience)]
    private static partial Regex LogarithmOfAnElement();
}
