using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>Writes formulas in the names of a notation: labels for names, their factors before the products, vectors before matrices where weights are W[k,i].</summary>
/// <param name="names">The names.</param>
public sealed class FormulaWriter(OwnNames names)
{
    /// <summary>A formula, as <c>z1 = W1 x + b1</c>, of a tensor of a certain step and sample.</summary>
    /// <param name="formula">The formula in LoopNet's names.</param>
    /// <param name="of">The tensor on its left.</param>
    public string Formula(string formula, NumberName of)
    {
        ArgumentNullException.ThrowIfNull(formula);
        ArgumentNullException.ThrowIfNull(of);
        if (names.ArePlain)
        {
            return formula;
        }

        string[] sides = formula.Split(" = ");
        LabelFactor factor = names.Whole(of, null).Factor;
        IEnumerable<string> right = sides.Skip(1).Select(side => new FormulaSide(names, of.Step, of.Sample, null).Symbols(side, factor));
        return string.Join(" = ", right.Prepend(Left(sides[0], of)));
    }

    /// <summary>A sentence with formulas in it, as reports have them: names and layout change, and nothing else.</summary>
    /// <param name="text">The sentence.</param>
    /// <param name="step">The step that its names mean.</param>
    /// <param name="sample">The sample that they mean.</param>
    public string Sentence(string text, int step, int? sample)
    {
        ArgumentNullException.ThrowIfNull(text);
        return names.ArePlain ? text : new FormulaSide(names, step, sample, null).Symbols(text, LabelFactor.One);
    }

    /// <summary>A derivation in the names of the notation.</summary>
    /// <param name="derivation">The derivation in LoopNet's names.</param>
    /// <param name="of">Its number.</param>
    /// <param name="step">The step, with its numbers.</param>
    /// <param name="numbers">How numbers are written.</param>
    public Derivation Write(Derivation derivation, NumberName of, StepTrace step, Numbers numbers)
    {
        ArgumentNullException.ThrowIfNull(derivation);
        ArgumentNullException.ThrowIfNull(of);
        ArgumentNullException.ThrowIfNull(step);
        ArgumentNullException.ThrowIfNull(numbers);
        if (names.ArePlain)
        {
            return derivation;
        }

        ShownName shown = names.Element(of);
        string explained = names.Shown == NamesShown.Both && shown.Label is not null ? $"{shown.Text} ({shown.Factor.Before(of.Element)})" : shown.Text;
        return Write(derivation, shown.Factor, of, step, numbers) with { Name = explained };
    }

    /// <summary>A derivation of a number that has no name of its own, as the maximum of a softmax.</summary>
    internal Derivation WriteNameless(Derivation derivation, NumberName of, StepTrace step, Numbers numbers)
    {
        return names.ArePlain ? derivation : Write(derivation, LabelFactor.One, of, step, numbers);
    }

    private Derivation Write(Derivation derivation, LabelFactor factor, NumberName of, StepTrace step, Numbers numbers)
    {
        FormulaSide side = new(names, of.Step, of.Sample, new ShownValues(names, step, numbers));
        string[] steps = [.. derivation.Steps];
        for (int i = 0; i < steps.Length - 1; i++)
        {
            steps[i] = i == 0 ? side.Symbols(derivation.Steps[0], factor) : side.Numbered(derivation.Steps[i - 1], derivation.Steps[i], factor);
        }

        // A formula alone, as "L = y", may have its value only.
        if (factor != LabelFactor.One)
        {
            steps[^1] = numbers.Write(names.FactorOf(of) * step.Find(of.Symbol, of.Sample)!.At(of.Index));
        }

        return derivation with
        {
            Steps = steps,
            Contributions = [.. derivation.Contributions.Select(contribution => WritePart(contribution, factor, side))],
        };
    }

    // What a unit adds has no name of its own: its value follows from its formula.
    private static Derivation WritePart(Derivation part, LabelFactor factor, FormulaSide side)
    {
        string value = factor == LabelFactor.One ? part.Steps[^1] : side.Value(part.Steps[0], factor);
        return part with { Steps = [side.Symbols(part.Steps[0], factor), side.Numbered(part.Steps[0], part.Steps[1], factor), value] };
    }

    private string Left(string side, NumberName of)
    {
        Match token = FormulaRuns.Names(side)[0];
        string[]? letters = FormulaSide.Letters(token);
        return names.Whole(of, letters).Text;
    }
}
