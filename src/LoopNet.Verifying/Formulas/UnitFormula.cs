using System.Text.RegularExpressions;

namespace LoopNet.Verifying;

/// <summary>
/// A formula for one unit, as the rules of activations and losses have it: <c>z</c>, <c>a</c> and <c>y</c> are its weighted sum,
/// output and target, <c>n</c> is the number of units, and * a product that is written without a sign where names stand.
/// </summary>
internal static partial class UnitFormula
{
    private const int Patience = 30_000;

    /// <summary>The formula of the whole layer, as a record has it: <c>1-a</c> is <c>1-a2</c>.</summary>
    public static string OfLayer(string formula, int l) => LettersOfALayer().Replace(formula, letter => Invariant($"{letter.Value}{l}")).Replace('*', ' ');

    /// <summary>The formula of a unit: <c>1-a</c> is <c>1 - a2[0]</c>.</summary>
    public static string OfUnit(string formula, int l, int i, int n)
    {
        string spaced = formula.Replace("1-", "1 - ", StringComparison.Ordinal);
        return Letters().Replace(spaced, letter => letter.Value switch
        {
            "n" => Invariant($"{n}"),
            "y" => Invariant($"y[{i}]"),
            _ => Invariant($"{letter.Value}{l}[{i}]"),
        });
    }

    [GeneratedRegex(@"\b[az]\b", RegexOptions.None, Patience)]
    private static partial Regex LettersOfALayer();

    [GeneratedRegex(@"\b[azyn]\b", RegexOptions.None, Patience)]
    private static partial Regex Letters();
}
