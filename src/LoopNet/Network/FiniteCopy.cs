using System.Diagnostics;

namespace LoopNet;

/// <summary>Copies parameters and samples where they enter: every number has to be finite, and -0.0 becomes 0.0.</summary>
/// <remarks>With no -0.0 among parameters and inputs, an input that is 0 changes no bit of any sum.</remarks>
[DebuggerStepThrough]
internal static class FiniteCopy
{
    /// <summary>A copy of <paramref name="numbers"/> without -0.0.</summary>
    /// <param name="numbers">Any finite numbers.</param>
    /// <param name="what">What they are, for the message.</param>
    /// <exception cref="ArgumentException">A number is infinite or not a number.</exception>
    public static double[] Of(double[] numbers, string what)
    {
        ArgumentNullException.ThrowIfNull(numbers);
        double[] copy = new double[numbers.Length];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.IsFinite(numbers[i]))
            {
                throw new ArgumentException(Invariant($"Number {i} of the {what} is {numbers[i]}; it has to be finite."), nameof(numbers));
            }

            copy[i] = numbers[i] + 0.0;
        }

        return copy;
    }
}
