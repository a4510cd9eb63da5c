using System.Globalization;

namespace LoopNet.Cli;

/// <summary>The axis of the loss: from 0 to a round number, or over powers of ten where the losses span a wide range.</summary>
/// <remarks>It always has four or five equal steps.</remarks>
internal sealed class LossAxis
{
    // Below this ratio of the largest loss to the smallest, an axis from 0 still shows the small ones.
    private const double WideRange = 1000.0;

    private const double Smallest = 1e-12;
    private const double Largest = 3e300;

    // Round ends of an axis, as multiples of a power of ten, each with its number of steps: all steps are 1, 2 or 5 times a power of ten.
    private static readonly (double End, int Steps)[] RoundEnds = [(1.0, 5), (2.0, 4), (2.5, 5), (4.0, 4), (5.0, 5), (8.0, 4), (10.0, 5)];

    private readonly Func<double, double> _fraction;

    private LossAxis(string title, (double Fraction, string Label)[] ticks, Func<double, double> fraction)
    {
        Title = title;
        Ticks = ticks;
        _fraction = fraction;
    }

    /// <summary>What the axis measures, and how.</summary>
    public string Title { get; }

    /// <summary>Five or six marks: where each is, from 0 to 1 in equal steps, and what is written there.</summary>
    public (double Fraction, string Label)[] Ticks { get; }

    /// <summary>Chooses the axis for some losses.</summary>
    /// <param name="losses">Finite numbers, at least one.</param>
    public static LossAxis Of(IEnumerable<double> losses)
    {
        double[] numbers = [.. losses.Select(loss => Math.Min(loss, Largest))];
        double largest = numbers.Max();
        double smallest = numbers.Min();
        bool isWide = smallest >= Smallest && largest / smallest >= WideRange;
        return isWide ? Logarithmic(smallest, largest) : Linear(largest);
    }

    /// <summary>Where a loss is on the axis: 0 at its start, 1 at its end.</summary>
    public double Fraction(double loss) => Math.Clamp(_fraction(loss), 0.0, 1.0);

    private static LossAxis Linear(double largest)
    {
        // A loss of nothing but 0 is shown on an axis to 1.
        double reach = largest < Smallest ? 1.0 : largest;
        int exponent = (int)Math.Floor(Math.Log10(reach));
        double unit = Math.Pow(10.0, exponent);
        (double end, int steps) = RoundEnds.First(round => round.End * unit >= reach || round.End == 10.0);

        // Very small and very large numbers are written without their power of ten, which then stands in the title.
        bool isOrdinary = exponent is >= -3 and <= 4;
        double multiple = isOrdinary ? end * unit : end;
        double step = multiple / steps;
        int decimals = Math.Max(0, -(int)Math.Floor(Math.Log10(step) + 1e-9));
        (double Fraction, string Label)[] ticks = Marks(steps, tick => (step * tick).ToString(Invariant($"F{decimals}"), CultureInfo.InvariantCulture));
        string title = isOrdinary ? "loss" : $"loss in {NumberText.PowerOfTen(exponent)}";
        return new LossAxis(title, ticks, loss => loss / (end * unit));
    }

    private static LossAxis Logarithmic(double smallest, double largest)
    {
        int highest = (int)Math.Ceiling(Math.Log10(largest) - 1e-9);
        int decades = highest - (int)Math.Floor(Math.Log10(smallest) + 1e-9);
        int decadesPerStep = (decades + 4) / 5;
        int steps = decadesPerStep * 4 >= decades ? 4 : 5;
        int lowest = highest - (steps * decadesPerStep);
        (double Fraction, string Label)[] ticks = Marks(steps, tick => NumberText.PowerOfTen(lowest + (tick * decadesPerStep)));
        double span = steps * decadesPerStep;
        return new LossAxis("loss, logarithmic", ticks, loss => (Math.Log10(Math.Max(loss, Smallest)) - lowest) / span);
    }

    private static (double Fraction, string Label)[] Marks(int steps, Func<int, string> label)
    {
        return [.. Enumerable.Range(0, steps + 1).Select(tick => ((double)tick / steps, label(tick)))];
    }
}
