using System.Globalization;

namespace LoopNet.Checking;

/// <summary>The quantities of a step that may stand in an equation.</summary>
internal static class Quantities
{
    /// <summary>The weights, as each equation reads them on the way forward.</summary>
    public static Quantity W { get; } = new("W_l[i,k]", Places.Pair, Stage.Start, (step, _, l, i, k) => step.Record.W[l][i][k]);

    /// <summary>The weights through which the gradient is carried back.</summary>
    public static Quantity WBack { get; } = new("W_l[i,k]", Places.Pair, Stage.Start, (step, s, l, i, k) => step.dz_da[s][l][i][k]);

    /// <summary>The biases.</summary>
    public static Quantity b { get; } = new("b_l[i]", Places.Unit, Stage.Start, (step, _, l, i, _) => step.Record.b[l]![i]) { Exists = HasBiases };

    /// <summary>The weighted sums.</summary>
    public static Quantity z { get; } = new("z_l[i]", Places.Unit, Stage.Sum, (step, s, l, i, _) => step.Samples[s].z[l][i]);

    /// <summary>The outputs.</summary>
    public static Quantity a { get; } = new("a_l[i]", Places.Unit, Stage.Output, (step, s, l, i, _) => step.Samples[s].a[l][i]);

    /// <summary>The targets, at the output layer.</summary>
    public static Quantity y { get; } = new("y[i]", Places.Unit, Stage.Start, (step, s, _, i, _) => step.Samples[s].y[i]) { Exists = HasTarget };

    /// <summary>The gradients of the outputs.</summary>
    public static Quantity dL_da { get; } = new("dL/da_l[i]", Places.Unit, Stage.OutputGradient, (step, s, l, i, _) => step.Samples[s].dL_da[l][i]);

    /// <summary>The gradients of the weighted sums.</summary>
    public static Quantity dL_dz { get; } = new("dL/dz_l[i]", Places.Unit, Stage.SumGradient, (step, s, l, i, _) => step.Samples[s].dL_dz[l][i]);

    /// <summary>The outputs of the layer before.</summary>
    public static Quantity aBefore { get; } = new("a_(l-1)[k]", Places.Input, Stage.Start, (step, s, l, _, k) => step.Samples[s].a[l - 1][k]);

    /// <summary>The gradient of a sample by which the weights move, or that of the batch.</summary>
    /// <param name="example">The example.</param>
    public static Quantity WeightGradient(Example example)
    {
        return new Quantity($"{OfBatch(example)}dL/dW_l[i,k]", Places.Pair, Stage.BatchGradient, (step, _, l, i, k) => step.Record.dL_dW(l)[i][k]);
    }

    /// <summary>The gradient of a sample by which the biases move, or that of the batch.</summary>
    /// <param name="example">The example.</param>
    public static Quantity BiasGradient(Example example)
    {
        return new Quantity($"{OfBatch(example)}dL/db_l[i]", Places.Unit, Stage.BatchGradient, (step, _, l, i, _) => step.Record.dL_db(l)[i]) { Exists = HasBiases };
    }

