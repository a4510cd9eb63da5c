using System.Text;

namespace LoopNet.Checking;

/// <summary>A known mistake: what it is, and how a step comes out with it. One file each; a class that is added is in the catalogue.</summary>
public abstract class Mistake
{
    /// <summary>The name, a heading of docs/mistakes.md.</summary>
    public abstract string Title { get; }

    /// <summary>The id of the equation that goes wrong, or several with commas.</summary>
    public abstract string Equation { get; }

    /// <summary>The equation as it should be.</summary>
    public abstract string Right { get; }

    /// <summary>What was calculated in its place.</summary>
    public abstract string Wrong { get; }

    /// <summary>What happened and why it is wrong, in two sentences.</summary>
    public abstract string Explanation { get; }

    /// <summary>Where it was seen in print; null where nobody has printed it that we know of.</summary>
    public virtual string? SeenIn => null;

    /// <summary>The shipped example that docs/mistakes.md shows it in.</summary>
    public abstract string ShownIn { get; }

    /// <summary>The number of that example that docs/mistakes.md shows right and wrong.</summary>
    public abstract string ShownBy { get; }

    /// <summary>Whether it is a slip in writing down a number, which spoils no other number.</summary>
    public virtual bool IsSlip => false;

    /// <summary>Whether it works on what a step with all other mistakes in it has calculated, whatever its equation.</summary>
    public virtual bool IsOutermost => false;

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

    /// <summary>The ways in which it can be made in an example, the most general first; none where it changes nothing there.</summary>
    /// <param name="example">The example.</param>
    public abstract IEnumerable<Variant> Variants(Example example);

    /// <summary>A way in which it can be made.</summary>
    /// <param name="where">Where, as the end of a sentence; empty where there is only one way.</param>
    /// <param name="replace">Replaces equations in the step that it is given.</param>
    protected Variant Variant(string where, Func<StepEquations, StepEquations> replace) => new(this, where, replace);

    /// <summary>The title.</summary>
    public sealed override string ToString() => Title;
}
