using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>Finds LoopNet's names in a formula: products of names that stand side by side, with the sign and the eta before them.</summary>
internal static partial class FormulaRuns
{
    private const string Symbol = @"(?:mean |sum )?dL/d[Wb][0-9]+|(?:mean |sum )L|dL/d[az][0-9]+|dL/dx|da[0-9]+/dz[0-9]+|dz[0-9]+/d(?:[Wa][0-9]+|x)|[Wb][0-9]+'?|[az][0-9]+|x|y|L";

    private const string Token = @"(?:\((?<symbol>" + Symbol + @")\)(?<turned>\^T)|(?<![\w'./])(?<place>[0-9]+/[0-9]*/)?(?<symbol>" + Symbol + @")(?![\w'(])(?<index>\[[^\[\]]*\])?(?<turned>\^T)?)";

    /// <summary>The products, from left to right.</summary>
    public static Regex Pattern { get; } = RunPattern();

    /// <summary>The names in a product.</summary>
    /// <param name="product">The product.</param>
    public static IReadOnlyList<Match> Names(string product) => [.. TokenPattern().Matches(product).Cast<Match>()];

    /// <summary>Whether a text is a sum of such products and nothing else, but for what stands for the terms in its middle.</summary>
    /// <param name="text">The text.</param>
    public static bool IsSum(string text)
    {
        string rest = ElisionPattern().Replace(Pattern.Replace(text, ""), "");
        return rest.Length == 0;
    }

    [GeneratedRegex(@" \+ \.\.\. \([0-9]+ more terms\) \.\.\.", RegexOptions.None, 30_000)]
    private static partial Regex ElisionPattern();

    [GeneratedRegex(@"(?<sign> \+ | - )?(?<minus>-)?(?<eta>\beta )?(?<product>" + Token + "(?: " + Token + ")*)", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex RunPattern();

    [GeneratedRegex(Token, RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex TokenPattern();
}
