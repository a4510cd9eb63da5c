using System.Globalization;
using System.Runtime.InteropServices;

namespace LoopNet.Tracing;

/// <summary>By what a label multiplies a number of LoopNet: a number with its sign, a power of eta and a power of N.</summary>
/// <param name="Number">The number, not 0; its sign is the sign of the whole.</param>
/// <param name="Eta">The power of the learning rate.</param>
/// <param name="N">The power of the number of samples of the update.</param>
[StructLayout(LayoutKind.Auto)]
public readonly record struct LabelFactor(double Number, int Eta, int N)
{
    /// <summary>Nothing is changed.</summary>
    public static LabelFactor One { get; } = new(1.0, 0, 0);

    /// <summary>The other sign.</summary>
    public static LabelFactor Minus { get; } = new(-1.0, 0, 0);

    /// <summary>The learning rate.</summary>
    public static LabelFactor OfEta { get; } = new(1.0, 1, 0);

    /// <summary>Whether it is below 0.</summary>
    public bool IsNegative => Number < 0.0;

    /// <summary>The factor that undoes it.</summary>
    public LabelFactor Inverse => new(1.0 / Number, -Eta, -N);

    /// <summary>Both factors, one after the other.</summary>
    public LabelFactor Times(LabelFactor other) => new(Number * other.Number, Eta + other.Eta, N + other.N);

    /// <summary>Its size, without the sign.</summary>
    public LabelFactor Magnitude => this with { Number = Math.Abs(Number) };

    /// <summary>Its value.</summary>
    /// <param name="eta">The learning rate.</param>
    /// <param name="n">The number of samples of the update.</param>
    public double Value(double eta, int n)
    {
        double value = Number;
        value = Eta < 0 ? value / Product(eta, -Eta) : value * Product(eta, Eta);
        return N < 0 ? value / Product(n, -N) : value * Product(n, N);
    }

    /// <summary>The factor before what it multiplies, for example <c>-eta dL/dW1</c>, <c>-dL/dz2</c> or, where it changes nothing, <c>z1</c>.</summary>
    /// <param name="name">What it multiplies.</param>
    public string Before(string name) => ToString() is string factor && factor is not ("" or "-") ? $"{factor} {name}" : $"{this}{name}";

    /// <summary>The factor in symbols, for example <c>-eta</c>, <c>1/N</c> or <c>2 eta</c>; <c>-</c> for the other sign alone, empty where it changes nothing.</summary>
    public override string ToString() => Written("eta", "N", " ");

    /// <summary>The factor in numbers, for example <c>-0.5</c> or <c>1/3</c>; <c>-</c> for the other sign alone, empty where it changes nothing.</summary>
    /// <param name="eta">The learning rate, written.</param>
    /// <param name="n">The number of samples of the update.</param>
    public string InNumbers(string eta, int n) => Written(eta, n.ToString(CultureInfo.InvariantCulture), "*");

    private string Written(string eta, string n, string times)
    {
        List<string> parts = [];
        double size = Math.Abs(Number);
        if (size != 1.0)
        {
            double turned = Math.Round(1.0 / size);
            bool isPart = size < 1.0 && Math.Abs((turned * size) - 1.0) < 1e-12;
            parts.Add(isPart ? Invariant($"1/{turned}") : Invariant($"{size}"));
        }

        Add(parts, eta, Eta);
        Add(parts, n, N);
        return (IsNegative ? "-" : "") + string.Join(times, parts);
    }

    private static void Add(List<string> parts, string symbol, int power)
    {
        for (int time = 0; time < Math.Abs(power); time++)
        {
            parts.Add(power > 0 ? symbol : $"1/{symbol}");
        }
    }

    private static double Product(double number, int power)
    {
        double product = 1.0;
        for (int time = 0; time < power; time++)
        {
            product *= number;
        }

        return product;
    }
}
