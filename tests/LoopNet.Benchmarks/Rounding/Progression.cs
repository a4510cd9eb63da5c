namespace LoopNet.Benchmarks;

/// <summary>Equal steps around a circle: when does one come near its start?</summary>
internal static class Progression
{
    /// <summary>The smallest t of at least 0 for which start + t step, modulo 2^64, is less than <paramref name="width"/>.</summary>
    /// <param name="start">Where the progression starts.</param>
    /// <param name="step">What each step adds.</param>
    /// <param name="width">How near is near; at least 1.</param>
    /// <param name="limit">A t from here on is of no interest.</param>
    /// <returns>t; <paramref name="limit"/> where there is none below it.</returns>
    public static ulong First(ulong start, ulong step, ulong width, ulong limit)
    {
        if (start < width || limit == 0)
        {
            return 0;
        }

        // t step has to land in the interval that begins at -start. A long step forward is a short one backward.
        ulong low = unchecked(0UL - start);
        if (step > 1UL << 63)
        {
            step = unchecked(0UL - step);
            low = unchecked(start - (width - 1));
        }

        if (step == 0)
        {
            return limit;
        }

        ulong gap = Gap(low, step);
        if (gap < width)
        {
            return Math.Min((low / step) + (gap > 0 ? 1UL : 0UL), limit);
        }

        ulong rest = unchecked(0UL - step) % step;
        return FirstOfTurns(low, step, rest, width, limit, 0);
    }

    /// <summary>The same on a circle of <paramref name="modulus"/> points, for an interval that begins at <paramref name="low"/>, above 0.</summary>
    private static ulong First(ulong low, ulong step, ulong modulus, ulong width, ulong limit)
    {
        if (step == 0 || limit == 0)
        {
            return limit;
        }

        if (step > modulus - step)
        {
            step = modulus - step;
            low = modulus - (low + (width - 1));
        }

        ulong gap = Gap(low, step);
        if (gap < width)
        {
            return Math.Min((low / step) + (gap > 0 ? 1UL : 0UL), limit);
        }

        return FirstOfTurns(low, step, modulus % step, width, limit, modulus);
    }

    /// <summary>
    /// Where the interval lies between two points of the first turn, and so of no use: it is the points at which turns begin that move,
    /// in equal steps around a circle of one step. A <paramref name="modulus"/> of 0 stands for 2^64, and <paramref name="rest"/> is the modulus
    /// modulo the step.
    /// </summary>
    private static ulong FirstOfTurns(ulong low, ulong step, ulong rest, ulong width, ulong limit, ulong modulus)
    {
        double circle = modulus == 0 ? 18446744073709551616.0 : modulus;
        ulong turnLimit = Math.Min((ulong)(limit * (step / circle)) + 2, limit);
        ulong turns = First(low % step, (step - rest) % step, step, width, turnLimit);
        if (turns >= turnLimit)
        {
            return limit;
        }

        UInt128 way = turns * (modulus == 0 ? UInt128.One << 64 : modulus);
        return (ulong)UInt128.Min((way + low + (step - 1)) / step, limit);
    }

    /// <summary>From <paramref name="low"/> to the next multiple of <paramref name="step"/>.</summary>
    private static ulong Gap(ulong low, ulong step)
    {
        ulong over = low % step;
        return over == 0 ? 0 : step - over;
    }
}
