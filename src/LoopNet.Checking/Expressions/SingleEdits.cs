using System.Globalization;

namespace LoopNet.Checking;

/// <summary>All that becomes of an equation when one thing in it is changed.</summary>
internal static class SingleEdits
{
    private static readonly Share[] Shares =
    [
        new("(without the last)", (part, count, _) => part == count - 1 ? 0.0 : 1.0),
        new("(without the first)", (part, _, _) => part == 0 ? 0.0 : 1.0),
        new("(the last subtracted)", (part, count, _) => part == count - 1 ? -1.0 : 1.0),
        new("(the first subtracted)", (part, _, _) => part == 0 ? -1.0 : 1.0),
        new("(the second subtracted)", (part, _, _) => part == 1 ? -1.0 : 1.0),
        new("(the first twice)", (part, _, _) => part == 0 ? 2.0 : 1.0),
        new("(the last twice)", (part, count, _) => part == count - 1 ? 2.0 : 1.0),
        new("(the first only)", (part, _, _) => part == 0 ? 1.0 : 0.0),
        new("(the last only)", (part, count, _) => part == count - 1 ? 1.0 : 0.0),
        new("(i = k only)", (part, _, other) => part == other ? 1.0 : 0.0),
        new("(mean in place of the sum)", (_, count, _) => 1.0 / count),
    ];

    private const int FactorsBeforeEta = 5;

    private static readonly int[] SmallNumbers = [3, 4];

    /// <summary>The changed equations.</summary>
    /// <param name="expression">The right one.</param>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Expression> Of(Expression expression, Example example)
    {
        IReadOnlyList<Quantity> pool = [.. Quantities.Pool(example).Where(quantity => quantity.Stage < expression.Stage)];
        List<Expression> edits = [];
        for (int t = 0; t < expression.Terms.Count; t++)
        {
            edits.AddRange(InTerm(expression, t, pool));
            edits.AddRange(ScaledTerms(expression, t, example));
        }

        edits.AddRange(Factors(example).Select(factor => Scaled(expression, factor.Value, factor.Text)));
        foreach (Quantity quantity in pool.Where(quantity => IsWithin(quantity.Places, expression.Places)))
        {
            edits.Add(expression with { Terms = [.. expression.Terms, new Term(1.0, [quantity])] });
            edits.Add(expression with { Terms = [.. expression.Terms, new Term(-1.0, [quantity])] });
        }

        return [.. edits.DistinctBy(edit => edit.Right, StringComparer.Ordinal).Where(edit => edit.Right != expression.Right)];
    }

    private static IEnumerable<Expression> InTerm(Expression expression, int t, IReadOnlyList<Quantity> pool)
    {
        Term term = expression.Terms[t];
        if (expression.Terms.Count > 1)
        {
            yield return expression with { Terms = [.. expression.Terms.Where((_, other) => other != t)] };
            yield return With(expression, t, term with { Coefficient = -term.Coefficient });
        }

        foreach (Share share in term.Sum == SumOver.Nothing ? [] : Shares)
        {
            yield return With(expression, t, term with { Share = share });
        }

        foreach (IReadOnlyList<Quantity> factors in Products(term, expression.Places, pool))
        {
            yield return With(expression, t, term with { Factors = factors });
        }
    }

