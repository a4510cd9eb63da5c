using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>The pictures that <c>predict</c> and <c>evaluate</c> draw.</summary>
public sealed class PictureOptionsTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly string _model;

    public PictureOptionsTests()
    {
        // No weight, and a bias that lifts output 3 over the others.
        double[][] weights = [.. Enumerable.Range(0, 10).Select(_ => new double[784])];
        double[] biases = [0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0];
        Network network = new([new Layer(weights, biases, new Softmax())], new CrossEntropy());
        _model = InFolder("model.json");
        ModelFile.Write(_model, new Model(network, OutputGradient.Jacobian, Training: null));
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Predict_Sheet_DrawsTheDigitsFromTheIndexOnAndSaysHowManyAreRight()
    {
        string csv = Digits();

        CommandRun run = CommandRun.Of(
            "predict", "--model", _model, "--data", csv, "--index", "1", "--sheet", "2", "--out", InFolder("sheet.svg"));

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string[] lines = CommandRun.Lines(run.Output);
        Assert.EndsWith("digits 1 to 2 of 3, counted from 0", lines[1], StringComparison.Ordinal);
        Assert.Equal("1 of 2 right; wrong: digit 2 (a 9, taken for a 3)", lines[2]);
        Assert.Equal($"sheet drawn in {InFolder("sheet.svg")}", lines[3]);
        Drawn drawn = Picture("sheet.svg");
        Assert.Equal(["target 3, predicted 3", "target 9, predicted 3"], drawn.Texts("answer"));
        Assert.Equal(["0.23", "0.23"], drawn.Texts("largest-value"));
        Assert.Equal("784-10, softmax, cross-entropy: digits 1 to 2 of digits.csv", drawn.Title);
    }

    [Theory]
    [InlineData("--sheet needs a picture to draw the digits in: give --out FILE.svg as well", "--sheet", "2")]
    [InlineData("--out is for a sheet of digits: give --sheet N as well", "--out", "sheet.svg")]
    [InlineData("--out sheet.png: the picture is an SVG; give a name that ends in .svg", "--sheet", "2", "--out", "sheet.png")]
    [InlineData("--sheet is a whole number of at least 1", "--sheet", "0", "--out", "sheet.svg")]
    [InlineData("--sheet 4: there are 3 digits from --index 0 on", "--sheet", "4", "--out", "sheet.svg")]
    [InlineData("--sheet 3: there are 2 digits from --index 1 on", "--sheet", "3", "--out", "sheet.svg", "--index", "1")]
    [InlineData("--out no-such-folder/sheet.svg: there is no folder", "--sheet", "1", "--out", "no-such-folder/sheet.svg")]
    public void Predict_SheetThatCannotBe_IsOneSentence(string start, params string[] options)
    {
        string sentence = CommandRun.Of(["predict", "--model", _model, "--data", Digits(), .. options]).AssertOneSentence();

        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
        Assert.False(File.Exists("sheet.svg"));
    }

    [Fact]
    public void Evaluate_ConfusionAndWeights_DrawsBothBesideTheFigures()
    {
        CommandRun run = CommandRun.Of(
            "evaluate", "--model", _model, "--data", Digits(), "--confusion", InFolder("c.svg"), "--weights", InFolder("w.SVG"));

        Assert.Equal((ExitStatus.Done, ""), (run.Status, run.Error));
        string[] lines = CommandRun.Lines(run.Output);
        Assert.Contains("accuracy  33.33 % (1 of 3)", lines);
        Assert.Equal($"confusion matrix drawn in {InFolder("c.svg")}", lines[^2]);
        Assert.Equal($"weights of the first layer drawn in {InFolder("w.SVG")}", lines[^1]);
        Drawn confusion = Picture("c.svg");
        Assert.Equal("784-10, softmax, cross-entropy on digits.csv", confusion.Title);
        Assert.Equal("1 of 3 right: accuracy 33.33 %.", confusion.Description);
        Assert.Equal(["0", "0", "0", "3", "0", "0", "0", "0", "0", "0"], confusion.Texts("column-total"));
        Assert.Equal(10, Picture("w.SVG").All("g", "unit").Length);
    }

    [Fact]
    public void Evaluate_OnePicture_SaysNothingOfTheOther()
    {
        CommandRun run = CommandRun.Of("evaluate", "--model", _model, "--data", Digits(), "--weights", InFolder("w.svg"));

        Assert.DoesNotContain("drawn in", string.Join('\n', CommandRun.Lines(run.Output)[..^1]), StringComparison.Ordinal);
        Assert.EndsWith($"drawn in {InFolder("w.svg")}\n", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--confusion c.png: the picture is an SVG", "--confusion", "c.png")]
    [InlineData("--weights w: the picture is an SVG", "--weights", "w")]
    [InlineData("--weights no-such-folder/w.svg: there is no folder", "--weights", "no-such-folder/w.svg")]
    [InlineData("--confusion and --weights both name p.svg; give two files", "--confusion", "p.svg", "--weights", "./p.svg")]
    [InlineData("--confusion needs a value: --confusion FILE.svg", "--confusion")]
    public void Evaluate_PictureThatCannotBe_IsOneSentence(string start, params string[] options)
    {
        string sentence = CommandRun.Of(["evaluate", "--model", _model, "--data", Digits(), .. options]).AssertOneSentence();

        Assert.StartsWith(start, sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_PictureThatWouldReplaceAFileThatIsRead_IsRefused()
    {
        string model = InFolder("model.svg");
        File.Move(_model, model);

        string[] options = ["--model", model, "--data", "embedded"];
        string predict = CommandRun.Of(["predict", .. options, "--sheet", "1", "--out", model]).AssertOneSentence();
        string evaluate = CommandRun.Of(["evaluate", .. options, "--confusion", model]).AssertOneSentence();

        Assert.StartsWith($"--out {model}: this file is read, and would be overwritten", predict, StringComparison.Ordinal);
        Assert.StartsWith($"--confusion {model}: this file is read, and would be overwritten", evaluate, StringComparison.Ordinal);
    }

    // The last seventh, which is tested on, is 0, 3 and 9.
    private string Digits()
    {
        byte[] labels = [0, 3, 9];
        return CsvOfDigits.Write(_folder, new DigitSet("digits", new byte[labels.Length * 784], labels));
    }

    private string InFolder(string name) => Path.Join(_folder.Path, name);

    private Drawn Picture(string name) => Drawn.Of(File.ReadAllText(InFolder(name)));
}
