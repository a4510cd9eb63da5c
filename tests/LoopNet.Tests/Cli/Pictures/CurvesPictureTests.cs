using System.Globalization;
using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class CurvesPictureTests
{
    private static readonly EpochResult[] ThreeEpochs =
    [
        Result(0, 2.45311, 0.0975, 2.46, 0.0974),
        Result(1, 0.27633, 0.9163, 0.28, 0.9186),
        Result(2, 0.18363, 0.9452, 0.2, 0.9426),
        Result(3, 0.14113, 0.9579, 0.16902, 0.9537),
    ];

    [Fact]
    public void Svg_OfThreeEpochs_EndsEachLineWithTheLastEpochsValue()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("784-32-32-10 on MNIST", ThreeEpochs));

        Assert.Equal(["training", "0.14113", "training", "95.79 %"], drawn.Texts("label", "training"));
        Assert.Equal(["test", "0.16902", "test", "95.37 %"], drawn.Texts("label", "test"));
        Assert.Equal("784-32-32-10 on MNIST", drawn.Title);
        Assert.Equal(["784-32-32-10 on MNIST"], drawn.Texts("title"));
        const string Losses = "Training loss 2.45311 at epoch 0, 0.14113 at epoch 3. Test loss 2.46000 at epoch 0, 0.16902 at epoch 3.";
        const string Accuracies = "Training accuracy 9.75 % at epoch 0, 95.79 % at epoch 3. Test accuracy 9.74 % at epoch 0, 95.37 % at epoch 3.";
        Assert.Equal($"{Losses} {Accuracies}", drawn.Description);
    }

    [Fact]
    public void Svg_OfThreeEpochs_HasAxesWithTitlesAndRoundNumbers()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs));

        Assert.Equal(["0.0", "0.5", "1.0", "1.5", "2.0", "2.5", "0", "20", "40", "60", "80", "100"], drawn.Texts("value-tick"));
        Assert.Equal(["0", "1", "2", "3", "0", "1", "2", "3"], drawn.Texts("epoch-tick"));
        Assert.Equal(["loss", "epoch", "accuracy in %", "epoch"], drawn.Texts("axis-title"));

        // Upwards and to the right, as a reader expects; y grows downwards in SVG.
        Assert.Equal(100.0, Tick(drawn, "0.0", "y"));
        Assert.Equal(0.0, Tick(drawn, "2.5", "y"));
        Assert.Equal(0.0, Tick(drawn, "100", "y"));
        Assert.Equal([0.0, 33.333, 66.667, 100.0], drawn.All("text", "epoch-tick")[..4].Select(tick => Part(tick, "x")));
    }

    [Fact]
    public void Svg_Points_StandWhereTheTicksSayTheyAre()
    {
        // In the middle epoch each figure has the value of a tick.
        EpochResult[] results = [Result(0, 2.5, 0.0, 2.5, 0.2), Result(1, 1.0, 0.4, 1.5, 0.6), Result(2, 0.5, 0.8, 1.25, 1.0)];

        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", results));

        AssertPoint(drawn, "loss", "training", Tick(drawn, "1.0", "y"));
        AssertPoint(drawn, "loss", "test", Tick(drawn, "1.5", "y"));
        AssertPoint(drawn, "accuracy", "training", Tick(drawn, "40", "y"));
        AssertPoint(drawn, "accuracy", "test", Tick(drawn, "60", "y"));
    }

    [Theory]
    [InlineData(2.5, "2.5", "loss")]
    [InlineData(2.51, "4", "loss")]
    [InlineData(0.3, "0.4", "loss")]
    [InlineData(14.0, "20", "loss")]
    [InlineData(1.0, "1.0", "loss")]
    [InlineData(0.0, "1.0", "loss")]
    [InlineData(0.0021, "0.0025", "loss")]
    [InlineData(3.4e-7, "4", "loss in 10⁻⁷")]
    [InlineData(7.9e12, "8", "loss in 10¹²")]
    [InlineData(1e308, "4", "loss in 10³⁰⁰")]
    public void Svg_LossOfEachSize_HasAnAxisThatReachesIt(double loss, string highest, string title)
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", [Result(0, loss / 2.0, 0.1, loss / 3.0, 0.1), Result(1, loss / 2.0, 0.1, loss, 0.1)]));

        // The test loss alone reaches it.
        Assert.Equal(highest, drawn.Texts("value-tick")[^7]);
        Assert.Contains(title, drawn.Texts("axis-title"));
        AssertInside(drawn);
    }

    [Fact]
    public void Svg_LossesOverManyPowersOfTen_HaveALogarithmicAxis()
    {
        EpochResult[] results = [.. Enumerable.Range(0, 9).Select(epoch => Result(epoch, 40.0 * Math.Pow(10.0, -epoch), 0.5, 4.0, 0.5))];

        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", results));

        Assert.Equal(["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²"], drawn.Texts("value-tick")[..6]);
        Assert.Contains("loss, logarithmic", drawn.Texts("axis-title"));
        Assert.Equal("4.00 × 10⁻⁷", drawn.Texts("value", "training")[0]);

        // Each epoch divides by ten, so the line is straight.
        double[][] vertices = Vertices(drawn, "loss", "training");
        double fall = vertices[1][1] - vertices[0][1];
        Assert.All(Enumerable.Range(1, 8), index => Assert.Equal(fall, vertices[index][1] - vertices[index - 1][1], 0.011));
    }

    [Theory]
    [InlineData(3, 4, 4)]
    [InlineData(500, 501, 501)]
    [InlineData(2500, 300, 602)]
    [InlineData(100_000, 300, 602)]
    public void Svg_AnyNumberOfEpochs_DrawsNoMorePointsThanCanBeSeen(int epochs, int fewest, int most)
    {
        EpochResult[] results = [.. Enumerable.Range(0, epochs + 1).Select(epoch => Result(epoch, 2.3 / (1 + epoch), 0.9, 1.0, 0.9))];
        int spike = epochs * 2 / 3;
        results[spike] = results[spike] with { TrainingLoss = 4.6 };

        string svg = CurvesPicture.Svg("title", results);

        Drawn drawn = Drawn.Of(svg);
        double[][] vertices = Vertices(drawn, "loss", "training");
        Assert.InRange(vertices.Length, fewest, most);
        Assert.Equal(Invariant($"{epochs:N0}"), drawn.Texts("epoch-tick")[^1]);
        Assert.InRange(drawn.Texts("epoch-tick").Length, 2 * 3, 2 * 6);

        // The spike of a single epoch is higher than where the line starts.
        Assert.InRange(vertices.Min(vertex => vertex[1]), 0.0, vertices[0][1] - 5.0);
        Assert.InRange(svg.Length, 1_000, 60_000);
        AssertInside(drawn);
    }

    [Fact]
    public void Svg_OfOneEpoch_MarksItsPoints()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs[..1]));

        Assert.Equal(["0", "0"], drawn.Texts("epoch-tick"));
        Assert.Equal(4, drawn.All("circle", "mark").Length);
        Assert.Equal(["2.45311", "2.46000", "9.75 %", "9.74 %"], drawn.Texts("value"));
        Assert.StartsWith("Training loss 2.45311 at epoch 0. Test loss", drawn.Description, StringComparison.Ordinal);
        AssertInside(drawn);
    }

    [Theory]
    [InlineData(30, 4 * 30)]
    [InlineData(31, 4)]
    public void Svg_OfManyEpochs_MarksTheEndsOfTheLinesAlone(int epochs, int marks)
    {
        EpochResult[] results = [.. Enumerable.Range(1, epochs).Select(epoch => Result(epoch, 1.0 / epoch, 0.5, 1.0, 0.5))];

        Assert.Equal(marks, Drawn.Of(CurvesPicture.Svg("title", results)).All("circle", "mark").Length);
    }

    [Fact]
    public void Svg_EpochsWithNumbersThatAreNone_AreLeftOut()
    {
        EpochResult[] results = [.. ThreeEpochs, Result(4, double.NaN, 0.1, 0.1, 0.1), Result(5, double.PositiveInfinity, 0.1, 0.1, 0.1), Result(6, 0.1, 0.1, double.NaN, 0.1)];

        Assert.Equal(CurvesPicture.Svg("title", ThreeEpochs), CurvesPicture.Svg("title", results));
        Assert.Throws<ArgumentException>(() => CurvesPicture.Svg("title", results[4..]));
    }

    [Fact]
    public void Svg_Lines_DifferInDashesAndMarksAsWellAsInColour()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs));

        Assert.Matches(@"\.line\.test \{[^}]*stroke-dasharray", drawn.Style);
        Assert.DoesNotMatch(@"\.line\.training \{[^}]*stroke-dasharray", drawn.Style);
        Assert.Matches(@"\.mark\.test \{ fill: #ffffff; \}", drawn.Style);
        Assert.Matches(@"\.mark\.training[^{]*\{ fill: #0067b1; \}", drawn.Style);
    }

    [Fact]
    public void Svg_ALongTitleAndANote_AreBrokenIntoLinesThatFit()
    {
        string title = string.Join(' ', Enumerable.Repeat("sigmoid", 30));

        Drawn drawn = Drawn.Of(CurvesPicture.Svg(title, ThreeEpochs, "training, epoch 3 of 10"));

        string[] lines = drawn.Texts("title");
        Assert.Equal(title, string.Join(' ', lines));
        Assert.All(lines, line => Assert.InRange(line.Length, 1, 84));
        Assert.Contains("training, epoch 3 of 10", drawn.Texts("soft"));
        AssertInside(drawn);
    }

    // The picture does not show the seconds.
    private static EpochResult Result(int epoch, double trainingLoss, double trainingAccuracy, double testLoss, double testAccuracy)
    {
        return new EpochResult(epoch, trainingLoss, trainingAccuracy, testLoss, testAccuracy, Seconds: 0.0);
    }

    private static double Tick(Drawn drawn, string label, string name) => Part(drawn.All("text", "value-tick").Single(tick => tick.Value == label), name);

    private static double Part(XElement element, string name) => double.Parse(((string)element.Attribute(name)!).TrimEnd('%'), CultureInfo.InvariantCulture);

    // Line and mark of the middle epoch of three.
    private static void AssertPoint(Drawn drawn, string plot, string series, double height)
    {
        XElement area = Area(drawn, plot);
        double[] vertex = Vertices(drawn, plot, series)[1];
        Assert.Equal(50.0, 100.0 * vertex[0] / Drawn.Number(area, "width"), 0.01);
        Assert.Equal(height, 100.0 * vertex[1] / Drawn.Number(area, "height"), 0.01);
        XElement mark = area.Descendants(SvgWriter.Namespace + "circle").Where(circle => Drawn.Classes(circle).Contains(series)).ElementAt(1);
        Assert.Equal([50.0, height], [Part(mark, "cx"), Part(mark, "cy")]);
    }

    private static XElement Area(Drawn drawn, string plot) => Assert.Single(drawn.All("svg", "plot", plot));

    private static double[][] Vertices(Drawn drawn, string plot, string series)
    {
        XElement line = Area(drawn, plot).Descendants(SvgWriter.Namespace + "path").Single(path => Drawn.Classes(path).Contains(series));
        return
        [
            .. ((string)line.Attribute("d")!).Split('M', 'L').Skip(1)
                .Select(vertex => vertex.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()),
        ];
    }

    private static void AssertInside(Drawn drawn)
    {
        foreach (string plot in (string[])["loss", "accuracy"])
        {
            XElement area = Area(drawn, plot);
            foreach (string series in (string[])["training", "test"])
            {
                Assert.All(Vertices(drawn, plot, series), vertex =>
                {
                    Assert.InRange(vertex[0], 0.0, Drawn.Number(area, "width"));
                    Assert.InRange(vertex[1], 0.0, Drawn.Number(area, "height"));
                });
            }
        }
    }
}
