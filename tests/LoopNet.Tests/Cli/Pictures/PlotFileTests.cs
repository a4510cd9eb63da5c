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

    [Fact]
    public void Write_PageWhileTraining_RenewsItselfAndSaysHowFarItIs()
    {
        string page = Written("plot.html", TrainingState.GoesOn);

        Assert.Contains("<meta http-equiv=\"refresh\" content=\"2\" />", page, StringComparison.Ordinal);
        Assert.Contains("<p role=\"status\">training, epoch 3 of 10</p>", page, StringComparison.Ordinal);
        Assert.Contains("loss 0.12500", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Write_PageOfEachEnd_StaysAndSaysWhichEndItWas()
    {
        (TrainingState State, string Words)[] ends =
        [
            (TrainingState.Finished, "finished after epoch 3"),
            (TrainingState.Interrupted, "interrupted after epoch 3"),
            (TrainingState.Failed, "ended by an error after epoch 3"),
        ];
        foreach ((TrainingState state, string words) in ends)
        {
            string page = Written("plot.html", state);

            Assert.DoesNotContain("refresh", page, StringComparison.Ordinal);
            Assert.Contains($"<p role=\"status\">{words}</p>", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Write_Page_IsSoundAndHoldsThePicture()
    {
        XElement html = XDocument.Parse(Written("plot.HTML", TrainingState.Finished, "a <b> & \"c\"")).Root!;

        Assert.Equal("finished after epoch 3: a <b> & \"c\"", html.Element("head")!.Element("title")!.Value);
        XElement picture = Assert.Single(html.Descendants(SvgWriter.Namespace + "svg"));
        Assert.Equal(["a <b> & \"c\""], Drawn.Of(picture.ToString()).Texts("title"));
        Assert.Equal("utf-8", (string)html.Element("head")!.Element("meta")!.Attribute("charset")!);
        Assert.Empty(html.Descendants("script"));
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

        string names = "give a name that ends in .svg for a picture, or in .html for a page that renews itself";
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

    private string Written(string name, TrainingState state, string title = "title", int lastEpoch = 10)
    {
        string path = Path.Join(_folder.Path, name);
        PlotFile.Write(path, title, Results, lastEpoch, state);
        return File.ReadAllText(path);
    }
}
