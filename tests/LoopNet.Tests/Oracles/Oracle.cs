using System.Text.Json;
using LoopNet.Data;

namespace LoopNet.Tests;

/// <summary>
/// A small network with every tensor of its steps in float64, computed by the automatic differentiation of PyTorch, or, where
/// forward_mode.py names it, by dual numbers in plain Python.
/// </summary>
public sealed class Oracle
{
    private Oracle(Example example, IReadOnlyDictionary<string, double[]> expected)
    {
        Example = example;
        Expected = expected;
    }

    /// <summary>The network, its samples and its rule.</summary>
    public Example Example { get; }

    /// <summary>The tensors, row by row, by <c>step/sample/symbol</c>.</summary>
    public IReadOnlyDictionary<string, double[]> Expected { get; }

    public static TheoryData<string> Names
    {
        get
        {
            TheoryData<string> names = [];
            foreach (string path in Directory.GetFiles(Folder, "*.json").Order(StringComparer.Ordinal))
            {
                names.Add(Path.GetFileNameWithoutExtension(path));
            }

            return names;
        }
    }

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Oracles");

    public static Oracle Read(string name)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, $"{name}.json")));
        Example example = ExampleFile.Parse(document.RootElement.GetProperty("example").GetRawText(), name);
        Dictionary<string, double[]> expected = new(StringComparer.Ordinal);
        foreach (JsonProperty tensor in document.RootElement.GetProperty("expected").EnumerateObject())
        {
            expected.Add(tensor.Name, [.. tensor.Value.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())]);
        }

        AddBatchLosses(example, expected);
        return new Oracle(example, expected);
    }

    // Those of PyTorch have the loss of every sample, and not the mean or the sum of a step.
    private static void AddBatchLosses(Example example, Dictionary<string, double[]> expected)
    {
        bool isMean = example.Rule.Reduction == Reduction.Mean;
        var steps = expected.Where(tensor => tensor.Key.EndsWith("/L", StringComparison.Ordinal)).GroupBy(tensor => tensor.Key.Split('/')[0]).ToList();
        foreach (IGrouping<string, KeyValuePair<string, double[]>> step in steps.Where(step => step.Count() > 1))
        {
            double sum = step.Sum(tensor => tensor.Value[0]);
            expected.TryAdd($"{step.Key}//{(isMean ? "mean" : "sum")} L", [isMean ? sum / step.Count() : sum]);
        }
    }
}
