using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Checking;

/// <summary>A number as somebody wrote it: its value, and how much its last written digit is worth.</summary>
/// <remarks>
/// The digits are those of the literal: <c>0.0360</c> has three significant digits and a unit of 0.0001, <c>3.6e-2</c> two
/// and 0.001, <c>100</c> three and 1.
/// </remarks>
[DebuggerDisplay("{Text}")]
public sealed partial class WrittenNumber
{
    /// <summary>How far from the right number an exact answer may be, relative to it.</summary>
    public const double RelativeTolerance = 1e-12;

    /// <summary>How far from the right number an exact answer may be, whatever its size.</summary>
    public const double AbsoluteTolerance = 1e-14;

    // The right number has errors of its own, in its last bits: a tie may fall to either side of them.
    private const double SlackOfUnit = 1e-9;
    private const double SlackOfValue = 1e-15;

    private const int DigitsForLastDigit = 3;

    private WrittenNumber(string text, double value, double unit, int significantDigits)
    {
        Text = text;
        Value = value;
        Unit = unit;
        SignificantDigits = significantDigits;
    }

    /// <summary>The literal.</summary>
    public string Text { get; }

    /// <summary>The nearest double.</summary>
    public double Value { get; }

    /// <summary>What one step of the last written digit is worth.</summary>
    public double Unit { get; }

    /// <summary>How many places after the point the last written digit has; below 0 where it stands before the units.</summary>
    public int Decimals { get; private init; }

    /// <summary>The written digits from the first that is not 0; 0 for a zero.</summary>
    public int SignificantDigits { get; }

    /// <summary>Reads a literal; null where the text is no finite decimal number.</summary>
    /// <param name="text">For example <c>0.0360</c>, <c>-.5</c>, <c>+1</c> or <c>3.6e-2</c>; spaces around it do not count.</param>
    public static WrittenNumber? Read(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string literal = text.Trim().Replace('\u2212', '-');
        Match match = LiteralPattern().Match(literal);
        if (!match.Success || !double.TryParse(literal, NumberStyles.Float, CultureInfo.InvariantCulture, out double value) || !double.IsFinite(value))
        {
            return null;
        }

        string digits = match.Groups["digits"].Value;
        int point = digits.IndexOf('.', StringComparison.Ordinal);
        int decimals = point < 0 ? 0 : digits.Length - point - 1;
        _ = int.TryParse(match.Groups["exponent"].Value, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out int exponent);
        double unit = double.Parse(Invariant($"1e{exponent - decimals}"), CultureInfo.InvariantCulture);
        string significant = digits.Replace(".", "", StringComparison.Ordinal).TrimStart('0');
        return new WrittenNumber(text.Trim(), value + 0.0, unit, significant.Length) { Decimals = decimals - exponent };
    }

    /// <summary>The number that was written, divided by the factor of its label, and with it what its last digit is worth: as many digits count as before.</summary>
    /// <param name="factor">The factor, not 0.</param>
    public WrittenNumber Over(double factor)
    {
        return factor == 1.0 ? this : new WrittenNumber(Text, (Value / factor) + 0.0, Unit / Math.Abs(factor), SignificantDigits) { Decimals = Decimals };
    }

    /// <summary>Compares with the right number.</summary>
    /// <param name="right">The right number.</param>
    public Verdict Judge(double right)
    {
        if (IsExact(right))
        {
            return Verdict.Exact;
        }

        double distance = Math.Abs(Value - right);
        double slack = Slack(right);
        if (distance <= (0.5 * Unit) + slack)
        {
            return SignificantDigits > 0 ? Verdict.Rounded : Verdict.TooCoarse;
        }

        // One unit off the rounded number is up to one and a half units off the number itself. A short decimal needs no rounding.
        bool oneUnit = distance <= (1.5 * Unit) + slack && Value * right > 0.0;
        return oneUnit && SignificantDigits >= DigitsForLastDigit && !IsMultipleOfUnit(right) ? Verdict.LastDigit : Verdict.Wrong;
    }

    /// <summary>Compares with a number that is copied, or that its place alone decides: right or wrong, since nothing is rounded on the way to it.</summary>
    /// <param name="right">The right number.</param>
    public Verdict JudgeCopy(double right)
    {
        Verdict verdict = Judge(right);
        return verdict is Verdict.Exact or Verdict.Rounded ? verdict : Verdict.Wrong;
    }

    /// <summary>Whether another number is this one to within a certain number of units of its last written digit.</summary>
    /// <param name="number">The other number, which may be infinite or not a number: then it is not.</param>
    /// <param name="units">How many units it may be off.</param>
    /// <param name="allowance">How far it may be off beyond them.</param>
    public bool IsWithin(double number, double units, double allowance = 0.0)
    {
        return IsExact(number) || Math.Abs(Value - number) <= (units * Unit) + allowance + Slack(number);
    }

    private bool IsMultipleOfUnit(double number)
    {
        double units = number / Unit;
        return Math.Abs(units - Math.Round(units)) <= 1e-6;
    }

    private bool IsExact(double number)
    {
        double distance = Math.Abs(Value - number);
        return distance <= AbsoluteTolerance || distance <= RelativeTolerance * Math.Abs(number);
    }

    private double Slack(double number) => (SlackOfUnit * Unit) + (SlackOfValue * Math.Abs(number));

    [GeneratedRegex(@"^[+-]?(?<digits>[0-9]+\.?[0-9]*|\.[0-9]+)([eE](?<exponent>[+-]?[0-9]{1,6}))?$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex LiteralPattern();
}
