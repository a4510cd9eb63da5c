using LoopNet.Tracing;

namespace LoopNet.Spreadsheets;

/// <summary>How an activation that works on each unit alone is computed in a cell: its value (F2) and, side by side, its derivative (the diagonal of B2).</summary>
internal static class ActivationFormulas
{
    /// <summary>One output.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">The cell of its weighted sum.</param>
    /// <param name="slope">The name of the slope, where the activation has one.</param>
    /// <exception cref="TraceException">There is no formula of this activation.</exception>
    /// <remarks>Sigmoid has two forms of one number, as in the code: neither has an exponential that overflows.</remarks>
    public static string Value(Activation activation, string z, string slope)
    {
        return Kind(activation) switch
        {
            nameof(Sigmoid) => $"IF({z}>=0,1/(1+EXP(-{z})),EXP({z})/(1+EXP({z})))",
            nameof(Tanh) => $"TANH({z})",
            nameof(Relu) => $"IF({z}>0,{z},0)",
            nameof(LeakyRelu) => $"IF({z}>0,{z},{slope}*{z})",
            nameof(Identity) => z,
            _ => throw Unknown(activation),
        };
    }

    /// <summary>The derivative of one output.</summary>
    /// <param name="activation">The activation.</param>
    /// <param name="z">The cell of its weighted sum.</param>
    /// <param name="a">The cell of the output.</param>
    /// <param name="slope">The name of the slope, where the activation has one.</param>
    /// <exception cref="TraceException">There is no formula of this activation.</exception>
    public static string Derivative(Activation activation, string z, string a, string slope)
    {
        return Kind(activation) switch
        {
            nameof(Sigmoid) => $"{a}*(1-{a})",
            nameof(Tanh) => $"1-{a}*{a}",
            nameof(Relu) => $"IF({z}>0,1,0)",
            nameof(LeakyRelu) => $"IF({z}>0,1,{slope})",
            nameof(Identity) => "1",
            _ => throw Unknown(activation),
        };
    }

    // A class derived from one of LoopNet's may compute something else.
    private static string Kind(Activation activation) => activation.GetType().Assembly == typeof(Activation).Assembly ? activation.GetType().Name : "";

    private static TraceException Unknown(Activation activation)
    {
        return new TraceException($"A workbook has no formula for the activation {activation.Name}: write this trace as txt or jsonl.");
    }
}
