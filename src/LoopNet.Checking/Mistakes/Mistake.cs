using System.Text;

namespace LoopNet.Checking;

/// <summary>A known mistake: what it is, and how a step comes out with it. One file each; <see cref="Catalogue"/> lists them.</summary>
public sealed class Mistake
{
    /// <summary>The name, a heading of docs/mistakes.md.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the equation that goes wrong, or several with commas.</summary>
    public required string Equation { get; init; }

    /// <summary>The equation as it should be.</summary>
    public required string Right { get; init; }

    /// <summary>What was calculated in its place.</summary>
    public required string Wrong { get; init; }

    /// <summary>What happened and why it is wrong, in two sentences.</summary>
    public required string Explanation { get; init; }

    /// <summary>Where it was seen in print; null where nobody has printed it that we know of.</summary>
    public string? SeenIn { get; init; }

    /// <summary>The shipped example that docs/mistakes.md shows it in.</summary>
    public required string ShownIn { get; init; }

    /// <summary>The number of that example that docs/mistakes.md shows right and wrong.</summary>
    public required string ShownBy { get; init; }

    /// <summary>Whether it is a slip in writing down a number, which spoils no other number.</summary>
    public bool IsSlip { get; init; }

    /// <summary>Whether it works on what a step with all other mistakes in it has calculated, whatever its equation.</summary>
    public bool IsOutermost { get; init; }

    /// <summary>The ways in which it can be made in an example, the most general first; none where it changes nothing there.</summary>
    public required Func<Example, IEnumerable<Variant>> Variants { get; init; }

    /// <summary>The anchor of the heading in docs/mistakes.md: the title in small letters, with hyphens.</summary>
    public string Anchor
    {
        get
        {
            StringBuilder anchor = new();
            foreach (char letter in Title)
            {
                if (char.IsAsciiLetterOrDigit(letter))
                {
                    anchor.Append(char.ToLowerInvariant(letter));
                }
                else if (letter is ' ' or '-')
                {
                    anchor.Append('-');
                }
            }

            return anchor.ToString();
        }
    }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
