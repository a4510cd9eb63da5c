using System.Text.Json;
using Json.Schema;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests;

/// <summary>The schemas in docs/schema: every file that is shipped or written is valid by them, and what the readers refuse is not.</summary>
public sealed class SchemaTests : IDisposable
{
    private const string Layers = """ "layers": [ { "weights": [[0.5, -0.3]], "activation": "sigmoid" } ], "samples": [ { "input": [1, 2], "target": [1] } ] """;

    private static readonly Lazy<Dictionary<string, JsonSchema>> All = new(Build);

    private readonly TemporaryFolder _folder = new();

    public static TheoryData<string, string> ShippedFiles
    {
        get
        {
            TheoryData<string, string> files = [];
            foreach (string path in Directory.GetFiles(Path.Combine(Repository.Top, "docs"), "*.json", SearchOption.AllDirectories))
            {
                if (SchemaOf(path) is string schema)
                {
                    files.Add(Path.GetRelativePath(Repository.Top, path), schema);
                }
            }

            return files;
        }
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(ShippedFiles))]
    public void EveryShippedFile_IsValidByItsSchema(string path, string schema)
    {
        AssertValid(schema, Repository.Read(path));
    }

    [Theory]
    [InlineData("mazur")]
    [InlineData("xor-batch")]
    public void AWorksheet_IsValidAsAnswers(string example)
    {
        AssertValid("answers", CommandRun.Of("worksheet", example).Output);
    }

    [Fact]
    public void ASavedModel_IsValidAsAModel()
    {
        string model = Path.Combine(_folder.Path, "model.json");
        CommandRun run = CommandRun.Of("train", "--data", "embedded", "--limit", "10", "--epochs", "2", "--layers", "784,2,10", "--save", model);
        Assert.Equal(ExitStatus.Done, run.Status);

        AssertValid("model", File.ReadAllText(model));
        AssertValid("notation", """{ "layout": "input-unit", "labels": { "w5": "W2[0,0]", "delta{l}": "-dL/dz{l}" }, "description": "as in a book" }""");
    }

    [Theory]
    [InlineData("example", "{}")]
    [InlineData("example", "{ LAYERS, \"learning_rate\": 0.5 }")]
    [InlineData("example", "{ LAYERS, \"learningRate\": 0 }")]
    [InlineData("example", "{ LAYERS, \"loss\": \"mse\" }")]
    [InlineData("example", "{ LAYERS, \"batch\": \"every\" }")]
    [InlineData("example", "{ LAYERS, \"steps\": 1000001 }")]
    [InlineData("example", "{ LAYERS, \"name\": \"two words\" }")]
    [InlineData("example", "{ \"layers\": [ { \"weights\": [[0.5]], \"activation\": \"Sigmoid\" } ], \"samples\": [ { \"input\": [1] } ] }")]
    [InlineData("example", "{ \"layers\": [ { \"weights\": [0.5], \"activation\": \"tanh\" } ], \"samples\": [ { \"input\": [1] } ] }")]
    [InlineData("example", "{ \"layers\": [ { \"weights\": [[0.5]], \"activation\": \"tanh\" } ], \"samples\": [ { \"x\": [1] } ] }")]
    [InlineData("answers", "{ \"z1\": [0.5, {}] }")]
    [InlineData("answers", "{ \"z1\": [\"0,5\"] }")]
    [InlineData("answers", "[]")]
    [InlineData("notation", "{ \"layout\": \"columns\" }")]
    [InlineData("notation", "{ \"labels\": { \"w5\": 3 } }")]
    [InlineData("model", "{ \"layers\": [ { \"weights\": [[0.5]], \"activation\": \"tanh\" } ] }")]
    public void ABrokenFile_IsNotValid(string schema, string text)
    {
        Assert.False(Evaluate(schema, text.Replace("LAYERS", Layers, StringComparison.Ordinal)).IsValid);
        Assert.True(Evaluate("example", $"{{ {Layers} }}").IsValid);
    }

    [Fact]
    public void EveryActivationAndLoss_IsInTheSchema()
    {
        JsonElement definitions = JsonDocument.Parse(Repository.Read("docs/schema/network.schema.json")).RootElement.GetProperty("$defs");
        string[] activations = Words(definitions.GetProperty("layer").GetProperty("properties").GetProperty("activation"));
        string[] losses = Words(definitions.GetProperty("loss"));

        Assert.All(Activation.All, activation => Assert.Contains(activation.Name, activations));
        Assert.All(Loss.All, loss => Assert.Contains(loss.Name, losses));
    }

    [Fact]
    public void EverySchema_OfTheEditorsSettings_IsThere()
    {
        JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip };
        JsonElement settings = JsonDocument.Parse(Repository.Read(".vscode/settings.json"), lenient).RootElement;
        string[] urls = [.. settings.GetProperty("json.schemas").EnumerateArray().Select(entry => entry.GetProperty("url").GetString()!)];

        Assert.Equal(["answers", "example", "model", "notation"], urls.Select(url => Path.GetFileName(url).Split('.')[0]).Order(StringComparer.Ordinal));
        Assert.All(urls, url => Assert.True(File.Exists(Path.Combine(Repository.Top, url)), url));
    }

    private static string[] Words(JsonElement choice) => [.. choice.GetProperty("enum").EnumerateArray().Select(word => word.GetString()!)];

    private static string? SchemaOf(string path)
    {
        string folder = Path.GetFileName(Path.GetDirectoryName(path)!);
        return (folder, path.EndsWith(".example.json", StringComparison.Ordinal)) switch
        {
            ("examples", _) or ("answers", true) => "example",
            ("answers", false) => "answers",
            ("notations", _) => "notation",
            _ => null,
        };
    }

    private static void AssertValid(string schema, string text)
    {
        EvaluationResults results = Evaluate(schema, text);
        IEnumerable<string> errors = (results.Details ?? []).Where(detail => detail.Errors is not null)
            .Select(detail => $"{detail.InstanceLocation}: {string.Join(", ", detail.Errors!.Values)}");
        Assert.True(results.IsValid, string.Join('\n', errors));
    }

    private static EvaluationResults Evaluate(string schema, string text)
    {
        JsonDocumentOptions lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };
        using JsonDocument document = JsonDocument.Parse(text, lenient);
        return All.Value[schema].Evaluate(document.RootElement, new EvaluationOptions { OutputFormat = OutputFormat.List });
    }

    // Those that others refer to come first.
    private static Dictionary<string, JsonSchema> Build()
    {
        BuildOptions options = new() { SchemaRegistry = new SchemaRegistry() };
        Dictionary<string, JsonSchema> schemas = new(StringComparer.Ordinal);
        foreach (string name in (string[])["network", "notation", "example", "answers", "model"])
        {
            string text = Repository.Read($"docs/schema/{name}.schema.json");
            schemas[name] = JsonSchema.FromText(text, options, new Uri($"https://loopnet.invalid/schema/{name}.schema.json"));
        }

        return schemas;
    }
}
