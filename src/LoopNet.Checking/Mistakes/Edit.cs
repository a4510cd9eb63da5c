using System.Diagnostics;

namespace LoopNet.Checking;

/// <summary>A change of an equation that somebody may have made: which, where, and what stands there in place of the right one.</summary>
/// <param name="Equation">The id of the equation that goes wrong, or several with commas.</param>
/// <param name="Right">The equation as it should be; <c>_l</c> is its layer, and <c>_(l-1)</c> the one before.</param>
/// <param name="Wrong">What was calculated in its place.</param>
/// <param name="Replace">Replaces equations among those that it is given, in every layer.</param>
[DebuggerDisplay("{ToString(),nq}")]
public sealed record Edit(string Equation, string Right, string Wrong, Func<StepEquations, StepEquations> Replace)
{
    /// <summary>The known mistake that it is a way to make; null where it has no name.</summary>
    public Mistake? Mistake { get; init; }

    /// <summary>Which of several ways to make the mistake it is, as the end of a sentence; empty where there is only one.</summary>
    public string Way { get; init; } = "";

    /// <summary>The layers in which it can be made; null where it is no matter of layers.</summary>
    public Func<int, bool>? Layers { get; init; }

    /// <summary>Where it was made.</summary>
    public Scope Scope { get; init; } = Scope.Everywhere;

    /// <summary>Which number was written in place of one that is asked for; null where every number stands in its own place.</summary>
    internal Shift? Shift { get; init; }

    /// <summary>Whether its numbers have few digits, so that only the very same number is a sign of it.</summary>
    public bool IsSharp { get; init; }

    /// <summary>Whether it works on what a step with all other changes in it has calculated, whatever its equation.</summary>
    public bool IsOutermost { get; init; }

    /// <summary>Where and how, as the end of a sentence.</summary>
    public string Where => Way.Length == 0 || Scope.Where.Length == 0 ? $"{Way}{Scope.Where}" : $"{Way}, {Scope.Where}";

    /// <summary>The right equation, with the number of its layer where it was made in one layer.</summary>
    public string RightHere => Here(Right);

    /// <summary>What was calculated in its place, with the number of its layer where it was made in one layer.</summary>
    public string WrongHere => Here(Wrong);

    /// <summary>The same change in every place where somebody makes it: in all layers, in the hidden ones, in each alone.</summary>
    /// <param name="example">The example.</param>
    public IEnumerable<Edit> InScopes(Example example)
    {
        if (Layers is null)
        {
            return [this];
        }

        ArgumentNullException.ThrowIfNull(example);
        return Scope.OfLayers(example.Network.Layers.Length, Layers).Select(scope => this with { Scope = scope });
    }

    /// <summary>The equations with this change.</summary>
    /// <param name="equations">The equations before.</param>
    public StepEquations Apply(StepEquations equations)
    {
        ArgumentNullException.ThrowIfNull(equations);
        StepEquations changed = Replace(equations);
        return Scope == Scope.Everywhere ? changed : equations.With(changed, Scope);
    }

    /// <summary>The equations of a step with several changes in it.</summary>
    /// <param name="edits">The changes, in the order of the equations: an equation that is changed twice is first changed by the last.</param>
    public static StepEquations Equations(IEnumerable<Edit> edits)
    {
        ArgumentNullException.ThrowIfNull(edits);
        StepEquations equations = new();
        foreach (Edit edit in edits.Reverse().OrderBy(edit => edit.IsOutermost))
        {
            equations = edit.Apply(equations);
        }

        return equations;
    }

    /// <summary>The change in a line.</summary>
    public override string ToString()
    {
        string title = Mistake?.Title ?? WrongHere;
        return Where.Length == 0 ? title : $"{title}{(Shift is null ? ',' : ':')} {Where}";
    }

    private string Here(string text)
    {
        if (Scope.Layers is not { Count: 1 })
        {
            return text;
        }

        int l = Scope.Layers.Single();
        return text.Replace("a_(l-1)", l == 1 ? "x" : Invariant($"a{l - 1}"), StringComparison.Ordinal)
            .Replace("_(l-1)", Invariant($"{l - 1}"), StringComparison.Ordinal)
            .Replace("_l", Invariant($"{l}"), StringComparison.Ordinal);
    }
}
