using LoopNet.Verifying;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>One of the three functions, by its name, with its phases.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Value">The function.</param>
/// <param name="Verifying">The same in the arithmetic of the verifier of traces.</param>
/// <param name="Quick">The estimate of the quick phase without its test, for arguments that are not special.</param>
/// <param name="Accurate">The accurate phase, which begins with so many bits, for arguments that are not special.</param>
internal sealed record RoundedFunction(
    string Name,
    Func<double, double> Value,
    Func<double, double> Verifying,
    Func<double, double> Quick,
    Func<double, int, double> Accurate)
{
    public static RoundedFunction Named(string name) => All.Single(function => function.Name == name);

    /// <summary>All three.</summary>
    public static readonly RoundedFunction[] All =
    [
        new("exp", CorrectlyRounded.Exp, Nearest.Exp, QuickExponential, LoopNet.Accurate.Exp),
        new("log", CorrectlyRounded.Log, Nearest.Ln, QuickLogarithm, (x, bits) => LoopNet.Accurate.Log(x, Math.Log(x), bits)),
        new("tanh", CorrectlyRounded.Tanh, Nearest.Tanh, QuickTangent, (x, bits) => Math.CopySign(LoopNet.Accurate.Tanh(Math.Abs(x), bits), x)),
    ];

    public static TheoryData<string> Names => [.. All.Select(function => function.Name)];

    /// <summary>The accurate phase's enclosure of the value; of tanh, that of the size of x.</summary>
    public Enclosure Enclose(double x, int bits)
    {
        return Name switch
        {
            "exp" => LoopNet.Accurate.Exp(Dyadic.Of(x), bits),
            "log" => LoopNet.Accurate.Log(Dyadic.Of(x), Dyadic.Of(Math.Log(x)), bits),
            _ => LoopNet.Accurate.Tanh(Dyadic.Of(Math.Abs(x)), bits),
        };
    }

    private static double QuickExponential(double x)
    {
        QuickExp.Estimate(x, out double high, out double low, out long m);
        return Math.ScaleB(high + low, (int)m);
    }

    private static double QuickLogarithm(double x)
    {
        QuickLog.Estimate(x, out double high, out double low);
        return high + low;
    }

    private static double QuickTangent(double x)
    {
        QuickTanh.Estimate(Math.Abs(x), out double high, out double low);
        return Math.CopySign(high + low, x);
    }
}
