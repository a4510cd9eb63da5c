using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class ExampleFileTests : IDisposable
{
    // What every test starts from: 2-2-1 with biases in its first layer only.
    private const string Valid = """
        {
          "loss": "squared-error",
          "learningRate": 0.5,
          "layers": [
            { "weights": [[1, 2], [3, 4]], "biases": [5, 6], "activation": "sigmoid" },
            { "weights": [[7, 8]], "activation": "identity" }
          ],
          "samples": [
            { "input": [0.1, 0.2], "target": [0.3] },
            { "input": [0.4, 0.5], "target": [0.6] },
            { "input": [0.7, 0.8], "target": [0.9] }
          ]
        }
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Parse_OfEveryKey_ReadsEveryKey()
    {
        string text = Valid.Replace(
            "\"loss\"",
            "\"name\": \"an-Example-2\", \"source\": \"https://example.org\", \"batch\": 2, \"reduction\": \"sum\", \"updateBiases\": false, \"outputGradient\": \"jacobian\", \"steps\": 7, \"loss\"");

        Example example = ExampleFile.Parse(text, "file.json");

        Assert.Equal("an-Example-2", example.Name);
        Assert.Equal("https://example.org", example.Source);
        Assert.Equal(2, example.BatchSize);
        Assert.Equal(7, example.Steps);
        Assert.Equal(new UpdateRule(0.5) { Reduction = Reduction.Sum, UpdateBiases = false }, example.Rule);
        Assert.Equal("2-2-1, sigmoid, identity, squared-error", example.Network.ToString());
        Assert.Equal([[1.0, 2.0], [3.0, 4.0]], example.Network.Layers[0].W);
        Assert.Equal([5.0, 6.0], example.Network.Layers[0].b!);
        Assert.Equal([[7.0, 8.0]], example.Network.Layers[1].W);
        Assert.Null(example.Network.Layers[1].b);
        Assert.Equal(3, example.Samples.Count);
        double[] x = new double[2];
        double[] y = new double[1];
        example.Samples.Read(1, x, y);
        Assert.Equal([0.4, 0.5], x);
        Assert.Equal([0.6], y);
    }

    [Fact]
    public void Read_WithRequiredKeysOnly_TakesTheDefaults()
    {
        string path = _folder.WriteText("from-the-file.json", Valid);

        Example example = ExampleFile.Read(path);

        Assert.Equal("from-the-file", example.Name);
        Assert.Null(example.Source);
        Assert.Equal(1, example.BatchSize);
        Assert.Equal(3, example.Steps);
        Assert.Equal(Reduction.Mean, example.Rule.Reduction);
        Assert.True(example.Rule.UpdateBiases);
        Assert.Equal(OutputGradient.Jacobian, example.Rule.OutputGradient);
    }

    // Three samples: a pass has ceil(3 / batch) updates.
    [Theory]
    [InlineData("1", 1, 3)]
    [InlineData("2", 2, 2)]
    [InlineData("2.0", 2, 2)]
    [InlineData("3", 3, 1)]
    [InlineData("100", 100, 1)]
    [InlineData("2147483647", int.MaxValue, 1)]
    [InlineData("\"all\"", 3, 1)]
    public void Parse_OfABatch_MakesOnePass(string batch, int batchSize, int steps)
    {
        Example example = Parse("\"loss\"", $"\"batch\": {batch}, \"loss\"");

        Assert.Equal(batchSize, example.BatchSize);
        Assert.Equal(steps, example.Steps);
    }

    [Fact]
    public void Parse_OfCommentsAndTrailingCommas_AcceptsThem()
    {
        string text = "// before\n" + Valid.Replace("[1, 2]", "[1, /* between */ 2,]").Replace("[0.9] }", "[0.9], }, // last") + "// after\n";

        Example example = ExampleFile.Parse(text, "commented");

        Assert.Equal([1.0, 2.0], example.Network.Layers[0].W[0]);
        Assert.Equal(3, example.Samples.Count);
    }

    [Fact]
    public void Read_OfAByteOrderMark_SkipsIt()
    {
        string path = _folder.Write("marked.json", [0xEF, 0xBB, 0xBF, .. System.Text.Encoding.UTF8.GetBytes(Valid)]);

        Assert.Equal("marked", ExampleFile.Read(path).Name);
    }

    [Fact]
    public void Parse_OfNegativeZero_MakesItZero()
    {
        string text = Valid.Replace("[1, 2]", "[-0.0, -0]").Replace("[5, 6]", "[-0.0, 6]").Replace("[0.1, 0.2]", "[-0.0, -1e-999]").Replace("[0.3]", "[-0.0]");

        Example example = ExampleFile.Parse(text, "zeros");

        double[] x = [1.0, 1.0];
        double[] y = [1.0];
        example.Samples.Read(0, x, y);
        Bits.AssertSame([0.0, 0.0], example.Network.Layers[0].W[0]);
        Bits.AssertSame(0.0, example.Network.Layers[0].b![0]);
        Bits.AssertSame([0.0, 0.0], x);
        Bits.AssertSame(0.0, y[0]);
    }

    [Fact]
    public void Parse_OfNumbersInEveryNotation_ReadsTheNearestDouble()
    {
        Example example = Parse("[1, 2]", "[15e-2, 0.1000000000000000055511151231257827]");

        Assert.Equal([0.15, 0.1], example.Network.Layers[0].W[0]);
    }

    [Theory]
    [InlineData("\"loss\"", "\"momentum\": 1, \"loss\"", "$.momentum: found the unknown key \"momentum\"; expected one of $schema, name, loss, learningRate, batch, reduction, updateBiases, outputGradient, steps, source, notation, layers, samples.")]
    [InlineData("\"loss\"", "\"Loss\"", "$.Loss: found the unknown key \"Loss\"; did you mean \"loss\"? Expected one of $schema, name, loss, *")]
    [InlineData("\"biases\"", "\"bias\"", "$.layers[0].bias: found the unknown key \"bias\"; did you mean \"biases\"? Expected one of weights, biases, activation, slope.")]
    [InlineData("\"input\": [0.4", "\"x\": 1, \"input\": [0.4", "$.samples[1].x: found the unknown key \"x\"; did you mean \"input\"? Expected one of input, target, gradient.")]
    public void Parse_OfAnUnknownKey_NamesItAndTheKnownOnes(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("\"loss\"", "\"loss\": \"squared-error\", \"loss\"", "$.loss: found the key \"loss\" a second time; expected each key once.")]
    [InlineData("\"activation\": \"identity\"", "\"activation\": \"identity\", \"weights\": [[7, 8]]", "$.layers[1].weights: found the key \"weights\" a second time; expected each key once.")]
    [InlineData("\"target\": [0.9]", "\"target\": [0.9], \"target\": [0.9]", "$.samples[2].target: found the key \"target\" a second time; expected each key once.")]
    public void Parse_OfADoubledKey_NamesIt(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("\"weights\": [[7, 8]],", "", "$.layers[1]: found no key \"weights\"; expected an object with weights, activation.")]
    [InlineData(", \"activation\": \"identity\"", "", "$.layers[1]: found no key \"activation\"; expected an object with weights, activation.")]
    [InlineData("\"input\": [0.1, 0.2],", "", "$.samples[0]: found no key \"input\"; expected an object with input.")]
    [InlineData(", \"target\": [0.6]", "", "$.samples[1]: found no key \"target\"; expected one: the loss squared-error compares the outputs with it.")]
    public void Parse_OfAMissingKey_NamesItAndTheRequiredOnes(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("{}", "$: found no key \"layers\"; expected an object with layers, samples.")]
    [InlineData("{ \"layers\": [], \"loss\": \"squared-error\", \"learningRate\": 1 }", "$: found no key \"samples\"; expected an object with layers, samples.")]
    [InlineData("[]", "$: found an array; expected an object.")]
    [InlineData("null", "$: found null; expected an object.")]
    [InlineData("\"example\"", "$: found \"example\"; expected an object.")]
    public void Parse_OfAnotherRoot_Complains(string text, string complaint)
    {
        AssertMessage(complaint, Assert.Throws<DataException>(() => ExampleFile.Parse(text, "file")));
    }

    [Theory]
    [InlineData("[[1, 2], [3, 4]]", "[]", "$.layers[0].weights: found an empty array; expected rows, one for each unit, at least one.")]
    [InlineData("[[1, 2], [3, 4]]", "[[], []]", "$.layers[0].weights[0]: found an empty array; expected numbers, at least one.")]
    [InlineData("[3, 4]", "[3]", "$.layers[0].weights[1]: found 1 number; expected 2, as many as in the first row.")]
    [InlineData("[5, 6]", "[5]", "$.layers[0].biases: found 1 number; expected 2, one for each unit.")]
    [InlineData("[5, 6]", "[]", "$.layers[0].biases: found an empty array; expected numbers, at least one.")]
    [InlineData("[7, 8]", "[7, 8, 9]", "$.layers[1].weights[0]: found 3 numbers; expected 2, one for each unit of the layer before.")]
    [InlineData("[0.4, 0.5]", "[0.4]", "$.samples[1].input: found 1 number; expected 2, one for each input of layer 1.")]
    [InlineData("[0.9]", "[0.9, 1]", "$.samples[2].target: found 2 numbers; expected 1, one for each output.")]
    public void Parse_OfAWrongShape_SaysHowManyAndWhy(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Fact]
    public void Parse_OfNoLayersOrNoSamples_Complains()
    {
        const string Rest = "\"loss\": \"squared-error\", \"learningRate\": 1";
        const string Layers = "\"layers\": [{ \"weights\": [[1]], \"activation\": \"relu\" }]";

        DataException noLayers = Assert.Throws<DataException>(() => ExampleFile.Parse($"{{ {Rest}, \"layers\": [], \"samples\": [] }}", "file"));
        DataException noSamples = Assert.Throws<DataException>(() => ExampleFile.Parse($"{{ {Rest}, {Layers}, \"samples\": [] }}", "file"));

        Assert.Equal("file: $.layers: found an empty array; expected layers, at least one.", noLayers.Message);
        Assert.Equal("file: $.samples: found an empty array; expected samples, at least one.", noSamples.Message);
    }

    [Theory]
    [InlineData("cross-entropy", "softmax", "0.5, 0.6", "[0.5, 0.6]; expected numbers of at least 0 that add up to 1 for cross-entropy with softmax outputs.")]
    [InlineData("cross-entropy", "softmax", "-0.5, 1.5", "[-0.5, 1.5]; expected numbers of at least 0 that add up to 1 for cross-entropy with softmax outputs.")]
    [InlineData("cross-entropy", "softmax", "1, 1e-11", "[1, 1E-11]; expected numbers of at least 0 that add up to 1 for cross-entropy with softmax outputs.")]
    [InlineData("cross-entropy", "sigmoid", "3, -0.25", "[3, -0.25]; expected numbers of at least 0 for cross-entropy with sigmoid outputs.")]
    [InlineData("binary-cross-entropy", "sigmoid", "0, 1.5", "[0, 1.5]; expected numbers from 0 to 1 for binary-cross-entropy with sigmoid outputs.")]
    [InlineData("binary-cross-entropy", "sigmoid", "-1, 0", "[-1, 0]; expected numbers from 0 to 1 for binary-cross-entropy with sigmoid outputs.")]
    public void Parse_OfATargetThatTheLossCannotTake_SaysWhatItTakes(string loss, string output, string target, string complaint)
    {
        DataException exception = Assert.Throws<DataException>(() => ExampleFile.Parse(OneLayer(loss, output, target), "file"));

        AssertMessage($"$.samples[0].target: found {complaint}", exception);
    }

    [Theory]
    [InlineData("cross-entropy", "softmax", "0.3, 0.7")]
    [InlineData("cross-entropy", "softmax", "1, 1e-13")]
    [InlineData("cross-entropy", "sigmoid", "3, 0")]
    [InlineData("binary-cross-entropy", "sigmoid", "0, 1")]
    [InlineData("binary-cross-entropy", "sigmoid", "0.5, 0.25")]
    [InlineData("squared-error", "softmax", "-7, 1e300")]
    [InlineData("mean-squared-error", "tanh", "-7, 1e300")]
    public void Parse_OfATargetThatTheLossTakes_AcceptsIt(string loss, string output, string target)
    {
        Example example = ExampleFile.Parse(OneLayer(loss, output, target), "file");

        double[] y = new double[2];
        example.Samples.Read(0, new double[1], y);
        Assert.Equal(target.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture)), y);
    }

    [Theory]
    [InlineData("squared-error", "cross-entropy", "$.loss: found \"cross-entropy\" with identity outputs; expected sigmoid or softmax outputs for this loss.")]
    [InlineData("squared-error", "binary-cross-entropy", "$.loss: found \"binary-cross-entropy\" with identity outputs; expected sigmoid outputs for this loss.")]
    [InlineData("squared-error", "mse", "$.loss: found \"mse\"; did you mean \"mean-squared-error\"? Expected one of cross-entropy, binary-cross-entropy, squared-error, mean-squared-error, sum-of-squares, sum.")]
    [InlineData("\"sigmoid\"", "\"Sigmoid\"", "$.layers[0].activation: found \"Sigmoid\"; did you mean \"sigmoid\"? Expected one of sigmoid, relu, leaky-relu, tanh, identity, softmax.")]
    public void Parse_OfAnUnknownFunctionOrPair_NamesTheChoices(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("0.5,", "1e999,", "$.learningRate: found 1e999, which is over the range of a double; expected a finite number.")]
    [InlineData("[1, 2]", "[1, -1e999]", "$.layers[0].weights[0][1]: found -1e999, which is over the range of a double; expected a finite number.")]
    [InlineData("[5, 6]", "[1e309, 6]", "$.layers[0].biases[0]: found 1e309, which is over the range of a double; expected a finite number.")]
    [InlineData("[0.4, 0.5]", "[0.4, 1e999]", "$.samples[1].input[1]: found 1e999, which is over the range of a double; expected a finite number.")]
    [InlineData("[0.9]", "[1e999]", "$.samples[2].target[0]: found 1e999, which is over the range of a double; expected a finite number.")]
    public void Parse_OfANumberThatIsNotFinite_QuotesIt(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("0.5,", "0,", "$.learningRate: found 0; expected a number over 0.")]
    [InlineData("0.5,", "-0.5,", "$.learningRate: found -0.5; expected a number over 0.")]
    [InlineData("0.5,", "1e-999,", "$.learningRate: found 1e-999; expected a number over 0.")]
    public void Parse_OfALearningRateThatIsNotOverZero_Complains(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("0.5,", "\"0.5\",", "$.learningRate: found \"0.5\"; expected a number, without quotes: 0.5.")]
    [InlineData("0.5,", "null,", "$.learningRate: found null; expected a number.")]
    [InlineData("\"squared-error\"", "3", "$.loss: found 3; expected one of cross-entropy, binary-cross-entropy, *")]
    [InlineData("\"sigmoid\"", "true", "$.layers[0].activation: found true; expected one of sigmoid, relu, *")]
    [InlineData("[[7, 8]]", "7", "$.layers[1].weights: found 7; expected an array of rows, one for each unit.")]
    [InlineData("[[7, 8]]", "[7, 8]", "$.layers[1].weights[0]: found 7; expected an array of numbers.")]
    [InlineData("[7, 8]", "[7, [8]]", "$.layers[1].weights[0][1]: found an array; expected a number.")]
    [InlineData("[5, 6]", "null", "$.layers[0].biases: found null; expected an array of numbers.")]
    [InlineData("[5, 6]", "{}", "$.layers[0].biases: found an object; expected an array of numbers.")]
    [InlineData("[0.1, 0.2]", "[0.1, false]", "$.samples[0].input[1]: found false; expected a number.")]
    [InlineData("{ \"input\": [0.1, 0.2], \"target\": [0.3] }", "[0.1, 0.2, 0.3]", "$.samples[0]: found an array; expected an object.")]
    [InlineData("\"loss\"", "\"source\": 1, \"loss\"", "$.source: found 1; expected a text.")]
    [InlineData("\"loss\"", "\"updateBiases\": \"no\", \"loss\"", "$.updateBiases: found \"no\"; expected true or false.")]
    [InlineData("\"loss\"", "\"updateBiases\": 0, \"loss\"", "$.updateBiases: found 0; expected true or false.")]
    public void Parse_OfAnotherKindOfValue_SaysWhichKind(string old, string changed, string complaint)
    {
        AssertComplaint(old, changed, complaint);
    }

    [Theory]
    [InlineData("\"layers\": {}", "$.layers: found an object; expected an array of layers.")]
    [InlineData("\"layers\": [7]", "$.layers[0]: found 7; expected an object.")]
    public void Parse_OfLayersOfAnotherKind_SaysWhichKind(string layers, string complaint)
    {
        string text = $"{{ {layers}, \"loss\": \"squared-error\", \"learningRate\": 1, \"samples\": [] }}";

        AssertMessage(complaint, Assert.Throws<DataException>(() => ExampleFile.Parse(text, "file")));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("1.5")]
    [InlineData("2147483648")]
    [InlineData("1e999")]
    [InlineData("\"2\"")]
    [InlineData("null")]
    [InlineData("\"All\"")]
    public void Parse_OfABatchOrStepsThatCountNothing_SaysWhatCounts(string value)
    {
        AssertComplaint("\"loss\"", $"\"batch\": {value}, \"loss\"", $"$.batch: found {value}; expected a whole number of at least 1, or \"all\".");
        AssertComplaint("\"loss\"", $"\"steps\": {value}, \"loss\"", $"$.steps: found {value}; expected a whole number from 1 to 1,000,000.");
    }

    [Fact]
    public void Parse_OfStepsAll_IsRefused()
    {
        AssertComplaint("\"loss\"", "\"steps\": \"all\", \"loss\"", "$.steps: found \"all\"; expected a whole number from 1 to 1,000,000.");
    }

    [Theory]
    [InlineData("\"reduction\": \"average\"", "$.reduction: found \"average\"; did you mean \"mean\"? Expected \"mean\" or \"sum\".")]
    [InlineData("\"reduction\": 1", "$.reduction: found 1; expected \"mean\" or \"sum\".")]
    [InlineData("\"outputGradient\": \"fast\"", "$.outputGradient: found \"fast\"; expected \"jacobian\" or \"shortcut\".")]
    [InlineData("\"outputGradient\": null", "$.outputGradient: found null; expected \"jacobian\" or \"shortcut\".")]
    [InlineData("\"outputGradient\": \"shortcut\"", "$.outputGradient: found \"shortcut\" with identity outputs and squared-error; expected \"jacobian\": the shortcut a - y holds for softmax with cross-entropy and for sigmoid with binary-cross-entropy only.")]
    public void Parse_OfAnUnknownChoice_NamesTheChoices(string member, string complaint)
    {
        AssertComplaint("\"loss\"", $"{member}, \"loss\"", complaint);
    }

    [Fact]
    public void Parse_OfTheShortcut_TakesItForTheTwoPairsOnly()
    {
        string softmax = OneLayer("cross-entropy", "softmax", "1, 0").Replace("\"loss\"", "\"outputGradient\": \"shortcut\", \"loss\"");
        string sigmoid = softmax.Replace("softmax", "sigmoid");

        Assert.Equal(OutputGradient.Shortcut, ExampleFile.Parse(softmax, "file").Rule.OutputGradient);
        Assert.Equal(OutputGradient.Shortcut, ExampleFile.Parse(sigmoid.Replace("cross-entropy", "binary-cross-entropy"), "file").Rule.OutputGradient);
        AssertMessage("$.outputGradient: found \"shortcut\" with sigmoid outputs and cross-entropy; *", Assert.Throws<DataException>(() => ExampleFile.Parse(sigmoid, "file")));
    }

    [Theory]
    [InlineData("")]
    [InlineData("two words")]
    [InlineData("under_score")]
    [InlineData("../above")]
    [InlineData("a/b")]
    [InlineData("a\u2028b")]
    public void Parse_OfANameWithOtherLetters_IsRefused(string name)
    {
        DataException exception = Assert.Throws<DataException>(() => Parse("\"loss\"", $"\"name\": \"{name}\", \"loss\""));

        AssertMessage($"$.name: found \"{name}\"; expected letters of any script, digits and hyphens, 64 at most.", exception);
    }

    [Fact]
    public void Parse_OfANameOfSixtyFourLetters_IsTheLongest()
    {
        string longest = new('n', 64);

        Assert.Equal(longest, Parse("\"loss\"", $"\"name\": \"{longest}\", \"loss\"").Name);
        AssertComplaint("\"loss\"", $"\"name\": \"{longest}n\", \"loss\"", "$.name: found \"nnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnnn...; expected letters of any script, digits and hyphens, 64 at most.");
    }

    [Theory]
    [InlineData("naïve")]
    [InlineData("Übung-3")]
    [InlineData("作业1")]
    [InlineData("упражнение")]
    [InlineData("अभ्यास")]
    [InlineData("𝒜")]
    public void Parse_OfANameInAnyScript_TakesIt(string name)
    {
        Assert.Equal(name, Parse("\"loss\"", $"\"name\": \"{name}\", \"loss\"").Name);
    }

    [Theory]
    [InlineData("my example.json", "my-example")]
    [InlineData("hw_1 (2).json", "hw-1--2-")]
    [InlineData("作业_1.json", "作业-1")]
    public void Read_OfAFileWithoutAName_NamesTheExampleAfterTheFile(string file, string name)
    {
        Assert.Equal(name, ExampleFile.Read(_folder.WriteText(file, Valid)).Name);
        Assert.Equal("mine", ExampleFile.Read(_folder.WriteText(file, Valid.Replace("\"loss\"", "\"name\": \"mine\", \"loss\""))).Name);
    }

    [Fact]
    public void Read_OfAMissingFile_SaysSo()
    {
        string path = Path.Combine(_folder.Path, "missing.json");
        string below = Path.Combine(_folder.Path, "no-folder", "missing.json");

        Assert.Equal($"{path}: there is no such file; expected a JSON file, so check the path.", Assert.Throws<DataException>(() => ExampleFile.Read(path)).Message);
        Assert.Equal($"{below}: there is no such file; expected a JSON file, so check the path.", Assert.Throws<DataException>(() => ExampleFile.Read(below)).Message);
    }

    [Fact]
    public void Read_OfAFolder_SaysSo()
    {
        DataException exception = Assert.Throws<DataException>(() => ExampleFile.Read(_folder.Path));

        Assert.Equal($"{_folder.Path}: this is a folder; expected a JSON file.", exception.Message);
    }

    [Fact]
    public void Read_OfAnEmptyPath_SaysThatItCannotBeRead()
    {
        Assert.StartsWith(": the file cannot be read (", Assert.Throws<DataException>(() => ExampleFile.Read("")).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", 1, 1)]
    [InlineData("loss = 3", 1, 1)]
    [InlineData("{\n  \"loss\": nothing\n}", 2, 12)]
    [InlineData("{\n  \"learningRate\": 0,5\n}", 2, 21)]
    [InlineData("{\n  \"learningRate\": NaN\n}", 2, 19)]
    [InlineData("{} {}", 1, 4)]
    public void Read_OfATextThatIsNotJson_NamesLineAndByte(string text, int line, int column)
    {
        string path = _folder.WriteText("broken.json", text);

        DataException exception = Assert.Throws<DataException>(() => ExampleFile.Read(path));

        Assert.StartsWith($"{path}: line {line}, byte {column}: this is not JSON: ", exception.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("LineNumber", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OfAComplaint_BeginsWithTheFile()
    {
        string path = _folder.WriteText("wrong.json", Valid.Replace("0.5,", "0,"));

        DataException exception = Assert.Throws<DataException>(() => ExampleFile.Read(path));

        Assert.Equal($"{path}: $.learningRate: found 0; expected a number over 0.", exception.Message);
    }

    private static Example Parse(string old, string changed)
    {
        Assert.Contains(old, Valid, StringComparison.Ordinal);
        int place = Valid.IndexOf(old, StringComparison.Ordinal);
        return ExampleFile.Parse(string.Concat(Valid.AsSpan(0, place), changed, Valid.AsSpan(place + old.Length)), "file");
    }

    private static void AssertComplaint(string old, string changed, string complaint)
    {
        AssertMessage(complaint, Assert.Throws<DataException>(() => Parse(old, changed)));
    }

    // A complaint that ends in * is the beginning of the message; any other is all of it.
    private static void AssertMessage(string complaint, DataException exception)
    {
        if (complaint.EndsWith('*'))
        {
            Assert.StartsWith($"file: {complaint[..^1]}", exception.Message, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal($"file: {complaint}", exception.Message);
        }
    }

    private static string OneLayer(string loss, string output, string target)
    {
        return $$"""
            {
              "loss": "{{loss}}",
              "learningRate": 1,
              "layers": [{ "weights": [[1], [2]], "activation": "{{output}}" }],
              "samples": [{ "input": [1], "target": [{{target}}] }]
            }
            """;
    }
}
