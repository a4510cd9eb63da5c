namespace LoopNet.Checking;

/// <summary>A loss and its gradient as expressions, with what is taken for them.</summary>
internal static class LossExpressions
{
    private static readonly (string Text, Func<double, double, double> Of)[] Losses =
    [
        ("1/2 sum_i (a_l[i] - y[i])^2", (a, y) => 0.5 * (a - y) * (a - y)),
        ("1/2 sum_i (a_l[i] + y[i])^2", (a, y) => 0.5 * (a + y) * (a + y)),
        ("1/2 sum_i (a_l[i]^2 - y[i]^2)", (a, y) => 0.5 * ((a * a) - (y * y))),
        ("sum_i |a_l[i] - y[i]|", (a, y) => Math.Abs(a - y)),
        ("sum_i (a_l[i] - y[i])^3", (a, y) => (a - y) * (a - y) * (a - y)),
        ("-sum_i y[i] ln a_l[i]", (a, y) => y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(a)),
        ("-sum_i (1 - y[i]) ln(1 - a_l[i])", (a, y) => y == 1.0 ? 0.0 : -(1.0 - y) * CorrectlyRounded.Log(1.0 - a)),
        ("-sum_i (y[i] ln a_l[i] + (1 - y[i]) ln(1 - a_l[i]))", (a, y) => (y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(a)) - (y == 1.0 ? 0.0 : (1.0 - y) * CorrectlyRounded.Log(1.0 - a))),
        ("-sum_i y[i] ln(1 - a_l[i])", (a, y) => y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(1.0 - a)),
        ("1/2 sum_i (a_l[i] - y[i])", (a, y) => 0.5 * (a - y)),
        ("sum_i (a_l[i] - y[i])", (a, y) => a - y),
        ("-sum_i ln a_l[i]", (a, _) => -CorrectlyRounded.Log(a)),
        ("-sum_i a_l[i] ln a_l[i]", (a, _) => -a * CorrectlyRounded.Log(a)),
        ("-sum_i y[i] a_l[i]", (a, y) => -y * a),
        ("sum_i y[i] a_l[i]", (a, y) => y * a),
        ("-sum_i y[i] log2 a_l[i]", (a, y) => y == 0.0 ? 0.0 : -y * Functions.Log2(a)),
        ("-sum_i (y[i] log2 a_l[i] + (1 - y[i]) log2(1 - a_l[i]))", (a, y) => (y == 0.0 ? 0.0 : -y * Functions.Log2(a)) - (y == 1.0 ? 0.0 : (1.0 - y) * Functions.Log2(1.0 - a))),
        ("-sum_i (1 - y[i]) ln a_l[i]", (a, y) => y == 1.0 ? 0.0 : -(1.0 - y) * CorrectlyRounded.Log(a)),
        ("-sum_i (y[i] ln a_l[i] + (1 - y[i]) ln a_l[i])", (a, _) => -CorrectlyRounded.Log(a)),
        ("1/2 sum_i a_l[i]^2", (a, _) => 0.5 * a * a),
        ("1/2 (sum_i a_l[i])", (a, _) => 0.5 * a),
    ];

    private static readonly (string Text, Func<double, double, double> Of)[] Gradients =
    [
        ("(a_l[i] - y[i])", (a, y) => a - y),
        ("(a_l[i] + y[i])", (a, y) => a + y),
        ("(a_l[i] - y[i])^2", (a, y) => (a - y) * (a - y)),
        ("1/2 (a_l[i] - y[i])^2", (a, y) => 0.5 * (a - y) * (a - y)),
        ("|a_l[i] - y[i]|", (a, y) => Math.Abs(a - y)),
        ("a_l[i]", (a, _) => a),
        ("y[i]", (_, y) => y),
        ("-y[i] / a_l[i]", (a, y) => -y / a),
        ("-1 / a_l[i]", (a, _) => -1.0 / a),
        ("-y[i] ln a_l[i]", (a, y) => -y * CorrectlyRounded.Log(a)),
        ("-y[i] a_l[i]", (a, y) => -y * a),
        ("-a_l[i] / y[i]", (a, y) => y == 0.0 ? 0.0 : -a / y),
        ("-y[i]", (_, y) => -y),
        ("(1 - y[i]) / (1 - a_l[i])", (a, y) => (1.0 - y) / (1.0 - a)),
        ("(-y[i] / a_l[i] + (1 - y[i]) / (1 - a_l[i]))", (a, y) => (-y / a) + ((1.0 - y) / (1.0 - a))),
        ("(-y[i] / a_l[i] - (1 - y[i]) / (1 - a_l[i]))", (a, y) => (-y / a) - ((1.0 - y) / (1.0 - a))),
        ("(a_l[i] - y[i]) / a_l[i]", (a, y) => (a - y) / a),
        ("(a_l[i] - y[i]) / (1 - a_l[i])", (a, y) => (a - y) / (1.0 - a)),
        ("(a_l[i] - y[i]) a_l[i] (1 - a_l[i])", (a, y) => (a - y) * a * (1.0 - a)),
        ("(-y[i] / a_l[i] + (1 - y[i]) / (1 + a_l[i]))", (a, y) => (-y / a) + ((1.0 - y) / (1.0 + a))),
        ("-y[i] / (1 - a_l[i])", (a, y) => -y / (1.0 - a)),
        ("-(1 - y[i]) / a_l[i]", (a, y) => -(1.0 - y) / a),
        ("-y[i] / a_l[i]^2", (a, y) => -y / (a * a)),
    ];

