using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>Half of a surrogate pair, as a key and as a value, in every kind of JSON file.</summary>
public sealed class LoneSurrogateTests : IDisposable
{
    private const string Layers = "\"loss\": \"squared-error\", \"layers\": [{ \"weights\": [[1]], \"activation\": \"identity\" }]";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("{ \"L\": 0.2984, \"\\ud800\": 1 }", "$.\\ud800")]
    [InlineData("{ \"L\": \"\\udc00\" }", "$.L")]
    [InlineData("{ \"z1\": [1, \"\\ud800\"] }", "$.z1[1]")]
    public void ReadAnswers_WithHalfAPair_NamesItsPlace(string json, string place)
    {
        AssertNamed(place, path => AnswersFile.Read(path), json);
    }

    [Theory]
    [InlineData("\"name\": \"\\ud800\"", "$.name")]
    [InlineData("\"reduction\": \"\\ud800\"", "$.reduction")]
    [InlineData("\"source\": \"\\ud800\"", "$.source")]
    [InlineData("\"\\ud800\": 1", "$.\\ud800")]
    public void ReadExample_WithHalfAPair_NamesItsPlace(string member, string place)
    {
        string json = $"{{ {Layers}, \"learningRate\": 1, \"samples\": [{{ \"input\": [1], \"target\": [1] }}], {member} }}";

        AssertNamed(place, path => ExampleFile.Read(path), json);
    }

    [Theory]
    [InlineData("\"training\": { \"\\ud800\": 1 }", "$.training.\\ud800")]
    [InlineData("\"loss\\ud800\": 1", "$.loss\\ud800")]
    public void ReadModel_WithHalfAPair_NamesItsPlace(string member, string place)
    {
        AssertNamed(place, path => ModelFile.Read(path), $"{{ {Layers}, {member} }}");
    }

    private void AssertNamed(string place, Func<string, object> read, string json)
    {
        string path = _folder.WriteText("file.json", json);

        string message = Assert.Throws<DataException>(() => read(path)).Message;

        Assert.Equal($"{path}: {place}: this text is not Unicode: half of a surrogate pair stands alone; expected both halves.", message);
    }
}
