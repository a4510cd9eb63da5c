using System.Text.Json;
using System.Text.RegularExpressions;
using LoopNet.Data;

namespace LoopNet.Tests;

/// <summary>docs/example-format.md and the schema know the keys that the reader knows, and the examples of the page can be read.</summary>
public sealed partial class ExampleFormatPageTests
{
    private const string Unknown = "no-such-key";

    private static readonly string Page = Repository.Read("docs/example-format.md");

    public static TheoryData<string, string, string> Parts => new()
    {
        // The part of the page, where the part stands in the schemas, and an example with an unknown key in that part.
        { "The example", "example.schema.json#/properties", $$"""{ "{{Unknown}}": 1 }""" },
        { "A layer", "network.schema.json#/$defs/layer/properties", $$"""{ "loss": "squared-error", "learningRate": 1, "samples": [{}], "layers": [ { "{{Unknown}}": 1 } ] }""" },
        {
            "A sample",
            "example.schema.json#/$defs/sample/properties",
            $$"""{ "loss": "squared-error", "learningRate": 1, "layers": [ { "weights": [[1]], "activation": "tanh" } ], "samples": [ { "{{Unknown}}": 1 } ] }"""
        },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void EveryKey_ThatTheReaderKnows_IsOnThePageAndInTheSchema(string part, string place, string example)
    {
        string[] known = KnownKeys(example);
        string[] onPage = KeysOnPage(part);

        Assert.Subset(onPage.ToHashSet(StringComparer.Ordinal), known.ToHashSet(StringComparer.Ordinal));
        Assert.Equal(onPage.Order(StringComparer.Ordinal), KeysInSchema(place).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void EveryExample_OnThePage_CanBeRead()
    {
        string[] examples = [.. Fences().Matches(Page).Select(match => match.Groups[1].Value)];

        Assert.Equal(2, examples.Length);
        Assert.All(examples, text => Assert.NotNull(ExampleFile.Parse(text, "page")));
        Example complete = ExampleFile.Parse(examples[1], "page");
        Assert.Null(complete.Network.Layers[1].b);
        Assert.Equal((3, 2, 3), (complete.Steps, complete.BatchSize, complete.Samples.Count));
        Assert.All(KeysOnPage("The example").Except(["notation"]), key => Assert.Contains($"\"{key}\"", examples[1], StringComparison.Ordinal));
    }

    [Fact]
    public void Samples_OfACompleteExample_GoOnAndRepeatAsThePageSays()
    {
        ExampleSteps steps = new(ExampleFile.Parse(Fences().Matches(Page)[1].Groups[1].Value, "page"));

        Assert.Equal(2, steps.Next().Samples.Length);
        Assert.Single(steps.Next().Samples);
        Assert.Equal(2, steps.Next().Samples.Length);
    }

    // The complaint about an unknown key names those that are known.
    private static string[] KnownKeys(string example)
    {
        DataException complaint = Assert.Throws<DataException>(() => ExampleFile.Parse(example, "file"));
        Match match = Complaints().Match(complaint.Message);
        Assert.True(match.Success, complaint.Message);
        return match.Groups[1].Value.Split([", ", " or "], StringSplitOptions.None).Select(key => key.Trim('"')).ToArray();
    }

    private static string[] KeysOnPage(string part)
    {
        string section = Page.Split($"### {part}\n")[1].Split("\n#")[0];
        return [.. Rows().Matches(section).Select(match => match.Groups[1].Value)];
    }

    private static string[] KeysInSchema(string place)
    {
        string[] parts = place.Split("#/");
        JsonElement element = JsonDocument.Parse(Repository.Read($"docs/schema/{parts[0]}")).RootElement;
        foreach (string step in parts[1].Split('/'))
        {
            element = element.GetProperty(step);
        }

        return [.. element.EnumerateObject().Select(property => property.Name)];
    }

    [GeneratedRegex("found the unknown key \"no-such-key\"; expected (?:one of )?(.*)\\.$")]
    private static partial Regex Complaints();

    [GeneratedRegex("^\\| `([^`]+)` \\| (?:yes|no) \\|", RegexOptions.Multiline)]
    private static partial Regex Rows();

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Fences();
}
