namespace LoopNet.Verifying;

/// <summary>Outputs that are quotients of exponentials: they are right where exponentials within their two units give them.</summary>
internal static class ExponentialOutputs
{
    // The reciprocal of the largest output lies within this many doubles of the sum that made it.
    private const int NearReciprocal = 4;

    /// <summary>An output of sigmoid, given the weighted sum and the output of the file.</summary>
    /// <remarks>Below 0 there are two ways to write it, e^z / (1 + e^z) and 1 / (1 + e^-z); they round differently, and both are right.</remarks>
    public static NumberRange Sigmoid(double z, double a)
    {
        double e = Nearest.Exp(-Math.Abs(z));
        double derived = z >= 0.0 ? 1.0 / (1.0 + e) : e / (1.0 + e);
        if (z == 0.0 || Units.AreSame(a, derived))
        {
            return NumberRange.Exactly(derived);
        }

        NumberRange near = NumberRange.Near(derived) with { OtherWay = 1.0 / (1.0 + Nearest.Exp(-z)) };
        bool follows = Candidates(-z).Any(tried => Units.AreSame(1.0 / (1.0 + tried), a))
            || (z < 0.0 && Candidates(z).Any(tried => Units.AreSame(tried / (1.0 + tried), a)));
        return follows ? near.Or(NumberRange.Exactly(a)) : near;
    }

    /// <summary>The outputs of softmax, given the weighted sums and the outputs of the file.</summary>
    /// <remarks>
    /// The outputs share one sum: they are right where there are exponentials within their two units, and a sum of these,
    /// that give every one of them, or where no output itself is more than two units off (some systems multiply by 1 / sum).
    /// Else the output that is furthest off is the one to look at.
    /// </remarks>
    public static NumberRange[] Softmax(double[] z, double[] a)
    {
        double max = z.Max();
        double sum = Sum(z).Derived;
        double[] derived = [.. z.Select(number => Nearest.Exp(number - max) / sum)];
        int worst = 0;
        for (int i = 1; i < z.Length; i++)
        {
            worst = Units.Apart(a[i], derived[i]) > Units.Apart(a[worst], derived[worst]) ? i : worst;
        }

        bool follows = Units.Apart(a[worst], derived[worst]) <= Units.Tolerance || HasSum(z, a);
        NumberRange[] outputs = [.. derived.Zip(a, (right, found) => NumberRange.Exactly(right).Or(NumberRange.Exactly(found)))];
        outputs[worst] = follows ? outputs[worst] : NumberRange.Exactly(derived[worst]);
        return outputs;
    }

    /// <summary>The sum of the exponentials of softmax.</summary>
    public static NumberRange Sum(double[] z)
    {
        double max = z.Max();
        return NumberRange.Sum(z.Select(number => NumberRange.Exp(number - max)));
    }

    private static bool HasSum(double[] z, double[] a)
    {
        NumberRange sums = Sum(z);
        double reciprocal = 1.0 / a[Array.IndexOf(z, z.Max())];
        return Enumerable.Range(-NearReciprocal, (2 * NearReciprocal) + 1)
            .Select(units => Units.Away(reciprocal, units))
            .Any(sum => sum >= sums.Low && sum <= sums.High && FollowFrom(sum, z, a));
    }

    // Whether the outputs are quotients by this sum, of exponentials that can add up to it.
    private static bool FollowFrom(double sum, double[] z, double[] a)
    {
        double max = z.Max();
        double low = 0.0;
        double high = 0.0;
        for (int i = 0; i < z.Length; i++)
        {
            double[] fitting = [.. Candidates(z[i] - max).Where(tried => Units.AreSame(tried / sum, a[i]))];
            if (fitting.Length == 0)
            {
                return false;
            }

            low += fitting[0];
            high += fitting[^1];
        }

        return low <= sum && sum <= high;
    }

    // The exponentials that a system may have: all doubles within two units.
    private static IEnumerable<double> Candidates(double exponent)
    {
        NumberRange e = NumberRange.Exp(exponent);
        double tried = e.Low;
        for (int count = 0; count <= 2 * Units.Tolerance && tried <= e.High; count++)
        {
            yield return tried;
            tried = Math.BitIncrement(tried);
        }
    }
}
