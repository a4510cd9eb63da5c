using System.Globalization;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Finds the accident that makes one number of another.</summary>
internal sealed class Slips(Recalculation recalculation)
{
    private const double Kinds = 3.0;
    private const double Exception = 3.0;
    private const int MostShifted = 3;
    private const int FewestDigits = 2;

    /// <summary>The likeliest slip that makes what was written of a certain value; null where none does.</summary>
    /// <param name="number">The number.</param>
    /// <param name="value">The value that was meant.</param>
    public Slip? Of(int number, double value)
    {
        AskedNumber asked = recalculation.Asked[number];
        WrittenNumber written = asked.AsWritten;
        if (!double.IsFinite(value))
        {
            return null;
        }

        if (value == 0.0)
        {
            return OfBias(asked, value);
        }

        double meant = asked.Factor * value;
        if (written.SignificantDigits >= FewestDigits && Judged(written, -meant))
        {
            return new Slip(meant < 0.0 ? "the minus sign is lost" : "a minus sign too many", Exception + Kinds);
        }

        return OfPoint(written, meant) ?? OfDigits(written, meant) ?? OfNeighbour(number, value) ?? OfBias(asked, value);
    }

    private static bool Judged(WrittenNumber written, double value) => written.Judge(value) is Verdict.Exact or Verdict.Rounded;

    private static Slip? OfPoint(WrittenNumber written, double value)
    {
        bool isTelling = IsTelling(written);
        double power = 1.0;
        for (int places = 1; places <= MostShifted && isTelling; places++)
        {
            power *= 10.0;
            if (Judged(written, value * power) || Judged(written, value / power))
            {
                string far = places == 1 ? "one place" : Invariant($"{places} places");
                return new Slip($"the decimal point is {far} too far to the {(Judged(written, value * power) ? "right" : "left")}", Exception + Kinds + 2.0);
            }
        }

        return null;
    }

    // A 1 that stands for 0.01, or for a neighbour's 1, may be anything.
    private static bool IsTelling(WrittenNumber written) => Digits(As(written, written.Value)).Trim('0').Length >= FewestDigits;

    // Both numbers with the digits that were written, one under the other.
    private static Slip? OfDigits(WrittenNumber written, double value)
    {
        string one = Digits(As(written, value));
        string other = Digits(As(written, written.Value));
        if (one.Length != other.Length || one.Length < FewestDigits || Math.Sign(value) != Math.Sign(written.Value))
        {
            return OfLength(one, other);
        }

        int[] differing = [.. Enumerable.Range(0, one.Length).Where(i => one[i] != other[i])];
        double places = Functions.Log2(one.TrimStart('0').Length);
        if (differing is [int first, int second] && second == first + 1 && one[first] == other[second] && one[second] == other[first])
        {
            return new Slip($"the digits {one[first]} and {one[second]} are exchanged", Exception + Kinds + places);
        }

        if (differing.Length == 1)
        {
            return new Slip($"the digit {one[differing[0]]} is written as {other[differing[0]]}", Exception + Kinds + places + 2.0);
        }

        // A carry that was lost, or one too many, changes several digits but is one unit of one place.
        double difference = Math.Abs(written.Value - value) / written.Unit;
        double unit = 10.0;
        while (unit < difference - 0.51)
        {
            unit *= 10.0;
        }

        return Math.Abs(difference - unit) <= 0.51 ? new Slip("one unit of one digit is off, as from a carry", Exception + Kinds + places + 1.0) : null;
    }

    private static Slip? OfLength(string one, string other)
    {
        (string shorter, string longer) = (one.TrimStart('0'), other.TrimStart('0'));
        if (shorter.Length != longer.Length + 1 || longer.Length < FewestDigits)
        {
            return null;
        }

        for (int i = 0; i < shorter.Length; i++)
        {
            if (shorter.Remove(i, 1) == longer)
            {
                return new Slip($"the digit {shorter[i]} is left out", Exception + Kinds + Functions.Log2(shorter.Length));
            }
        }

        return null;
    }

    private Slip? OfNeighbour(int number, double value)
    {
        AskedNumber asked = recalculation.Asked[number];
        if (asked.Written.SignificantDigits < FewestDigits + 1 || !IsTelling(asked.AsWritten))
        {
            return null;
        }

        for (int i = 0; i < recalculation.Asked.Count; i++)
        {
            AskedNumber other = recalculation.Asked[i];
            bool elsewhere = Math.Abs(other.Name.Step - asked.Name.Step) == 1 || other.Name.Sample != asked.Name.Sample;
            bool neighbour = i != number && !elsewhere && other.Tensor.Kind == asked.Tensor.Kind && other.Tensor.Layer == asked.Tensor.Layer;
            if (neighbour && Judged(asked.Written, recalculation.Right[i]) && !asked.IsRight(value))
            {
                return new Slip($"this is the number of {other.Called}", Exception + Kinds + Functions.Log2(Math.Max(2, asked.Tensor.Shape.Aggregate(2, (size, length) => size * length))));
            }
        }

        return null;
    }

    // A short bias misread: the sum is off by whole units of its last digit.
    private Slip? OfBias(AskedNumber asked, double value)
    {
        Layer? layer = asked.Tensor.Layer == 0 ? null : recalculation.Example.Network.Layers[asked.Tensor.Layer - 1];
        bool isSum = asked.Tensor.Kind == TensorKind.z || (asked.Tensor.Kind == TensorKind.a && layer?.Activation is Identity);
        if (!isSum || asked.Name.Step > 1 || layer?.b is not double[] b)
        {
            return null;
        }

        double bias = b[asked.Name.Index[^1]];
        WrittenNumber right = WrittenNumber.Read(bias.ToString(CultureInfo.InvariantCulture))!;
        double units = (asked.Written.Value - value) / right.Unit;
        bool isWhole = Math.Abs(units - Math.Round(units)) < 1e-6 && Math.Abs(units) < 10.0;
        string read = As(right, bias + (Math.Round(units) * right.Unit));
        return isWhole ? new Slip($"off by {As(asked.Written, asked.Written.Value - value)}, as if the bias were {read}", Exception + Kinds + Functions.Log2(Math.Abs(units)) + 1.0) : null;
    }

    // A value with as many digits after the point as were written.
    private static string As(WrittenNumber written, double value)
    {
        if (written.Decimals is >= 0 and <= 20 && Math.Abs(value) < 1e15)
        {
            return value.ToString(Invariant($"F{written.Decimals}"), CultureInfo.InvariantCulture);
        }

        return value.ToString(Invariant($"E{Math.Max(0, written.SignificantDigits - 1)}"), CultureInfo.InvariantCulture);
    }

    private static string Digits(string number) => string.Concat(number.Where(char.IsAsciiDigit));
}
