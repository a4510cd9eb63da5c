namespace LoopNet.Checking;

/// <summary>The outputs of a layer once more: to the bit for relu and identity, to two units of exp or tanh for the others.</summary>
internal static class ActivationArithmetic
{
    // The reciprocal of the largest output lies within this many doubles of the sum that made it.
    private const int NearReciprocal = 4;

    /// <summary>What each output may be.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">The weighted sums of the file.</param>
    /// <param name="a">The outputs of the file; softmax is judged as a whole.</param>
    public static NumberRange[] Outputs(string activation, double[] z, double[] a)
    {
        if (activation == "softmax")
        {
            return Softmax(z, a);
        }

        NumberRange[] outputs = new NumberRange[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            outputs[i] = activation switch
            {
                "sigmoid" => Sigmoid(z[i], a[i]),
                "tanh" => NumberRange.Tanh(z[i]),
                "relu" => NumberRange.Exactly(z[i] > 0.0 ? z[i] : 0.0),
                _ => NumberRange.Exactly(z[i]),
            };
        }

        return outputs;
    }

    /// <summary>The sum of the exponentials of softmax.</summary>
    public static NumberRange SumOfExponentials(double[] z)
    {
        double max = z.Max();
        NumberRange sum = NumberRange.Exactly(0.0);
        foreach (double number in z)
        {
            sum += NumberRange.Exp(number - max);
        }

        return sum;
    }

    // Below 0 there are two ways to write it, e^z / (1 + e^z) and 1 / (1 + e^-z); they round differently, and both are right.
    private static NumberRange Sigmoid(double z, double a)
    {
        bool isAbove = z >= 0.0;
        double e = Math.Exp(-Math.Abs(z));
        double derived = isAbove ? 1.0 / (1.0 + e) : e / (1.0 + e);
        NumberRange near = z == 0.0 ? NumberRange.Exactly(derived) : NumberRange.Near(derived);
        bool follows = IsQuotient(-z, a, tried => 1.0 / (1.0 + tried)) || (!isAbove && IsQuotient(z, a, tried => tried / (1.0 + tried)));
        return follows ? near.Or(NumberRange.Exactly(a)) : near;
    }

    // Whether an exponential within its two units gives an output.
    private static bool IsQuotient(double exponent, double a, Func<double, double> quotient)
    {
        NumberRange e = NumberRange.Exp(exponent);
        double tried = e.Low;
        for (int count = 0; count <= 2 * Units.Tolerance && tried <= e.High; count++)
        {
            if (Units.AreSame(quotient(tried), a))
            {
                return true;
            }

            tried = Math.BitIncrement(tried);
        }

        return false;
    }

    // The outputs share one sum: they are right where there are exponentials within their two units, and a sum of these,
    // that give every one of them, or where no output itself is more than two units off (some systems multiply by 1 / sum).
    // Else the output that is furthest off is the one to look at.
    private static NumberRange[] Softmax(double[] z, double[] a)
    {
        double max = z.Max();
        double[] derived = new double[z.Length];
        double sum = SumOfExponentials(z).Derived;
        int worst = 0;
        for (int i = 0; i < z.Length; i++)
        {
            derived[i] = Math.Exp(z[i] - max) / sum;
            worst = Units.Apart(a[i], derived[i]) > Units.Apart(a[worst], derived[worst]) ? i : worst;
        }

        bool follows = Units.Apart(a[worst], derived[worst]) <= Units.Tolerance || HasSum(z, a);
        NumberRange[] outputs = new NumberRange[z.Length];
        for (int i = 0; i < z.Length; i++)
        {
            bool blamed = !follows && i == worst;
            outputs[i] = blamed ? NumberRange.Exactly(derived[i]) : new NumberRange(derived[i], Math.Min(a[i], derived[i]), Math.Max(a[i], derived[i]));
        }

        return outputs;
    }

    private static bool HasSum(double[] z, double[] a)
    {
        NumberRange sums = SumOfExponentials(z);
        double reciprocal = 1.0 / a[Array.IndexOf(z, z.Max())];
        for (int units = -NearReciprocal; units <= NearReciprocal; units++)
        {
            double sum = Units.Away(reciprocal, units);
            if (sum >= sums.Low && sum <= sums.High && FollowFrom(sum, z, a))
            {
                return true;
            }
        }

        return false;
    }

    // Whether the outputs are quotients by this sum, of exponentials that can add up to it.
    private static bool FollowFrom(double sum, double[] z, double[] a)
    {
        double max = z.Max();
        double low = 0.0;
        double high = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            NumberRange e = NumberRange.Exp(z[i] - max);
            double smallest = double.NaN;
            double largest = double.NaN;
            double tried = e.Low;
            for (int count = 0; count <= 2 * Units.Tolerance && tried <= e.High; count++)
            {
                if (Units.AreSame(tried / sum, a[i]))
                {
                    smallest = double.IsNaN(smallest) ? tried : smallest;
                    largest = tried;
                }

                tried = Math.BitIncrement(tried);
            }

            low += smallest;
            high += largest;
        }

        // An output that no exponential gives has made both bounds no number.
        return low <= sum && sum <= high;
    }
}
