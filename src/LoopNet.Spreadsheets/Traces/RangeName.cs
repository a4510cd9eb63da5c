using System.Text.RegularExpressions;

namespace LoopNet.Spreadsheets;

/// <summary>The names of tensors as a spreadsheet takes them: <c>W1</c> would be a cell there, and <c>/</c> divides.</summary>
public static partial class RangeName
{
    /// <summary>The name, for example <c>dL_dW_1</c>, <c>W_1_new</c> or <c>z_2.s0</c>.</summary>
    /// <param name="symbol">The name of the tensor, for example <c>dL/dW1</c>.</param>
    /// <param name="sample">Its sample, where a step has several; else null.</param>
    public static string Of(string symbol, int? sample)
    {
        ArgumentNullException.ThrowIfNull(symbol);
        string name = LayerPattern().Replace(symbol, "_").Replace('/', '_').Replace(' ', '_').Replace("'", "_new", StringComparison.Ordinal);
        return sample is int s ? Invariant($"{name}.s{s}") : name;
    }

    [GeneratedRegex("(?<=[A-Za-z])(?=[0-9])", RegexOptions.None, 30_000)]
    private static partial Regex LayerPattern();
}