    /// <summary>Whatever may be written in place of a factor.</summary>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Quantity> Pool(Example example) =>
    [
        W,
        b,
        z,
        a,
        y,
        new("(a_l[i] - y[i])", Places.Unit, Stage.Output, (step, s, l, i, _) => step.Samples[s].a[l][i] - step.Samples[s].y[i]) { Exists = HasTarget },
        dL_da,
        new("f'(z_l[i])", Places.Unit, Stage.Derivative, (step, s, l, i, _) => step.Derivative(s, l, i)) { Exists = (of, l) => of.Network.Layers[l - 1].Activation is not Identity },
        dL_dz,
        aBefore,
        new("z_(l-1)[k]", Places.Input, Stage.Start, (step, s, l, _, k) => step.Samples[s].z[l - 1][k]) { Exists = (_, l) => l > 1 },
        new("x[k]", Places.Input, Stage.Start, (step, s, _, _, k) => step.Samples[s].a[0][k]) { Exists = (of, l) => l > 1 && of.Network.InputSize >= of.Network.Layers[l - 1].InputSize },
        new("a_l[k]", Places.Input, Stage.Output, (step, s, l, _, k) => step.Samples[s].a[l][k]) { Exists = (of, l) => of.Network.Layers[l - 1].Size >= of.Network.Layers[l - 1].InputSize },
        new("f'(z_(l-1)[k])", Places.Input, Stage.Output, (step, s, l, _, k) => step.Derivative(s, l - 1, k)) { Exists = (of, l) => l > 1 && of.Network.Layers[l - 2].Activation is not Identity },
        new("dL/da_(l-1)[k]", Places.Input, Stage.ParameterGradient, (step, s, l, _, k) => step.Samples[s].dL_da[l - 1][k]) { Exists = (_, l) => l > 1 },
        WeightGradient(example),
        BiasGradient(example),
        new("L", Places.One, Stage.Loss, (step, s, _, _, _) => step.Samples[s].L) { Exists = (of, _) => of.Network.HasLoss },
        new("eta", Places.One, Stage.Start, (step, _, _, _, _) => step.Rate) { Exists = (of, _) => of.Rule.Moves },
        new("W_l[i,k] of the step before", Places.Pair, Stage.Start, (step, _, l, i, k) => (step.Before ?? step).Record.W[l][i][k]),
        new("b_l[i] of the step before", Places.Unit, Stage.Start, (step, _, l, i, _) => (step.Before ?? step).Record.b[l]![i]) { Exists = HasBiases },
        new($"{OfBatch(example)}dL/dW_l[i,k] of the step before", Places.Pair, Stage.Start, (step, _, l, i, k) => step.Before?.Record.dL_dW(l)[i][k] ?? 0.0),
        .. Enumerable.Range(1, example.Network.Layers.Length).Select(m => new Quantity(Invariant($"W{m}[i,k]"), Places.Pair, Stage.Start, (step, _, _, i, k) => step.Record.W[m][i][k])
        {
            Exists = (of, l) => l != m && of.Network.Layers[m - 1].Size >= of.Network.Layers[l - 1].Size && of.Network.Layers[m - 1].InputSize >= of.Network.Layers[l - 1].InputSize,
        }),
    ];

    /// <summary>What becomes of a quantity by one slip of thought: another place, another sample, 1 minus it, its inverse, its size, or the sum of it over the layer.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="places">What the equation has a number for.</param>
    public static IEnumerable<Quantity> Near(Quantity quantity, Places places)
    {
        IEnumerable<Quantity?> moved = [Turned(quantity, places), Next(quantity), NextRow(quantity)];
        List<Quantity> near = [.. moved.OfType<Quantity>()];
        near.Add(Changed(quantity, "(1 - {0})", value => 1.0 - value));
        near.Add(Changed(quantity, "(1 + {0})", value => 1.0 + value));
        near.Add(Changed(quantity, "(1/{0})", value => value == 0.0 ? 0.0 : 1.0 / value));
        near.Add(Changed(quantity, "|{0}|", Math.Abs));
        if (quantity.Places == Places.Unit)
        {
            string text = quantity.Text.Replace("[i]", "[j]", StringComparison.Ordinal);
            near.Add(quantity with { Text = $"(sum_j {text})", Value = (step, s, l, _, k) => Sum(quantity, step, s, l, k) });
            near.Add(quantity with { Text = $"(mean_j {text})", Value = (step, s, l, _, k) => Sum(quantity, step, s, l, k) / step.Example.Network.Layers[l - 1].Size });
        }

        near.Add(quantity with { Text = $"{quantity.Text} of the next sample", Value = (step, s, l, i, k) => quantity.Value(step, (s + 1) % step.Count, l, i, k), Exists = (example, l) => quantity.Exists(example, l) && Alteration.HasBatches(example) });
        near.Add(quantity with { Text = $"{quantity.Text} of the sample before", Value = (step, s, l, i, k) => quantity.Value(step, (s + step.Count - 1) % step.Count, l, i, k), Exists = (example, l) => quantity.Exists(example, l) && Alteration.HasBatches(example) });
        return near;
    }

