using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>What a network says to a digit from a picture, and to digits without labels.</summary>
public sealed class PicturePredictionTests : IDisposable
{
    // A PNG of 8 x 8 with a dark bar on white, made by another program (zlib and struct of Python).
    private const string BarPng = "iVBORw0KGgoAAAANSUhEUgAAAAgAAAAICAAAAADhZOFXAAAAE0lEQVR42mP4DwUMQCwiQg4DDABrITS9xrWa6QAAAABJRU5ErkJggg==";

    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public PicturePredictionTests()
    {
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => new double[784])];
        double[] biases = [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        _model = Place("model.json");
        ModelFile.Write(_model, new Model(new Network([new Layer(weights, biases, new Softmax())], new CrossEntropy()), OutputGradient.Jacobian, Training: null));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_PictureOfADigit_ShowsWhatTheNetworkSawAndSays()
    {
        CommandRun run = CommandRun.Of("predict", "--model", _model, "--picture", Pgm());

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Equal($"picture   {Place("one.pgm")}", lines[1]);
        Assert.Contains(lines, line => line.Contains("@@", StringComparison.Ordinal));
        Assert.Contains(lines, line => System.Text.RegularExpressions.Regex.IsMatch(line, @"^3 +0\.231969 \*$"));
        Assert.Equal("the network says 3", lines[^1]);
    }

    [Theory]
    [InlineData("--out")]
    [InlineData("--sheet", "--out")]
    [InlineData("--sheet", "1", "--out")]
    public void Predict_PictureAndSheet_DrawsThePreparedPictureBesideTheOutputs(params string[] options)
    {
        CommandRun run = CommandRun.Of(["predict", "--model", _model, "--picture", Pgm(), .. options, Place("s.svg")]);

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string picture = File.ReadAllText(Place("s.svg"));
        Assert.Contains(">predicted 3</text>", picture, StringComparison.Ordinal);
        Assert.DoesNotContain("target-box\"", picture, StringComparison.Ordinal);
        Assert.Contains("1 digit without a label; predicted: 3", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Picture_WritesWhatPredictSees()
    {
        CommandRun run = CommandRun.Of("data", "show", "--picture", Pgm(), "--out", Place("seen.pgm"));

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string[] lines = File.ReadAllLines(Place("seen.pgm"));
        Assert.Equal(["P2", "28 28", "255"], lines[..3]);
        Assert.Equal(28 * 28, lines[3..].Sum(line => line.Split(' ').Length));
        Assert.Contains("@@", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Show_Png_IsDecoded()
    {
        CommandRun run = CommandRun.Of("data", "show", "--picture", _folder.Write("bar.png", Convert.FromBase64String(BarPng)));

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        Assert.Equal(20, CommandRun.Lines(run.Output).Length);
    }

    [Theory]
    [InlineData("none.png", null, "There is no file")]
    [InlineData("a.png", "not a picture", "is no picture that is known, but a PNG, JPEG, BMP, GIF or PGM was expected")]
    [InlineData("a.webp", "RIFF0000WEBPVP8 ", "is a WebP picture, but a PNG, JPEG, BMP, GIF or PGM was expected")]
    [InlineData("a.pgm", "P2\n3 3\n255\n1 2 3", "a whole number from 0 to 255 was expected")]
    [InlineData("a.pgm", "P2\n4 4\n255\n9 9 9 9 9 9 9 9 9 9 9 9 9 9 9 9", "no digit is seen")]
    [InlineData("a.png", "\u0089PNG\r\n\u001a\n0000", "")]
    public void Show_WhatIsNoPictureOfADigit_IsOneSentence(string name, string? content, string part)
    {
        string path = content is null ? Place(name) : _folder.Write(name, System.Text.Encoding.Latin1.GetBytes(content));

        string sentence = CommandRun.Of("data", "show", "--picture", path).AssertOneSentence();

        Assert.Contains(path, sentence, StringComparison.Ordinal);
        Assert.Contains(part, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_TableWithoutLabels_WritesIndexAndDigitAndPerhapsTheOutputs()
    {
        string csv = _folder.WriteText("test.csv", string.Concat(Enumerable.Repeat($"{string.Join(',', new int[784])}\n", 3)));

        CommandRun run = CommandRun.Of("predict", "--model", _model, "--data", csv, "--out", Place("p.csv"));
        CommandRun full = CommandRun.Of("predict", "--model", _model, "--data", csv, "--out", Place("f.csv"), "--probabilities");

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        Assert.Equal("index,digit\n0,3\n1,3\n2,3\n", File.ReadAllText(Place("p.csv")));
        Assert.Equal(ExitStatus.Done, full.Status);
        string[] lines = File.ReadAllLines(Place("f.csv"));
        Assert.Equal("index,digit,p0,p1,p2,p3,p4,p5,p6,p7,p8,p9", lines[0]);
        Assert.Equal(1.0, lines[1].Split(',')[2..].Sum(number => double.Parse(number, System.Globalization.CultureInfo.InvariantCulture)), 12);
    }

    [Fact]
    public void Measure_TableWithoutLabels_IsRefused()
    {
        string csv = _folder.WriteText("test.csv", string.Concat(Enumerable.Repeat($"{string.Join(',', new int[784])}\n", 3)));

        foreach (string[] args in (string[][])[["evaluate", "--model", _model], ["train", "--epochs", "0"]])
        {
            Assert.Contains("holds 784 pixels for each digit and no label", CommandRun.Of([.. args, "--data", csv]).AssertOneSentence(), StringComparison.Ordinal);
        }

        Assert.EndsWith("the network says 3\n", CommandRun.Of("predict", "--model", _model, "--data", csv).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--picture names one digit, and --data a set of them", "--picture", "x.png", "--data", "embedded")]
    [InlineData("--probabilities is for a table of answers", "--data", "embedded", "--probabilities")]
    [InlineData("--sheet draws a picture, and --out FILE.csv asks for a table", "--data", "embedded", "--sheet", "2", "--out", "p.csv")]
    public void Predict_OptionsThatContradict_AreOneSentence(string start, params string[] options)
    {
        Assert.StartsWith(start, CommandRun.Of(["predict", "--model", _model, .. options]).AssertOneSentence(), StringComparison.Ordinal);
    }

    private string Place(string name) => Path.Join(_folder.Path, name);

    private string Pgm()
    {
        GreyPicture one = LargeDigits.Draw(1, 4, LargeDigits.All[0]);
        string shades = string.Join('\n', one.Shades.Select(shade => (int)(255.0 * shade)));
        return _folder.WriteText("one.pgm", $"P2\n# drawn\n{one.Width} {one.Height}\n255\n{shades}\n");
    }
}
