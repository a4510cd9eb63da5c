using System.Diagnostics;
using System.Globalization;

namespace LoopNet;

/// <summary>Why a number of a training step is probably not finite, from the numbers that the step began with.</summary>
[DebuggerStepThrough]
internal static class LikelyCause
{
    // Inputs and parameters of a network that learns are far below.
    private const double Large = 1000.0;

    /// <summary>The cause and what to do, as a clause.</summary>
    /// <param name="network">The network before the step.</param>
    /// <param name="x">The input of the sample at which the step stopped.</param>
    public static string Of(Network network, double[] x)
    {
        double input = Largest(x);
        if (input > Large)
        {
            return $"an input is {Text(input)} in size: scale the inputs to about 1";
        }

        int layer = 1;
        double parameter = 0.0;
        for (int l = 1; l <= network.Layers.Length; l++)
        {
            double largest = Largest(network.Layers[l - 1]);
            if (largest > parameter)
            {
                layer = l;
                parameter = largest;
            }
        }

        return parameter > Large
            ? Invariant($"a parameter of layer {layer} is {Text(parameter)} in size: a smaller learning rate may help")
            : "the numbers grow from layer to layer: a smaller learning rate or smaller first weights may help";
    }

    private static double Largest(Layer layer)
    {
        double largest = layer.b is null ? 0.0 : Largest(layer.b);
        foreach (double[] row in layer.W)
        {
            largest = Math.Max(largest, Largest(row));
        }

        return largest;
    }

    // What is not a number counts as infinite: an update overflowed before.
    private static double Largest(double[] numbers)
    {
        double largest = 0.0;
        foreach (double number in numbers)
        {
            largest = Math.Max(largest, double.IsNaN(number) ? double.PositiveInfinity : Math.Abs(number));
        }

        return largest;
    }

    private static string Text(double number) => number.ToString("G2", CultureInfo.InvariantCulture);
}
