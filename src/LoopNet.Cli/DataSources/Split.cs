namespace LoopNet.Cli;

/// <summary>The value of <c>--split</c>: how many digits are for training and how many for testing.</summary>
internal sealed record Split
{
    private const int Percent = 100;

    private readonly int _training;
    private readonly int _test;

    private Split(int training, int test)
    {
        _training = training;
        _test = test;
    }

    private bool IsOfPercents => (long)_training + _test == Percent;

    /// <summary>Reads a value.</summary>
    /// <param name="text">For example <c>90/10</c> (percents, which add up to 100) or <c>41000/1000</c> (digits).</param>
    /// <exception cref="UsageException">The value is none.</exception>
    public static Split Parse(string text)
    {
        string[] parts = text.Split('/');
        bool isSplit = parts.Length == 2
            & int.TryParse(parts[0], out int training)
            & int.TryParse(parts[^1], out int test);
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
        if (!IsOfPercents)
        {
            return (long)_training + _test <= count
                ? (_training, _test)
                : throw new UsageException($"--split {this} needs {(long)_training + _test:N0} digits, but there are {count:N0}");
        }

        int training = (int)((long)count * _training / Percent);
        return training >= 1 && training < count
            ? (training, count - training)
            : throw new UsageException($"--split {this} of {count:N0} digits leaves none to train on or none to test with");
    }

    /// <summary>The value as it was given.</summary>
    public override string ToString() => $"{_training}/{_test}";
}
