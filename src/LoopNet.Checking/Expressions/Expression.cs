using System.Globalization;
using System.Text;

namespace LoopNet.Checking;

/// <summary>A product of quantities, with a number in front.</summary>
/// <param name="Coefficient">The number in front.</param>
/// <param name="Factors">The quantities.</param>
internal sealed record Term(double Coefficient, IReadOnlyList<Quantity> Factors)
{
    /// <summary>The number in front as reports write it; null where it is written as a decimal.</summary>
    public string? CoefficientText { get; init; }

    /// <summary>What the product is added up over; <see cref="SumOver.Nothing"/> where it stands alone.</summary>
    public SumOver Sum { get; init; }

    /// <summary>How often each part of the sum counts; null where each counts once.</summary>
    public Share? Share { get; init; }
}

/// <summary>How often each part of a sum counts.</summary>
/// <param name="Text">As reports write it, after the sum.</param>
/// <param name="Of">The part, from 0, of how many, where the equation stands at which place of the other index.</param>
internal sealed record Share(string Text, Func<int, int, int, double> Of);

/// <summary>What a term is added up over.</summary>
internal enum SumOver
{
    /// <summary>Nothing: the product stands alone.</summary>
    Nothing,

    /// <summary>The units k of the layer before.</summary>
    Inputs,

    /// <summary>The units i of the layer.</summary>
    Units,
}

/// <summary>An equation of a step as a sum of products, which can be changed in one place.</summary>
/// <param name="Equation">Its id.</param>
/// <param name="Left">What it gives, as reports write it.</param>
/// <param name="Places">What it has a number for.</param>
/// <param name="Stage">When it is calculated.</param>
/// <param name="Terms">The terms.</param>
internal sealed record Expression(string Equation, string Left, Places Places, Stage Stage, IReadOnlyList<Term> Terms)
{
    /// <summary>The layers in which the equation has this form.</summary>
    public required Func<Example, int, bool> Holds { get; init; }

    /// <summary>Where its numbers go.</summary>
    public required Action<CalculatedStep, int, int, int, int, double> Set { get; init; }

    /// <summary>The equation, as reports write it.</summary>
    public string Text => $"{Left} = {Right}";

    /// <summary>The right side.</summary>
    public string Right
    {
        get
        {
            StringBuilder text = new();
            foreach (Term term in Terms)
            {
                bool negative = term.Coefficient < 0.0;
                text.Append(text.Length > 0 ? (negative ? " - " : " + ") : negative ? "-" : "");
                text.Append(Of(term));
            }

            return text.Length == 0 ? "0" : text.ToString();
        }
    }

    /// <summary>Whether all its quantities exist in a layer.</summary>
    public bool Exists(Example example, int l) => Holds(example, l) && Terms.All(term => term.Factors.All(factor => factor.Exists(example, l)));

    /// <summary>Whether it is another expression with the other sign.</summary>
    public bool IsNegative(Expression other)
    {
        return Terms.Count == other.Terms.Count && Terms.Select((term, i) => term.Coefficient == -other.Terms[i].Coefficient && term.Factors.SequenceEqual(other.Terms[i].Factors) && term.Sum == other.Terms[i].Sum).All(same => same);
    }

    /// <summary>Fills what the equation gives.</summary>
    public void Fill(CalculatedStep step, int s, int l, Func<int, int, bool>? where = null)
    {
        (int rows, int columns) = Size(step.Example, l);
        for (int i = 0; i < rows; i++)
        {
            for (int k = 0; k < columns; k++)
            {
                if (where is null || where(i, k))
                {
                    Set(step, s, l, i, k, Value(step, s, l, i, k));
                }
            }
        }
    }

    /// <summary>How many rows and columns it gives in a layer.</summary>
    public (int Rows, int Columns) Size(Example example, int l)
    {
        Layer layer = example.Network.Layers[l - 1];
        return Places switch
        {
            Places.One => (1, 1),
            Places.Unit => (layer.Size, 1),
            Places.Input => (1, layer.InputSize),
            Places.Pair => (layer.Size, layer.InputSize),
            _ => (layer.Size, layer.Size),
        };
    }

    private double Value(CalculatedStep step, int s, int l, int i, int k)
    {
        double value = 0.0;
        foreach (Term term in Terms)
        {
            Layer layer = step.Example.Network.Layers[l - 1];
            switch (term.Sum)
            {
                case SumOver.Inputs:
                    for (int m = 0; m < layer.InputSize; m++)
                    {
                        value += Of(term, m, layer.InputSize, i) * Product(term, step, s, l, i, m);
                    }

                    break;
                case SumOver.Units:
                    for (int m = 0; m < layer.Size; m++)
                    {
                        value += Of(term, m, layer.Size, k) * Product(term, step, s, l, m, k);
                    }

                    break;
                default:
                    value += term.Coefficient * Product(term, step, s, l, i, k);
                    break;
            }
        }

        return value;
    }

    private static double Of(Term term, int part, int count, int other) => term.Share is null ? term.Coefficient : term.Coefficient * term.Share.Of(part, count, other);

    private static double Product(Term term, CalculatedStep step, int s, int l, int i, int k)
    {
        double product = 1.0;
        foreach (Quantity factor in term.Factors)
        {
            product *= factor.Value(step, s, l, i, k);
        }

        return product;
    }

    private static string Of(Term term)
    {
        double size = Math.Abs(term.Coefficient);
        string number = term.CoefficientText ?? (size == 1.0 && term.Factors.Count > 0 ? "" : size.ToString("0.####", CultureInfo.InvariantCulture));
        string sum = term.Sum switch
        {
            SumOver.Inputs => "sum_k",
            SumOver.Units => "sum_i",
            _ => "",
        };
        return string.Join(' ', new[] { number, sum, term.Share?.Text ?? "" }.Concat(term.Factors.Select(factor => factor.Text)).Where(part => part.Length > 0));
    }
}