    private static Quantity Changed(Quantity quantity, string text, Func<double, double> change) => quantity with
    {
        Text = string.Format(CultureInfo.InvariantCulture, text, quantity.Text),
        Value = (step, s, l, i, k) => change(quantity.Value(step, s, l, i, k)),
    };

    private static double Sum(Quantity quantity, CalculatedStep step, int s, int l, int k)
    {
        double sum = 0.0;
        for (int j = 0; j < step.Example.Network.Layers[l - 1].Size; j++)
        {
            sum += quantity.Value(step, s, l, j, k);
        }

        return sum;
    }

    private static Quantity? NextRow(Quantity quantity) => quantity.Places != Places.Pair ? null : quantity with
    {
        Text = quantity.Text.Replace("[i,k]", "[i+1,k]", StringComparison.Ordinal),
        Value = (step, s, l, i, k) => quantity.Value(step, s, l, (i + 1) % step.Example.Network.Layers[l - 1].Size, k),
        Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].Size > 1,
    };

    /// <summary>A quantity that is read at another place; null where there is no such place.</summary>
    /// <param name="quantity">The quantity.</param>
    /// <param name="places">What the equation has a number for.</param>
    private static Quantity? Turned(Quantity quantity, Places places)
    {
        Quantity turned = quantity with { Value = (step, s, l, i, k) => quantity.Value(step, s, l, k, i) };
        return (quantity.Places, places) switch
        {
            (Places.Unit, Places.Pair) => turned with
            {
                Text = quantity.Text.Replace("[i]", "[k]", StringComparison.Ordinal),
                Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].Size >= example.Network.Layers[l - 1].InputSize,
            },
            (Places.Input, Places.Pair) => turned with
            {
                Text = quantity.Text.Replace("[k]", "[i]", StringComparison.Ordinal),
                Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].InputSize >= example.Network.Layers[l - 1].Size,
            },
            (Places.Pair, _) => turned with
            {
                Text = quantity.Text.Replace("[i,k]", "[k,i]", StringComparison.Ordinal),
                Exists = (example, l) => quantity.Exists(example, l) && Alteration.IsSquare(example.Network.Layers[l - 1]),
            },
            _ => null,
        };
    }

    /// <summary>A quantity that is read one unit further, and at the last unit from the first.</summary>
    /// <param name="quantity">The quantity.</param>
    private static Quantity? Next(Quantity quantity) => quantity.Places switch
    {
        Places.Unit => quantity with
        {
            Text = quantity.Text.Replace("[i]", "[i+1]", StringComparison.Ordinal),
            Value = (step, s, l, i, k) => quantity.Value(step, s, l, (i + 1) % step.Example.Network.Layers[l - 1].Size, k),
            Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].Size > 1,
        },
        Places.Input => quantity with
        {
            Text = quantity.Text.Replace("[k]", "[k+1]", StringComparison.Ordinal),
            Value = (step, s, l, i, k) => quantity.Value(step, s, l, i, (k + 1) % step.Example.Network.Layers[l - 1].InputSize),
            Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].InputSize > 1,
        },
        Places.Pair => quantity with
        {
            Text = quantity.Text.Replace("[i,k]", "[i,k+1]", StringComparison.Ordinal),
            Value = (step, s, l, i, k) => quantity.Value(step, s, l, i, (k + 1) % step.Example.Network.Layers[l - 1].InputSize),
            Exists = (example, l) => quantity.Exists(example, l) && example.Network.Layers[l - 1].InputSize > 1,
        },
        _ => null,
    };

    private static string OfBatch(Example example)
    {
        return !Alteration.HasBatches(example) ? "" : example.Rule.Reduction == Reduction.Mean ? "mean " : "sum ";
    }

    private static bool HasBiases(Example example, int l) => example.Network.Layers[l - 1].b is not null;

    private static bool HasTarget(Example example, int l) => l == example.Network.Layers.Length && Alteration.HasTarget(example);
}
