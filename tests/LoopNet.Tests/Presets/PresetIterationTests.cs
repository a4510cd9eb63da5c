using System.Text.Json;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Presets;

/// <summary>The first three iterations of the full-batch documents, held against an independent computation with NumPy (three_iterations.py).</summary>
public sealed class PresetIterationTests : IDisposable
{
    private const double Tolerance = 1e-12;

    private readonly TemporaryFolder _folder = new();

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "Presets");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("001")]
    [InlineData("003")]
    [InlineData("004")]
    public void Train_ThreeIterationsOfAPreset_GivesTheWeightsOfTheIndependentComputation(string preset)
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(Path.Combine(Folder, "three_iterations.json")));
        double[] losses = new double[3];
        for (int iteration = 1; iteration <= 3; iteration++)
        {
            JsonElement expected = document.RootElement.GetProperty(preset)[iteration - 1];
            losses[iteration - 1] = expected.GetProperty("loss").GetDouble();
            AssertSame(expected, After(preset, iteration));
        }

        Assert.True(losses[1] < losses[0] && losses[2] < losses[1], "The loss falls at every iteration.");
    }

    // The preset's rule on the twenty digits, in their order: document 004's shuffle would only reorder its sums.
    private Network After(string preset, int iterations)
    {
        string digits = Path.Combine(Folder, "twenty-digits.csv");
        string model = Path.Combine(_folder.Path, "model.json");
        DigitSet set = DigitCsv.Read(digits);
        Model start = Start(preset, digits, model);
        Network network = start.Network;
        Training training = new(network, set, Rule(start, preset), set.Count);
        for (int iteration = 1; iteration <= iterations; iteration++)
        {
            training.Epoch(iteration);
        }

        return network;
    }

    private static Model Start(string preset, string digits, string model)
    {
        CommandRun run = CommandRun.Of(
            "train", "--preset", preset, "--data", digits, "--split", "10/10", "--epochs", "0", "--save", model);
        Assert.Equal(ExitStatus.Done, run.Status);
        return ModelFile.Read(model);
    }

    private static UpdateRule Rule(Model model, string preset)
    {
        Assert.Equal(preset, model.Training!.Preset);
        return new UpdateRule(model.Training.LearningRate) { OutputGradient = model.OutputGradient };
    }

    private static void AssertSame(JsonElement expected, Network network)
    {
        double[] first = [.. network.Layers[0].W.SelectMany(row => row)];
        AssertClose(Numbers(expected.GetProperty("W1 every 97th")), [.. first.Where((_, place) => place % 97 == 0)]);

        // Sums over some 50,000 weights, each of which may differ by its own rounding.
        Assert.Equal(expected.GetProperty("W1 sum").GetDouble(), first.Sum(), 1e-10);
        Assert.Equal(expected.GetProperty("W1 sum of squares").GetDouble(), first.Sum(weight => weight * weight), 1e-10);
        for (int index = 0; index < network.Layers.Length; index++)
        {
            AssertClose(Numbers(expected.GetProperty("b")[index]), network.Layers[index].b!);
            if (index > 0)
            {
                AssertClose(Numbers(expected.GetProperty("W")[index - 1]), [.. network.Layers[index].W.SelectMany(row => row)]);
            }
        }
    }

    private static void AssertClose(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Length, actual.Length);
        for (int place = 0; place < expected.Length; place++)
        {
            Assert.Equal(expected[place], actual[place], Tolerance);
        }
    }

    private static double[] Numbers(JsonElement element) => [.. element.EnumerateArray().Select(number => number.GetDouble())];
}
