using System.Text;

namespace LoopNet.Checking;

/// <summary>A known mistake: a change of an equation that learners make, with its name and why it is wrong. One file each; <see cref="Catalogue"/> lists them.</summary>
public sealed class Mistake
{
    /// <summary>The name, a heading of docs/mistakes.md.</summary>
    public required string Title { get; init; }

    /// <summary>The id of the equation that goes wrong, or several with commas.</summary>
    public required string Equation { get; init; }

    /// <summary>The equation as it should be; <c>_l</c> is its layer, and <c>_(l-1)</c> the one before.</summary>
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

    /// <summary>The ways in which it can be made in an example, the most general first; none where it changes nothing there.</summary>
    public required Func<Example, IEnumerable<Edit>> Ways { get; init; }

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

    /// <summary>The ways in which it can be made in an example, each in every place where somebody makes it.</summary>
    /// <param name="example">The example.</param>
    public IEnumerable<Edit> Edits(Example example) => Ways(example).SelectMany(way => way.InScopes(example));

    /// <summary>A way to make it.</summary>
    /// <param name="replace">Replaces equations, in every layer.</param>
    /// <param name="way">Which of several ways it is, as the end of a sentence.</param>
    /// <param name="layers">The layers in which it can be made; null where it is no matter of layers.</param>
    /// <param name="wrong">What was calculated, where it differs from way to way.</param>
    /// <param name="right">The equation as it should be, where that differs from example to example.</param>
    internal Edit Way(Func<StepEquations, StepEquations> replace, string way = "", Func<int, bool>? layers = null, string? wrong = null, string? right = null)
    {
        return new Edit(Equation, right ?? Right, wrong ?? Wrong, replace) { Mistake = this, Way = way, Layers = layers };
    }

    /// <summary>The title.</summary>
    public override string ToString() => Title;
}