    /// <summary>The loss.</summary>
    public static Expression Loss(Example example)
    {
        Loss loss = example.Network.Loss;
        string text = loss switch
        {
            { IsStandard: false } => loss.DisplayDefinition,
            SquaredError => Losses[0].Text,
            CrossEntropy => Losses[5].Text,
            BinaryCrossEntropy => Losses[7].Text,
            SumOfSquares => "sum_i (a_l[i] - y[i])^2",
            SumOfOutputs => "sum_i a_l[i]",
            _ => "1/n sum_i (a_l[i] - y[i])^2",
        };
        Quantity right = new(text, Places.One, Stage.Loss, (step, s, l, _, _) => loss.Value(step.Samples[s].a[l], step.Samples[s].y))
        {
            Alternatives = [Whole("sqrt(2 L)", loss, value => Math.Sqrt(2.0 * value)), Whole("sqrt(L)", loss, Math.Sqrt), Whole("L^2", loss, value => value * value), .. OfNextTarget(text, loss), .. Others(Losses, loss, text).Select(other => new Quantity(other.Text, Places.One, Stage.Output, (step, s, l, _, _) => Sum(step.Samples[s], l, other.Of)))],
        };
        return new Expression("F3", "L", Places.One, Stage.Loss, [new Term(1.0, [right])])
        {
            Holds = (of, l) => l == of.Network.Layers.Length,
            Set = (step, s, _, _, _, value) => step.Samples[s].L = value,
        };
    }

    /// <summary>Its gradient.</summary>
    public static Expression Gradient(Example example)
    {
        Loss loss = example.Network.Loss;
        string text = loss switch
        {
            { IsStandard: false } => $"the gradient of {loss.DisplayName}",
            SquaredError => Gradients[0].Text,
            CrossEntropy => Gradients[7].Text,
            BinaryCrossEntropy => Gradients[14].Text,
            SumOfSquares => "2 (a_l[i] - y[i])",
            SumOfOutputs => "1",
            _ => "2/n (a_l[i] - y[i])",
        };
        Quantity right = new(text, Places.Unit, Stage.Output, (step, s, l, i, _) =>
        {
            double[] gradient = new double[step.Samples[s].a[l].Length];
            loss.Gradient(step.Samples[s].a[l], step.Samples[s].y, gradient);
            return gradient[i];
        })
        {
            Alternatives = [.. GradientOfNextTarget(text, loss), .. Others(Gradients, loss, text).Select(other => new Quantity(other.Text, Places.Unit, Stage.Output, (step, s, l, i, _) => other.Of(step.Samples[s].a[l][i], Target(step.Samples[s], i))))],
        };
        return new Expression("B1", "dL/da_l[i]", Places.Unit, Stage.OutputGradient, [new Term(1.0, [right])])
        {
            Holds = (of, l) => l == of.Network.Layers.Length,
            Set = (step, s, l, i, _, value) => step.Samples[s].dL_da[l][i] = value,
        };
    }

    private static Quantity Whole(string text, Loss loss, Func<double, double> of)
    {
        return new Quantity(text, Places.One, Stage.Output, (step, s, l, _, _) => of(loss.Value(step.Samples[s].a[l], step.Samples[s].y)));
    }

    // Those that are there: without a target, only those of the outputs alone.
    private static IEnumerable<(string Text, Func<double, double, double> Of)> Others((string Text, Func<double, double, double> Of)[] all, Loss loss, string text)
    {
        return all.Where(other => other.Text != text && (loss.TakesTarget || !other.Text.Contains("y[i]", StringComparison.Ordinal)));
    }

    private static string AtNextTarget(string text, Loss loss) => loss.IsStandard ? text.Replace("y[i]", "y[i+1]", StringComparison.Ordinal) : $"{text}, with y[i+1] for y[i]";

    private static IEnumerable<Quantity> OfNextTarget(string text, Loss loss)
    {
        return !loss.TakesTarget ? [] : [new Quantity(AtNextTarget(text, loss), Places.One, Stage.Output, (step, s, l, _, _) => loss.Value(step.Samples[s].a[l], Turned(step.Samples[s].y)))
        {
            Exists = (example, _) => example.Network.OutputSize > 1,
        }];
    }

    private static IEnumerable<Quantity> GradientOfNextTarget(string text, Loss loss)
    {
        return !loss.TakesTarget ? [] : [new Quantity(AtNextTarget(text, loss), Places.Unit, Stage.Output, (step, s, l, i, _) =>
        {
            double[] gradient = new double[step.Samples[s].y.Length];
            loss.Gradient(step.Samples[s].a[l], Turned(step.Samples[s].y), gradient);
            return gradient[i];
        })
        {
            Exists = (example, _) => example.Network.OutputSize > 1,
        }];
    }

    // Without a target, nothing reads it.
    private static double Target(SampleRecord sample, int i) => sample.y.Length == 0 ? 0.0 : sample.y[i];

    private static double[] Turned(double[] y) => [.. y[1..], y[0]];

    private static double Sum(SampleRecord sample, int l, Func<double, double, double> of)
    {
        double sum = 0.0;
        for (int i = 0; i < sample.a[l].Length; i++)
        {
            sum += of(sample.a[l][i], Target(sample, i));
        }

        return sum;
    }
}
