using System.Globalization;
using System.Text.Json;

namespace LoopNet.Tests.Published;

/// <summary>A published worked example as it was copied: its network, every number it prints, and which of them are right.</summary>
public sealed class PublishedFile
{
    private readonly JsonElement _root;

    private PublishedFile(JsonElement root)
    {
        _root = root;
        Numbers = [.. ReadNumbers()];
    }

    /// <summary>Every printed number, in the order of the file.</summary>
    public IReadOnlyList<PublishedNumber> Numbers { get; }

    /// <summary>The address of the publication, with whatever the file adds to it.</summary>
    public string Source => _root.GetProperty("source_address").GetString()!;

    /// <summary>The learning rate; null where the publication makes no update.</summary>
    public double? LearningRate
    {
        get
        {
            JsonElement rate = _root.GetProperty("learning_rate");
            return rate.ValueKind == JsonValueKind.Null ? null : rate.GetDouble();
        }
    }

    public static PublishedFile Read(string name)
    {
        string path = Path.Combine(AppContext.BaseDirectory, "Published", $"{name}.json");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(path));
        return new PublishedFile(document.RootElement.Clone());
    }

    /// <summary>The network of the publication, turned to one row of weights per unit.</summary>
    /// <param name="loss">The loss, which the file describes in words.</param>
    /// <param name="rowsAreInputs">Whether the publication stores a weight as [from][to].</param>
    public Network ReadNetwork(Loss loss, bool rowsAreInputs)
    {
        double[][][] weights = [.. Arrays("weights").Select(Matrix)];
        double[][] biases = [.. Arrays("biases").Select(Vector)];
        string[] activations = [.. _root.GetProperty("activations").EnumerateArray().Select(name => name.GetString()!)];
        Layer[] layers = new Layer[weights.Length];
        for (int index = 0; index < layers.Length; index++)
        {
            double[][] W = rowsAreInputs ? Transposed(weights[index]) : weights[index];
            double[]? b = biases.Length > 0 ? biases[index] : null;
            layers[index] = new Layer(W, b, Activation.Named(activations[index])!);
        }

        return new Network(layers, loss);
    }

    /// <summary>The only sample of the publication.</summary>
    public SampleList ReadSample()
    {
        return new SampleList([Vector(_root.GetProperty("input"))], [ReadTarget()]);
    }

    // A class is given in words: "class index 2 -> one-hot [0,0,1]".
    private double[] ReadTarget()
    {
        JsonElement target = _root.GetProperty("target");
        if (target.ValueKind == JsonValueKind.Array)
        {
            return Vector(target);
        }

        string numbers = target.GetString()!.Split('[', ']')[1];
        return [.. numbers.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))];
    }

    private IEnumerable<PublishedNumber> ReadNumbers()
    {
        JsonElement details = _root.GetProperty("verification").GetProperty("details");
        foreach (JsonProperty printed in PrintedKeys())
        {
            JsonElement detail = details.GetProperty(printed.Name);
            JsonElement[] statuses = [.. Leaves(detail.GetProperty("status"), "").Select(leaf => leaf.Value)];
            JsonElement[] computed = [.. Leaves(detail.GetProperty("computed"), "").Select(leaf => leaf.Value)];
            int place = 0;
            foreach ((string index, JsonElement value) in Leaves(printed.Value, ""))
            {
                string status = statuses[place].GetString()!;
                yield return new PublishedNumber(printed.Name, index, value.GetString()!, status, computed[place].GetDouble());
                place++;
            }
        }
    }

    // What secondary sources print stands apart from what the publication itself prints.
    private IEnumerable<JsonProperty> PrintedKeys()
    {
        foreach (JsonProperty section in _root.EnumerateObject())
        {
            if (section.Name == "published" || section.Name.StartsWith("secondary_published", StringComparison.Ordinal))
            {
                foreach (JsonProperty printed in section.Value.EnumerateObject())
                {
                    yield return printed;
                }
            }
        }
    }

    private IEnumerable<JsonElement> Arrays(string section)
    {
        foreach (JsonProperty member in _root.GetProperty(section).EnumerateObject())
        {
            if (member.Value.ValueKind == JsonValueKind.Array)
            {
                yield return member.Value;
            }
        }
    }

    /// <summary>How many numbers the file says are right, off in their last digit, and wrong.</summary>
    public IReadOnlyDictionary<string, int> Counts()
    {
        JsonElement counts = _root.GetProperty("verification").GetProperty("counts");
        return counts.EnumerateObject().ToDictionary(count => count.Name, count => count.Value.GetInt32());
    }

    /// <summary>The keys that the file verifies: those of its numbers, and no other.</summary>
    public IEnumerable<string> VerifiedKeys()
    {
        return _root.GetProperty("verification").GetProperty("details").EnumerateObject().Select(detail => detail.Name);
    }

    // The strings or numbers of a nested array with their places, row by row: [0,0], [0,1], ...
    private static IEnumerable<(string Index, JsonElement Value)> Leaves(JsonElement element, string place)
    {
        if (element.ValueKind != JsonValueKind.Array)
        {
            yield return (place.Length > 0 ? $"[{place}]" : "", element);
            yield break;
        }

        int index = 0;
        foreach (JsonElement inner in element.EnumerateArray())
        {
            string innerPlace = place.Length > 0 ? $"{place},{index}" : $"{index}";
            foreach ((string, JsonElement) leaf in Leaves(inner, innerPlace))
            {
                yield return leaf;
            }

            index++;
        }
    }

    private static double[] Vector(JsonElement array) => [.. array.EnumerateArray().Select(number => number.GetDouble())];

    private static double[][] Matrix(JsonElement array) => [.. array.EnumerateArray().Select(Vector)];

    private static double[][] Transposed(double[][] matrix)
    {
        double[][] transposed = Tensors.Matrix(matrix[0].Length, matrix.Length);
        for (int i = 0; i < matrix.Length; i++)
        {
            for (int j = 0; j < matrix[i].Length; j++)
            {
                transposed[j][i] = matrix[i][j];
            }
        }

        return transposed;
    }
}
