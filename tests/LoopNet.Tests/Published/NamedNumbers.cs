using System.Globalization;

namespace LoopNet.Tests.Published;

/// <summary>The numbers of an example's steps by the names that traces give them: <c>dL/dW1[0,1]</c>, <c>2/0/L</c>, <c>1//W1'[0,0]</c>.</summary>
/// <remarks>Without a prefix: step 1, sample 0, or the parameters and the update of step 1.</remarks>
public sealed class NamedNumbers
{
    private readonly Dictionary<string, double[]> _tensors;
    private readonly int[] _sizes;

    public NamedNumbers(Example example)
    {
        _tensors = RecordedTensors.Of(example, ExampleRun.Records(example));
        _sizes = example.Network.Sizes();
    }

    public double this[string name]
    {
        get
        {
            string[] parts = name.TrimEnd(']').Split('[');
            string symbol = parts[0];
            double[] tensor = _tensors[char.IsAsciiDigit(symbol[0]) ? symbol : Place(symbol) + symbol];
            if (parts.Length == 1)
            {
                return Assert.Single(tensor);
            }

            int[] index = [.. parts[1].Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            return tensor[index.Length == 1 ? index[0] : (index[0] * Columns(symbol, index[1])) + index[1]];
        }
    }

    private static string Place(string symbol)
    {
        bool ofTheStep = symbol[0] is 'W' or 'b' || symbol.StartsWith("mean ", StringComparison.Ordinal) || symbol.StartsWith("sum ", StringComparison.Ordinal);
        return ofTheStep ? "1//" : "1/0/";
    }

    private int Columns(string symbol, int column)
    {
        int layer = int.Parse(symbol.TrimEnd('\'')[^1..], CultureInfo.InvariantCulture);
        int columns = symbol.Contains('W', StringComparison.Ordinal) ? _sizes[layer - 1] : _sizes[layer];
        Assert.InRange(column, 0, columns - 1);
        return columns;
    }
}
