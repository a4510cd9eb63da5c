namespace LoopNet.Spreadsheets;

/// <summary>What stands in cells for a loss made of logarithms where it saturates (docs/math.md, Saturation).</summary>
internal static class SaturationFormulas
{
    private const string Threshold = "2^-900";
    private const string SmallestDivisor = "2^-1022";

    /// <summary>Whether the loss of an example can saturate: the trace then takes its value from z, and a - y for dL/dz.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="output">The activation of the output layer.</param>
    public static bool IsPossible(Loss loss, Activation output) => (loss is CrossEntropy && output is Softmax) || loss is BinaryCrossEntropy;

    /// <summary>1 where it is saturated, else 0.</summary>
    /// <param name="loss">A loss that can saturate.</param>
    /// <param name="a">The cells of the outputs.</param>
    /// <param name="y">The cells of the targets.</param>
    public static string IsSaturated(Loss loss, string[] a, string[] y)
    {
        IEnumerable<string> cases = a.Zip(y, (a, y) => $"AND({y}<>0,{a}<{Threshold})");
        if (loss is BinaryCrossEntropy)
        {
            cases = cases.Concat(a.Zip(y, (a, y) => $"AND({y}<>1,1-{a}=0)"));
        }

        return $"IF(OR({string.Join(',', cases)}),1,0)";
    }

    /// <summary>The loss from the weighted sums.</summary>
    /// <param name="loss">A loss that can saturate.</param>
    /// <param name="z">The cells of the weighted sums.</param>
    /// <param name="y">The cells of the targets.</param>
    /// <param name="largest">The cell of the largest weighted sum; with softmax only.</param>
    /// <param name="sum">The cell of the sum of exponentials; with softmax only.</param>
    public static string Value(Loss loss, string[] z, string[] y, string? largest, string? sum)
    {
        return loss is BinaryCrossEntropy
            ? string.Join('+', z.Zip(y, (z, y) => $"(MAX({z},0)-{y}*{z}+LN(1+EXP(-ABS({z}))))"))
            : string.Join('+', z.Zip(y, (z, y) => $"IF({y}=0,0,{y}*(LN({sum})+{largest}-{z}))"));
    }

    /// <summary>A divisor that is kept from 0; where nothing is saturated it is the number itself.</summary>
    public static string Divisor(string number) => $"MAX({number},{SmallestDivisor})";
}
