using System.Globalization;

namespace LoopNet.Cli;

/// <summary>How many digits are for training and how many for testing: percents where both add up to 100, else digits.</summary>
/// <param name="Training">The part for training, at least 1.</param>
/// <param name="Test">The part for testing, at least 1.</param>
internal sealed record Split(int Training, int Test)
{
    private const int Percents = 100;

    private long Sum => (long)Training + Test;

    /// <summary>Reads the value of <c>--split</c>.</summary>
    /// <param name="text">For example <c>90/10</c> (percents) or <c>41000/1000</c> (digits).</param>
    /// <exception cref="UsageException">The value is none.</exception>
    public static Split Parse(string text)
    {
        string[] parts = text.Split('/');
        bool isSplit = parts.Length == 2
            & int.TryParse(parts[0], NumberStyles.Integer, CultureInfo.InvariantCulture, out int training)
            & int.TryParse(parts[^1], NumberStyles.Integer, CultureInfo.InvariantCulture, out int test);
        if (!isSplit || training < 1 || test < 1)
        {
            throw new UsageException($"--split is two whole numbers over 0, in percent as in 90/10 or in digits as in 41000/1000, not '{text}'");
        }

        return new Split(training, test);
    }

    /// <summary>Splits a number of digits.</summary>
    /// <exception cref="UsageException">There are not as many digits.</exception>
    public (int Training, int Test) Of(int count)
    {
        if (Sum != Percents)
        {
            return Sum <= count
                ? (Training, Test)
                : throw new UsageException(Invariant($"--split {this} needs {Sum:N0} digits, but there are {count:N0}"));
        }

        int training = (int)((long)count * Training / Percents);
        return training >= 1 && training < count
            ? (training, count - training)
            : throw new UsageException(Invariant($"--split {this} of {count:N0} digits leaves none to train on or none to test with"));
    }

    /// <summary>The split as it is written on a command line.</summary>
    public override string ToString() => Invariant($"{Training}/{Test}");
}
