using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class CurvesPictureTests
{
    private static readonly EpochResult[] ThreeEpochs =
    [
        Result(0, 2.45311, 0.0975, 0.0974),
        Result(1, 0.27633, 0.9163, 0.9186),
        Result(2, 0.18363, 0.9452, 0.9426),
        Result(3, 0.14113, 0.9579, 0.9537),
    ];

    [Fact]
    public void Svg_OfThreeEpochs_EndsEachLineWithTheLastEpochsValue()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("784-32-32-10 on MNIST", ThreeEpochs));

        Assert.Equal(["loss 0.14113"], drawn.Texts("value", "loss"));
        Assert.Equal(["training 95.79 %"], drawn.Texts("value", "training"));
        Assert.Equal(["test 95.37 %"], drawn.Texts("value", "test"));
        Assert.Equal("784-32-32-10 on MNIST", drawn.Title);
        Assert.Equal(["784-32-32-10 on MNIST"], drawn.Texts("title"));
        Assert.StartsWith("At epoch 0, then at epoch 3: training loss 2.45311, then 0.14113; training", drawn.Description, StringComparison.Ordinal);
    }

    [Fact]
    public void Svg_OfThreeEpochs_HasAxesWithTitlesAndRoundNumbers()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs));

        Assert.Equal(["0.0", "0.5", "1.0", "1.5", "2.0", "2.5"], drawn.Texts("loss-tick"));
        Assert.Equal(["0", "20", "40", "60", "80", "100"], drawn.Texts("accuracy-tick"));
        Assert.Equal(["0", "1", "2", "3"], drawn.Texts("epoch-tick"));
        Assert.Equal(["epoch", "training loss", "accuracy in %"], drawn.Texts("axis"));

        // Upwards and to the right, as a reader expects; y grows downwards in SVG.
        Assert.InRange(Place(drawn, "loss-tick", "0.0", "y") - Place(drawn, "loss-tick", "2.5", "y"), 300.0, 500.0);
        Assert.InRange(Place(drawn, "accuracy-tick", "0", "y") - Place(drawn, "accuracy-tick", "100", "y"), 300.0, 500.0);
        Assert.InRange(Place(drawn, "epoch-tick", "3", "x") - Place(drawn, "epoch-tick", "0", "x"), 400.0, 800.0);
    }

    [Fact]
    public void Svg_Points_StandWhereTheTicksSayTheyAre()
    {
        // The second epoch's loss is 1.0 and its accuracies are 40 % and 60 %: all are marked on an axis.
        EpochResult[] results = [Result(0, 2.5, 0.0, 0.2), Result(1, 1.0, 0.4, 0.6), Result(2, 0.5, 0.8, 1.0)];

        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", results));

        double epoch = Place(drawn, "epoch-tick", "1", "x");
        Assert.Equal([epoch, Place(drawn, "loss-tick", "1.0", "y") - 4.5], Vertices(drawn, "loss")[1], Close);
        Assert.Equal([epoch, Place(drawn, "accuracy-tick", "40", "y") - 4.5], Vertices(drawn, "training")[1], Close);
        Assert.Equal([epoch, Place(drawn, "accuracy-tick", "60", "y") - 4.5], Vertices(drawn, "test")[1], Close);
    }

    [Theory]
    [InlineData(2.5, "2.5", "training loss")]
    [InlineData(2.51, "4", "training loss")]
    [InlineData(0.3, "0.4", "training loss")]
    [InlineData(14.0, "20", "training loss")]
    [InlineData(1.0, "1.0", "training loss")]
    [InlineData(0.0, "1.0", "training loss")]
    [InlineData(0.0021, "0.0025", "training loss")]
    [InlineData(3.4e-7, "4", "training loss in 10⁻⁷")]
    [InlineData(7.9e12, "8", "training loss in 10¹²")]
    [InlineData(1e308, "4", "training loss in 10³⁰⁰")]
    public void Svg_LossOfEachSize_HasAnAxisThatReachesIt(double loss, string highest, string title)
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", [Result(0, loss, 0.1, 0.1), Result(1, loss / 2.0, 0.1, 0.1)]));

        Assert.Equal(highest, drawn.Texts("loss-tick")[^1]);
        Assert.Contains(title, drawn.Texts("axis"));
        AssertInside(drawn);
    }

    [Fact]
    public void Svg_LossesOverManyPowersOfTen_HaveALogarithmicAxis()
    {
        EpochResult[] results = [.. Enumerable.Range(0, 9).Select(epoch => Result(epoch, 40.0 * Math.Pow(10.0, -epoch), 0.5, 0.5))];

        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", results));

        Assert.Equal(["10⁻⁸", "10⁻⁶", "10⁻⁴", "10⁻²", "10⁰", "10²"], drawn.Texts("loss-tick"));
        Assert.Contains("training loss, logarithmic", drawn.Texts("axis"));
        Assert.Equal(["loss 4.00 × 10⁻⁷"], drawn.Texts("value", "loss"));

        // Each epoch divides by ten, so the line is straight.
        double[][] vertices = Vertices(drawn, "loss");
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
        EpochResult[] results = [.. Enumerable.Range(0, epochs + 1).Select(epoch => Result(epoch, 2.3 / (1 + epoch), 0.9, 0.9))];
        int spike = epochs * 2 / 3;
        results[spike] = results[spike] with { TrainingLoss = 4.6 };

        string svg = CurvesPicture.Svg("title", results);

        Drawn drawn = Drawn.Of(svg);
        double[][] vertices = Vertices(drawn, "loss");
        Assert.InRange(vertices.Length, fewest, most);
        Assert.Equal(Invariant($"{epochs:N0}"), drawn.Texts("epoch-tick")[^1]);
        Assert.InRange(drawn.Texts("epoch-tick").Length, 3, 11);

        // The spike of a single epoch is higher than where the line starts.
        Assert.InRange(vertices.Min(vertex => vertex[1]), 0.0, vertices[0][1] - 5.0);
        Assert.InRange(svg.Length, 1_000, 60_000);
        AssertInside(drawn);
    }

    [Fact]
    public void Svg_OfOneEpoch_MarksItsThreePoints()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs[..1]));

        Assert.Equal(["0"], drawn.Texts("epoch-tick"));
        Assert.Equal(3, drawn.All("path", "mark").Count(mark => !Drawn.Classes(mark).Contains("sample")));
        Assert.Equal(["loss 2.45311", "training 9.75 %", "test 9.74 %"], drawn.Texts("value"));
        AssertInside(drawn);
    }

    [Theory]
    [InlineData(0.0, 1.0, 1.0)]
    [InlineData(2.5, 1.0, 1.0)]
    [InlineData(1.25, 0.5, 0.5)]
    [InlineData(0.0, 0.0, 0.0)]
    [InlineData(2.302585, 0.1, 0.1)]
    public void Svg_LinesThatEndAtTheSamePlace_HaveValuesThatDoNotOverlap(double loss, double training, double test)
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", [Result(0, 2.5, 0.1, 0.1), Result(1, loss, training, test)]));

        double[] heights = [.. drawn.All("text", "value").Select(value => Drawn.Number(value, "y")).Order()];
        Assert.InRange(heights[1] - heights[0], 17.0, 1000.0);
        Assert.InRange(heights[2] - heights[1], 17.0, 1000.0);
        AssertInside(drawn);
    }

    [Fact]
    public void Svg_EpochsWithNumbersThatAreNone_AreLeftOut()
    {
        EpochResult[] results = [.. ThreeEpochs, Result(4, double.NaN, 0.1, 0.1), Result(5, double.PositiveInfinity, 0.1, 0.1)];

        Assert.Equal(CurvesPicture.Svg("title", ThreeEpochs), CurvesPicture.Svg("title", results));
        Assert.Throws<ArgumentException>(() => CurvesPicture.Svg("title", results[4..]));
    }

    [Fact]
    public void Svg_Lines_DifferInDashesAndMarksAsWellAsInColour()
    {
        Drawn drawn = Drawn.Of(CurvesPicture.Svg("title", ThreeEpochs));

        Assert.Matches(@"\.line\.training \{[^}]*stroke-dasharray", drawn.Style);
        Assert.Matches(@"\.line\.test \{[^}]*stroke-dasharray", drawn.Style);
        Assert.DoesNotMatch(@"\.line\.loss \{[^}]*stroke-dasharray", drawn.Style);
        IEnumerable<string> marks = drawn.All("path", "mark", "sample").Select(mark => (string)mark.Attribute("d")!);
        Assert.Equal(3, marks.Select(mark => Regex.Replace(mark, "^M[^a-z]*", "")).Distinct().Count());
        Assert.Equal(["training loss (left)", "training accuracy (right)", "test accuracy (right)"], drawn.Texts("legend"));
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

    // The picture shows neither the loss on the test digits nor the seconds.
    private static EpochResult Result(int epoch, double loss, double trainingAccuracy, double testAccuracy)
    {
        return new EpochResult(epoch, loss, trainingAccuracy, double.NaN, testAccuracy, Seconds: 0.0);
    }

    private static double Place(Drawn drawn, string style, string label, string name)
    {
        return Drawn.Number(drawn.All("text", style).Single(tick => tick.Value == label), name);
    }

    private static double[][] Vertices(Drawn drawn, string series)
    {
        XElement line = drawn.All("path", "line", series).Single(path => !Drawn.Classes(path).Contains("sample"));
        return
        [
            .. ((string)line.Attribute("d")!).Split('M', 'L').Skip(1)
                .Select(vertex => vertex.Split(' ').Select(number => double.Parse(number, CultureInfo.InvariantCulture)).ToArray()),
        ];
    }

    private static bool Close(double first, double second) => Math.Abs(first - second) < 0.02;

    private static void AssertInside(Drawn drawn)
    {
        XElement frame = Assert.Single(drawn.All("rect", "frame"));
        double left = Drawn.Number(frame, "x");
        double top = Drawn.Number(frame, "y");
        foreach (string series in (string[])["loss", "training", "test"])
        {
            Assert.All(Vertices(drawn, series), vertex =>
            {
                Assert.InRange(vertex[0], left, left + Drawn.Number(frame, "width"));
                Assert.InRange(vertex[1], top, top + Drawn.Number(frame, "height"));
            });
        }

        Assert.All(drawn.All("text", "value"), value => Assert.InRange(Drawn.Number(value, "y"), top, top + Drawn.Number(frame, "height")));
    }
}
