namespace LoopNet.Checking;

/// <summary>The losses and their gradients once more, and when a loss of logarithms is saturated (DESIGN section 1).</summary>
internal static class LossArithmetic
{
    private const double TargetSumTolerance = 1e-12;

    private static readonly double Threshold = Math.Pow(2.0, -900.0);
    private static readonly double SmallestDivisor = Math.Pow(2.0, -1022.0);

    /// <summary>What is wrong with a target, as a clause; null where nothing is.</summary>
    public static string? TargetFault(string loss, string activation, double[] y)
    {
        switch (loss)
        {
            case "cross-entropy" when y.Any(target => target < 0.0):
                return "cross-entropy takes targets of at least 0";
            case "cross-entropy" when activation == "softmax" && !(Math.Abs(y.Sum() - 1.0) <= TargetSumTolerance):
                return $"cross-entropy with softmax takes targets that add up to 1, and these add up to {y.Sum():R}";
            case "binary-cross-entropy" when y.Any(target => target is < 0.0 or > 1.0):
                return "binary-cross-entropy takes targets from 0 to 1";
            default:
                return null;
        }
    }

    /// <summary>Whether a logarithm that counts has lost its argument to underflow.</summary>
    public static bool IsSaturated(string loss, string activation, double[] a, double[] y)
    {
        bool binary = loss == "binary-cross-entropy";
        bool applies = binary || (loss == "cross-entropy" && activation == "softmax");
        for (int i = 0; i < y.Length && applies; i++)
        {
            bool yes = y[i] != 0.0 && a[i] < Threshold;
            bool no = binary && y[i] != 1.0 && 1.0 - a[i] == 0.0;
            if (yes || no)
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>L, from the outputs or, where it is saturated, from the weighted sums.</summary>
    public static NumberRange Loss(string loss, bool saturated, double[] z, double[] a, double[] y)
    {
        return (loss, saturated) switch
        {
            ("cross-entropy", false) => CrossEntropy(a, y),
            ("cross-entropy", true) => SaturatedCrossEntropy(z, y),
            ("binary-cross-entropy", false) => BinaryCrossEntropy(a, y, together: false).Or(BinaryCrossEntropy(a, y, together: true)),
            ("binary-cross-entropy", true) => SaturatedBinaryCrossEntropy(z, y),
            ("squared-error", _) => NumberRange.Exactly(0.5 * SumOfSquares(a, y)),
            _ => NumberRange.Exactly(SumOfSquares(a, y) / y.Length),
        };
    }

    /// <summary>dL/da of the last layer.</summary>
    public static double[] Gradient(string loss, bool saturated, double[] a, double[] y)
    {
        double smallest = saturated ? SmallestDivisor : double.NegativeInfinity;
        double[] gradient = new double[y.Length];
        for (int i = 0; i < y.Length; i++)
        {
            double yes = y[i] == 0.0 ? 0.0 : y[i] / Math.Max(a[i], smallest);
            double no = y[i] == 1.0 ? 0.0 : (1.0 - y[i]) / Math.Max(1.0 - a[i], smallest);
            gradient[i] = loss switch
            {
                "cross-entropy" => 0.0 - yes,
                "binary-cross-entropy" => 0.0 - yes + no,
                "squared-error" => a[i] - y[i],
                _ => 0.0 + (2.0 * (a[i] - y[i]) / y.Length),
            };
        }

        return gradient;
    }

    private static double SumOfSquares(double[] a, double[] y)
    {
        double sum = 0.0;
        for (int i = 0; i < y.Length; i++)
        {
            double error = a[i] - y[i];
            sum += error * error;
        }

        return sum;
    }

    private static NumberRange CrossEntropy(double[] a, double[] y)
    {
        NumberRange sum = NumberRange.Exactly(0.0);
        for (int i = 0; i < y.Length; i++)
        {
            sum += Term(y[i], a[i]);
        }

        return NumberRange.Exactly(0.0) - sum;
    }

    // DESIGN leaves open whether the two terms of a unit are added to each other first: both orders are right.
    private static NumberRange BinaryCrossEntropy(double[] a, double[] y, bool together)
    {
        NumberRange sum = NumberRange.Exactly(0.0);
        for (int i = 0; i < y.Length; i++)
        {
            NumberRange yes = Term(y[i], a[i]);
            NumberRange no = Term(1.0 - y[i], 1.0 - a[i]);
            sum = together ? sum + (yes + no) : sum + yes + no;
        }

        return NumberRange.Exactly(0.0) - sum;
    }

    // A term whose coefficient is 0 adds 0, also where its logarithm is infinite.
    private static NumberRange Term(double coefficient, double argument)
    {
        return coefficient == 0.0 ? NumberRange.Exactly(0.0) : coefficient * NumberRange.Ln(argument);
    }

    private static NumberRange SaturatedCrossEntropy(double[] z, double[] y)
    {
        NumberRange max = NumberRange.Exactly(z.Max());
        NumberRange logarithm = NumberRange.Ln(ActivationArithmetic.SumOfExponentials(z));
        NumberRange L = NumberRange.Exactly(0.0);
        for (int i = 0; i < z.Length; i++)
        {
            NumberRange surprise = logarithm + max - NumberRange.Exactly(z[i]);
            L += y[i] == 0.0 ? NumberRange.Exactly(0.0) : y[i] * surprise;
        }

        return L;
    }

    private static NumberRange SaturatedBinaryCrossEntropy(double[] z, double[] y)
    {
        NumberRange L = NumberRange.Exactly(0.0);
        for (int i = 0; i < z.Length; i++)
        {
            NumberRange shrunk = NumberRange.Exp(-Math.Abs(z[i]));
            NumberRange logarithm = NumberRange.Ln(NumberRange.Exactly(1.0) + shrunk);
            L += NumberRange.Exactly(Math.Max(z[i], 0.0) - (y[i] * z[i])) + logarithm;
        }

        return L;
    }
}