    // What becomes of a product: a factor left out, put in, repeated or replaced, or a sum in its place.
    private static IEnumerable<IReadOnlyList<Quantity>> Products(Term term, Places places, IReadOnlyList<Quantity> pool)
    {
        for (int f = 0; f < term.Factors.Count; f++)
        {
            Quantity factor = term.Factors[f];
            if (term.Factors.Count > 1 || term.Sum == SumOver.Nothing)
            {
                yield return [.. term.Factors.Where((_, other) => other != f)];
            }

            yield return [.. term.Factors, factor];
            IEnumerable<Quantity> others = pool.Where(other => (other.Places == factor.Places || other.Places == Places.One) && other.Text != factor.Text);
            foreach (Quantity other in factor.Alternatives.Concat(others).Concat(Quantities.Near(factor, places)))
            {
                yield return [.. term.Factors.Select((own, at) => at == f ? other : own)];
            }
        }

        Places widest = term.Sum == SumOver.Nothing ? places : Places.Pair;
        foreach (Quantity quantity in pool.Where(quantity => IsWithin(quantity.Places, widest)))
        {
            yield return [.. term.Factors, quantity];
        }

        if (term.Factors is [Quantity first, Quantity second])
        {
            yield return [Joined(first, second, "+", 1.0)];
            yield return [Joined(first, second, "-", -1.0)];
        }
    }

    private static Quantity Joined(Quantity first, Quantity second, string sign, double factor) => first with
    {
        Text = $"({first.Text} {sign} {second.Text})",
        Value = (step, s, l, i, k) => first.Value(step, s, l, i, k) + (factor * second.Value(step, s, l, i, k)),
        Exists = (example, l) => first.Exists(example, l) && second.Exists(example, l),
        Alternatives = [],
    };

    private static bool IsWithin(Places places, Places of) => places == of || places == Places.One || (of == Places.Pair && places is Places.Unit or Places.Input);

    private static Expression With(Expression expression, int t, Term term) => expression with { Terms = [.. expression.Terms.Select((own, at) => at == t ? term : own)] };

    private static IEnumerable<Expression> ScaledTerms(Expression expression, int t, Example example)
    {
        Term term = expression.Terms[t];
        return expression.Terms.Count == 1 ? [] : Factors(example).Where(factor => factor.Text.Length > 0)
            .Select(factor => With(expression, t, term with { Coefficient = factor.Value * term.Coefficient, CoefficientText = factor.Text }));
    }

    private static Expression Scaled(Expression expression, double factor, string text)
    {
        if (factor == -1.0)
        {
            return expression with { Terms = [.. expression.Terms.Select(term => term with { Coefficient = -term.Coefficient })] };
        }

        if (expression.Terms.Count == 1 && expression.Terms[0].Coefficient == 1.0)
        {
            return With(expression, 0, expression.Terms[0] with { Coefficient = factor, CoefficientText = text });
        }

        Quantity number = new(text, Places.One, Stage.Start, (_, _, _, _, _) => factor);
        return expression with { Terms = [.. expression.Terms.Select(term => term with { Factors = [number, .. term.Factors] })] };
    }

    // What people multiply by: small numbers, the size of a layer or of the batch, the learning rate.
    private static IEnumerable<(double Value, string Text)> Factors(Example example)
    {
        int count = Math.Min(example.BatchSize, example.Samples.Count);
        double eta = example.Rule.LearningRate;
        List<(double Value, string Text)> factors =
        [
            (-1.0, ""), (2.0, "2"), (0.5, "1/2"), (-2.0, "2"), (-0.5, "1/2"), (10.0, "10"), (0.1, "1/10"), (0.0, "0"),
        ];
        if (example.Rule.Moves)
        {
            factors.InsertRange(FactorsBeforeEta, [(eta, "eta"), (-eta, "eta"), (1.0 / eta, "1/eta")]);
        }

        if (count > 1)
        {
            factors.AddRange([(count, Invariant($"{count}")), (1.0 / count, Invariant($"1/{count}")), (count / (count + 1.0), Invariant($"{count}/{count + 1}")), (count / (count - 1.0), Invariant($"{count}/{count - 1}"))]);
        }

        foreach (int size in SmallNumbers.Concat(example.Network.Sizes()))
        {
            factors.Add((size, size.ToString(CultureInfo.InvariantCulture)));
            factors.Add((1.0 / size, Invariant($"1/{size}")));
        }

        return factors.Where(factor => factor.Value != 1.0).DistinctBy(factor => factor.Value);
    }
}
