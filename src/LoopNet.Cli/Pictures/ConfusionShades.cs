using System.Globalization;
using System.Text;

namespace LoopNet.Cli;

/// <summary>The shades of a confusion matrix: blue for right answers, orange for wrong ones, each with ink that reads on it.</summary>
/// <remarks>
/// Shades grow with the square root of a count, and each of the two colours has its own full shade: a handful of errors
/// shows beside a thousand right answers.
/// </remarks>
internal static class ConfusionShades
{
    /// <summary>The darkest shade; 0 is bare paper, for a count of 0 only.</summary>
    public const int Full = 10;

    private static readonly (Colour Paper, Colour Right, Colour Wrong) Light = (Colour.White, new(0, 90, 160), new(213, 94, 0));
    private static readonly (Colour Paper, Colour Right, Colour Wrong) Dark = (new(22, 24, 29), new(86, 170, 245), new(250, 150, 70));

    /// <summary>The shade of a count.</summary>
    /// <param name="count">At least 0.</param>
    /// <param name="largest">The count that has the full shade.</param>
    public static int Of(int count, int largest)
    {
        return count == 0 ? 0 : Math.Max(1, (int)Math.Round(Full * Math.Sqrt((double)count / largest)));
    }

    /// <summary>The rules of CSS for cells and the counts in them.</summary>
    /// <remarks>The classes are <c>right</c> and <c>wrong</c>, each with <c>s0</c> to <c>s10</c> for its shades.</remarks>
    public static string Style()
    {
        StringBuilder rules = new();
        Append(rules, Light.Paper, Light.Right, "right");
        Append(rules, Light.Paper, Light.Wrong, "wrong");
        rules.Append("@media (prefers-color-scheme: dark) {\n");
        Append(rules, Dark.Paper, Dark.Right, "right");
        Append(rules, Dark.Paper, Dark.Wrong, "wrong");
        return rules.Append("}\n").ToString();
    }

    private static void Append(StringBuilder rules, Colour paper, Colour full, string kind)
    {
        for (int shade = 0; shade <= Full; shade++)
        {
            Colour fill = paper.Mix(full, (double)shade / Full);
            rules.Append(CultureInfo.InvariantCulture, $"rect.{kind}.s{shade} {{ fill: {fill}; }} text.{kind}.s{shade} {{ fill: {fill.Ink}; }}\n");
        }
    }
}
