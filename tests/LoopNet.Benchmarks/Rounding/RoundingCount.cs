using System.Globalization;
using LoopNet.Tests.CorrectRounding;

namespace LoopNet.Benchmarks;

/// <summary>
/// Tries the correctly rounded functions on as many random arguments as asked for, and counts: how often the accurate phase was needed, how
/// often the platform's function gives another double, and how many results are wrong.
/// </summary>
/// <remarks>
/// Each result that differs from the platform's, and one of a hundred others, is computed again by the accurate phase. Vectors are compared with
/// the function for one number, all of them.
/// </remarks>
internal sealed class RoundingCount
{
    /// <summary>How the command is used.</summary>
    public const string Usage = "usage: rounding COUNT   (random arguments for each function, rounded up to 250)";

    private const int OneOf = 100;

    private delegate bool Phase(double x, out double nearest);

    private readonly string _name;
    private readonly Func<double, double> _function;
    private readonly Func<double, double> _platform;
    private readonly Func<double, double, double> _accurate;
    private readonly Phase _quick;
    private readonly RoundedKernels? _vectors;

    private long _tried;
    private long _accurateTaken;
    private long _differing;
    private long _checked;
    private long _wrong;
    private long _wrongInVectors;

    private RoundingCount(string name, Func<double, double> function, Func<double, double> platform, Func<double, double, double> accurate, Phase quick, bool inVectors)
    {
        _name = name;
        _function = function;
        _platform = platform;
        _accurate = accurate;
        _quick = quick;
        _vectors = inVectors ? RoundedKernels.In(LaneCounts.Most) : null;
    }

    /// <summary>Tries and prints a table.</summary>
    /// <returns>0 where no result is wrong; 1 where one is; 2 where the command line is wrong.</returns>
    public static int Run(ReadOnlySpan<string> words, TextWriter output, TextWriter error)
    {
        if (words is not [string word] || !long.TryParse(word, NumberStyles.None, CultureInfo.InvariantCulture, out long count))
        {
            error.WriteLine(Usage);
            return 2;
        }

        RoundingCount[] counts =
        [
            new("exp", CorrectlyRounded.Exp, Math.Exp, (x, _) => Accurate.Exp(x), QuickExp.TryRound, inVectors: true),
            new("log", CorrectlyRounded.Log, Math.Log, (x, near) => Accurate.Log(x, near), QuickLog.TryRound, inVectors: false),
            new("tanh", CorrectlyRounded.Tanh, Math.Tanh, (x, _) => Math.CopySign(Accurate.Tanh(Math.Abs(x)), x), (x, out nearest) => QuickTanh.TryRound(Math.Abs(x), out nearest), inVectors: true),
        ];
        output.WriteLine("| function | arguments | accurate phase taken | one of | other double than the platform's | checked by the accurate phase | wrong | wrong in vectors |");
        output.WriteLine("|---|---|---|---|---|---|---|---|");
        foreach (RoundingCount one in counts)
        {
            for (int block = 0; one._tried < count; block++)
            {
                one.Try(RandomArguments.Block(one._name, block));
            }

            output.WriteLine(one.Row());
        }

        return counts.Any(one => one._wrong + one._wrongInVectors > 0) ? 1 : 0;
    }

    private void Try(double[] arguments)
    {
        double[] values = [.. arguments.Select(_function)];
        for (int place = 0; place < arguments.Length; place++)
        {
            double x = arguments[place];
            double platform = _platform(x);
            bool differs = !platform.Equals(values[place]);
            _differing += differs ? 1 : 0;
            if (!IsOrdinary(x))
            {
                continue;
            }

            _accurateTaken += _quick(x, out _) ? 0 : 1;
            if (differs || place % OneOf == 0)
            {
                _checked++;
                _wrong += _accurate(x, platform).Equals(values[place]) ? 0 : 1;
            }
        }

        _tried += arguments.Length;
        if (_vectors is not null)
        {
            double[] inVectors = _vectors.Values(_name, arguments);
            _wrongInVectors += values.Zip(inVectors).Count(pair => BitConverter.DoubleToInt64Bits(pair.First) != BitConverter.DoubleToInt64Bits(pair.Second));
        }
    }

    // Neither settled at a glance nor, for exp, subnormal.
    private bool IsOrdinary(double x)
    {
        return _name switch
        {
            "exp" => Math.Abs(x) >= Math.ScaleB(1.0, -54) && x > -708.39 && x < 709.78,
            "log" => x > 0.0 && x != 1.0,
            _ => Math.Abs(x) >= Math.ScaleB(1.0, -27) && Math.Abs(x) < 19.0625,
        };
    }

    private string Row()
    {
        string oneOf = _accurateTaken == 0 ? "-" : (_tried / _accurateTaken).ToString("N0");
        string vectors = _vectors is null ? "-" : _wrongInVectors.ToString("N0");
        return $"| {_name} | {_tried:N0} | {_accurateTaken:N0} | {oneOf} | {_differing:N0} ({100.0 * _differing / _tried:F3} %) | {_checked:N0} | {_wrong:N0} | {vectors} |";
    }
}
