using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class PlotFileTests : IDisposable
{
    private static readonly EpochResult[] Results =
    [
        new(0, 2.4, 0.1, 2.4, 0.1, 0.0),
        new(1, 0.5, 0.8, 0.6, 0.7, 1.5),
        new(3, 0.125, 0.95, 0.2, 0.9, 1.5),
    ];

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(nameof(TrainingState.GoesOn), "training, epoch 3 of 10")]
    [InlineData(nameof(TrainingState.Finished), "finished after epoch 3")]
    [InlineData(nameof(TrainingState.Interrupted), "interrupted after epoch 3")]
    [InlineData(nameof(TrainingState.Failed), "ended by an error after epoch 3")]
    public void Write_PageOfEachState_SaysItAndLooksForMoreWhileThereIsMore(string state, string words)
    {
        string page = Written("plot.html", Enum.Parse<TrainingState>(state));

        Assert.Contains($"<p role=\"status\">{words}</p>", page, StringComparison.Ordinal);
        Assert.Contains(state == nameof(TrainingState.GoesOn) ? "<main class=\"goes-on\">" : "<main class=\"ended\">", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http-equiv=\"refresh\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Page_HoldsThePlotsAndTextsThatAreNoMarkup()
    {
        XElement main = MainOf(Written("plot.HTML", TrainingState.Finished, "a <b> & \"c\""));

        Assert.Equal("a <b> & \"c\"", main.Element("h1")!.Value);
        Assert.Equal(["loss", "accuracy in %"], main.Descendants("figure").Select(figure => figure.Element(SvgWriter.Namespace + "svg")!.Element(SvgWriter.Namespace + "title")!.Value));
        string[] labels = [.. main.Descendants(SvgWriter.Namespace + "text").Where(text => Drawn.Classes(text).Contains("label")).Select(text => text.Value)];
        Assert.Equal(["training", "0.12500", "test", "0.20000", "training", "95.00 %", "test", "90.00 %"], labels);
    }

    // A browser test shows that the browser agrees.
    [Fact]
    public void Write_Page_AllowsItsOwnStyleAndScriptAloneByTheirHashes()
    {
        string page = Written("plot.html", TrainingState.GoesOn);

        string policy = Regex.Match(page, "Content-Security-Policy\" content=\"([^\"]*)\"").Groups[1].Value;
        Assert.Equal($"default-src 'none'; style-src '{HashOf(page, "style")}'; script-src '{HashOf(page, "script")}'; frame-src 'self' file:; base-uri 'none'; form-action 'none'", policy);
        Assert.DoesNotContain(" style=", page, StringComparison.Ordinal);
        Assert.DoesNotContain("http:", page.Replace(SvgWriter.Namespace.NamespaceName, "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.DoesNotContain("https:", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_Picture_SaysHowFarItIsUntilItIsFinished()
    {
        Drawn during = Drawn.Of(Written("plot.svg", TrainingState.GoesOn, lastEpoch: 1000));
        Drawn interrupted = Drawn.Of(Written("plot.svg", TrainingState.Interrupted));
        string finished = Written("plot.svg", TrainingState.Finished);

        Assert.Contains("training, epoch 3 of 1,000", during.Texts("soft"));
        Assert.Contains("interrupted after epoch 3", interrupted.Texts("soft"));
        Assert.Equal(CurvesPicture.Svg("title", Results), finished);
    }

    [Fact]
    public void Write_AfterEachEpoch_ReplacesTheFileWhole()
    {
        string path = Path.Join(_folder.Path, "plot.svg");
        PlotFile.Write(path, "title", Results, 10, TrainingState.GoesOn);

        PlotFile.Write(path, "title", Results[..2], 10, TrainingState.Finished);

        Assert.Equal(CurvesPicture.Svg("title", Results[..2]), File.ReadAllText(path));
        Assert.Equal([path], Directory.GetFiles(_folder.Path));
    }

    [Theory]
    [InlineData("plot.png")]
    [InlineData("plot")]
    [InlineData("svg")]
    public void Check_OtherEnding_IsRefusedWithTheTwoThatThereAre(string name)
    {
        string path = Path.Join(_folder.Path, name);

        UsageException exception = Assert.Throws<UsageException>(() => PlotFile.CheckEnding(path));

        string names = "give a name that ends in .svg for a picture, or in .html for a page that follows the training";
        Assert.Equal($"--plot {path}: {names}", exception.Message);
        Assert.Throws<UsageException>(() => PlotFile.Write(path, "title", Results, 10, TrainingState.Finished));
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void Write_FolderThatIsGone_IsOneSentence()
    {
        string path = Path.Join(_folder.Path, "no-such-folder", "plot.svg");

        Assert.Throws<DataException>(() => PlotFile.Write(path, "title", Results, 10, TrainingState.Finished));
    }

    private static XElement MainOf(string page) => XElement.Parse(Regex.Match(page, "<main.*</main>", RegexOptions.Singleline).Value);

    private static string HashOf(string page, string element)
    {
        string content = Regex.Match(page, $"<{element}>(.*?)</{element}>", RegexOptions.Singleline).Groups[1].Value;
        return $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(content)))}";
    }

    private string Written(string name, TrainingState state, string title = "title", int lastEpoch = 10)
    {
        string path = Path.Join(_folder.Path, name);
        PlotFile.Write(path, title, Results, lastEpoch, state);
        return File.ReadAllText(path);
    }
}
