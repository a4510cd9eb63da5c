using LoopNet.Data;
using LoopNet.Spreadsheets;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Spreadsheets;

/// <summary>A trace as a workbook: its formulas give the numbers of the trace, also where a given number is changed.</summary>
public sealed class TraceWorkbookTests
{
    private const long Seed = 7;

    public static TheoryData<string> Small => [.. ShippedExamples.Names.Where(name => name != "full-size")];

    [Theory]
    [MemberData(nameof(Small))]
    public void Formulas_OfAShippedExample_GiveItsTrace(string name)
    {
        Example example = ShippedExamples.Read(name);

        Assert.True(AssertTrace(example, TraceWorkbook.Sheets(OwnNames.Of(example), Math.Min(3, example.LastStep))) > 10);
    }

    [Fact]
    public void Formulas_OfEveryPairOfActivationAndLoss_GiveItsTrace()
    {
        int count = 0;
        foreach (Example example in PairExamples.All(Seed))
        {
            Reduction reduction = count % 2 == 0 ? Reduction.Mean : Reduction.Sum;
            Example varied = example with { Rule = example.Rule with { Reduction = reduction, UpdateBiases = count % 3 > 0 }, BatchSize = 2 };
            AssertTrace(varied, TraceWorkbook.Sheets(OwnNames.Of(varied), 1 + (count % 2)));
            count++;
        }
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Formulas_AfterAnyGivenNumberHasChanged_GiveTheTraceOfTheChangedExample(string name)
    {
        Example example = ShippedExamples.Read(name);
        int steps = Math.Min(2, example.LastStep);
        IReadOnlyList<WorkbookSheet> sheets = TraceWorkbook.Sheets(OwnNames.Of(example), steps);
        Network network = example.Network.Copy();
        Example changed = example with { Network = network };
        for (int l = 1; l <= network.Layers.Length; l++)
        {
            network.Layers[l - 1].W[0][^1] += 0.125;
            Change(sheets[0], Invariant($"W_{l}"), network.Layers[l - 1].W[0][^1], network.Layers[l - 1].W[0].Length - 1);
        }

        Assert.True(AssertTrace(changed, sheets) > 10);
    }

    [Fact]
    public void Formulas_AfterAChangeOfRateInputTargetAndSlope_GiveTheTraceOfTheChangedExample()
    {
        double[][] W = [[0.5, -0.25], [-0.75, 0.125]];
        Example Made(double slope, double rate, double x, double y) => new(
            "made",
            new Network([new Layer(W, [0.1, -0.2], new LeakyRelu(slope)), new Layer([[1.0, 2.0]], null, new Tanh())], new SquaredError()),
            new SampleList([[x, 2.0], [0.5, -1.0]], [[y], [0.25]]),
            new UpdateRule(rate),
            BatchSize: 1,
            Steps: 4,
            Source: null);
        IReadOnlyList<WorkbookSheet> sheets = TraceWorkbook.Sheets(OwnNames.Of(Made(0.01, 0.5, 1.0, 0.5)));
        Change(sheets[0], "slope_1", 0.25);
        Change(sheets[0], "eta", 0.125);
        Change(sheets[0], "x", -0.5);
        Change(sheets[0], "y", -1.0);

        Assert.True(AssertTrace(Made(0.25, 0.125, -0.5, -1.0), sheets) > 100);
    }

    [Theory]
    [InlineData("cross-entropy", 800.0)]
    [InlineData("cross-entropy", 640.0)]
    [InlineData("binary-cross-entropy", 40.0)]
    [InlineData("binary-cross-entropy", -800.0)]
    public void Formulas_WhereALossSaturates_GiveItsTraceBeforeAndAfter(string lossName, double weight)
    {
        Loss loss = Loss.Named(lossName)!;
        Activation output = loss is BinaryCrossEntropy ? new Sigmoid() : new Softmax();
        Example Made(double weight) => new(
            "saturated",
            new Network([new Layer([[weight], [0.0]], [0.0, 0.0], output)], loss),
            new SampleList([[1.0]], [weight < 0.0 ? [1.0, 0.0] : [0.0, 1.0]]),
            new UpdateRule(0.5),
            BatchSize: 1,
            Steps: 2,
            Source: null);
        Assert.True(ExampleRun.Records(Made(weight))[0].Samples[0].Saturated);
        Assert.False(ExampleRun.Records(Made(Math.Sign(weight)))[0].Samples[0].Saturated);

        AssertTrace(Made(weight), TraceWorkbook.Sheets(OwnNames.Of(Made(weight))));
        IReadOnlyList<WorkbookSheet> sheets = TraceWorkbook.Sheets(OwnNames.Of(Made(Math.Sign(weight))));
        Change(sheets[0], "W_1", weight);
        AssertTrace(Made(weight), sheets);
    }

    [Fact]
    public void Formulas_OfLargeWeightedSums_DoNotOverflow()
    {
        Example example = new(
            "large",
            new Network([new Layer([[-800.0], [800.0], [-744.0]], null, new Sigmoid())], new SquaredError()),
            new SampleList([[1.0]], [[0.0, 1.0, 0.5]]),
            new UpdateRule(0.5),
            BatchSize: 1,
            Steps: 1,
            Source: null);

        AssertTrace(example, TraceWorkbook.Sheets(OwnNames.Of(example)));
    }

    [Fact]
    public void Formulas_OfTheShortcutAndOfSamplesThatComeAgainWithoutARate_GiveTheTrace()
    {
        Example pair = PairExamples.All(Seed).First(example => example.Network.Loss is CrossEntropy && example.Network.Layers[^1].Activation is Softmax);
        Example shortcut = pair with { Rule = pair.Rule with { OutputGradient = OutputGradient.Shortcut } };
        Example still = pair with { Rule = new UpdateRule(), BatchSize = 1 };

        AssertTrace(shortcut, TraceWorkbook.Sheets(OwnNames.Of(shortcut), 3));
        AssertTrace(still, TraceWorkbook.Sheets(OwnNames.Of(still), 2));
    }

    [Fact]
    public void Formulas_OfManyInputs_AreShortAndRightInEitherLayout()
    {
        double[] row = [.. Enumerable.Range(1, 40).Select(k => 1.0 / k)];
        Network network = new([new Layer([row, [.. row.Reverse()]], [0.1, 0.2], new Tanh())], new SumOfSquares());
        Example example = new("wide", network, new SampleList([row], [[0.0, 0.0]]), new UpdateRule(0.5), 1, 1, null);
        IReadOnlyList<WorkbookSheet> sheets = TraceWorkbook.Sheets(OwnNames.Of(example));
        Assert.StartsWith("SUMPRODUCT(", Named(sheets[0], "z_1").Formula, StringComparison.Ordinal);

        AssertTrace(example, sheets);
        Assert.DoesNotContain("SUMPRODUCT", Named(TraceWorkbook.Sheets(new OwnNames(example, NotationFile.Resolve("rows")))[0], "z_1").Formula, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Small))]
    public void Cells_OfAShippedExample_ArePlainWhereGivenInStep1AndFormulasWithTheirValuesElsewhere(string name)
    {
        Example example = ShippedExamples.Read(name);
        StepTrace step = new ExampleTensors(example).Step(1);
        WorkbookSheet sheet = TraceWorkbook.Sheets(OwnNames.Of(example), 1)[0];

        foreach (TraceRecord record in step.Records)
        {
            string called = RangeName.Of(record.Symbol, step.Numbers.Count > 1 ? record.Sample : null);
            CellAddress first = sheet.Names.Single(range => range.Name == called).First;
            Cell[] cells = [.. record.Tensor.Indexes().Select(index => sheet[new CellAddress(first.Row + record.Tensor.Row(index), first.Column + Tensor.Column(index))]!)];
            Assert.Equal(record.Rows.SelectMany(row => row), cells.Select(cell => cell.Number!.Value));
            Assert.All(cells, cell => Assert.Equal(record.Equation is null, cell.Formula is null));
        }
    }

    [Theory]
    [InlineData("columns")]
    [InlineData("rows")]
    [InlineData("delta")]
    public void Formulas_InAnotherNotation_ReadTheSameNumbers(string notation)
    {
        Example example = ShippedExamples.Read("xor-batch");
        IReadOnlyList<WorkbookSheet> plain = TraceWorkbook.Sheets(OwnNames.Of(example));
        IReadOnlyList<WorkbookSheet> own = TraceWorkbook.Sheets(new OwnNames(example, NotationFile.Resolve(notation)));

        FormulaEvaluator evaluator = new(own);
        (string Name, double Sum) Summed(WorkbookSheet sheet, (string Name, CellAddress First, CellAddress Last) range) => (range.Name, Cells(range).Sum(cell => sheet == own[0] ? evaluator.Value(sheet, cell) : sheet[cell]!.Number!.Value));
        foreach (((string Name, double Sum) left, (string Name, double Sum) right) in plain[0].Names.Select(range => Summed(plain[0], range)).Zip(own[0].Names.Select(range => Summed(own[0], range))))
        {
            Assert.Equal(left.Name, right.Name);
            Assert.Equal(left.Sum, right.Sum, 1e-12);
        }
    }

    [Fact]
    public void Texts_InANotation_AreItsLabelsWithoutStepAndSample()
    {
        string[] texts = [.. TraceWorkbook.Sheets(new OwnNames(ShippedExamples.Read("xor-batch"), NotationFile.Resolve("delta")))[0].Rows.SelectMany(row => row.Cells).Select(cell => cell.Cell.Text ?? "")];

        Assert.Equal(4, texts.Count(text => text == "net1 = W1 x + b1"));
        Assert.Equal(4, texts.Count(text => text.EndsWith("   delta1 (-dL/dz1)", StringComparison.Ordinal)));
    }

    [Fact]
    public void Formula_OfThePage_IsThatOfTheWorkbook()
    {
        string formula = Named(TraceWorkbook.Sheets(OwnNames.Of(ShippedExamples.Read("mazur")))[0], "z_1").Formula!;

        Assert.Contains($"`z1[0]` of mazur is `={formula}`", Repository.Read("docs/spreadsheets.md"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("W1", null, "W_1")]
    [InlineData("W12'", null, "W_12_new")]
    [InlineData("dL/dW1", 0, "dL_dW_1.s0")]
    [InlineData("mean dL/db2", null, "mean_dL_db_2")]
    [InlineData("dz1/dx", null, "dz_1_dx")]
    [InlineData("L", 3, "L.s3")]
    public void RangeName_OfATensor_IsNoCellAndNoQuotient(string symbol, int? sample, string name)
    {
        Assert.Equal(name, RangeName.Of(symbol, sample));
    }

    [Fact]
    public void Text_OfAnExample_IsDataAndNeverAFormula()
    {
        Example example = ShippedExamples.Read("tiny") with { Source = "=HYPERLINK(\"http://example.org\")" };
        using MemoryStream stream = new();

        TraceWorkbook.Write(stream, OwnNames.Of(example));

        Cell[] cells = [.. Saved(stream)[0].Rows.SelectMany(row => row.Cells).Select(cell => cell.Cell)];
        Assert.Contains(cells, cell => cell.Text?.Contains("=HYPERLINK", StringComparison.Ordinal) == true && cell.Formula is null);
        Assert.DoesNotContain(cells, cell => cell.Formula?.Contains("HYPERLINK", StringComparison.Ordinal) == true);
    }

    [Fact]
    public void Write_OfOneExampleTwice_GivesTheSameBytes()
    {
        using MemoryStream first = new();
        using MemoryStream second = new();
        TraceWorkbook.Write(first, OwnNames.Of(ShippedExamples.Read("mazur")));
        Thread.Sleep(2100); // the times of a zip archive have steps of two seconds

        TraceWorkbook.Write(second, OwnNames.Of(ShippedExamples.Read("mazur")));

        Assert.Equal(first.ToArray(), second.ToArray());
    }

    [Fact]
    public void Sheets_OfWhatNoWorkbookHolds_SayWhatToDo()
    {
        Example example = ShippedExamples.Read("mazur");
        Layer[] layers = [.. example.Network.Layers.Select(layer => new Layer(layer.W, layer.b, new Halved()))];
        Example strange = example with { Network = new Network(layers, new SquaredError()) };

        Assert.Contains("has a sheet for each of 200 steps at most", Assert.Throws<TraceException>(() => TraceWorkbook.Sheets(OwnNames.Of(example), 201)).Message, StringComparison.Ordinal);
        Assert.Equal("A workbook has no formula for the activation sigmoid: write this trace as txt or jsonl.", Assert.Throws<TraceException>(() => TraceWorkbook.Sheets(OwnNames.Of(strange))).Message);
    }

    private static int AssertTrace(Example example, IReadOnlyList<WorkbookSheet> sheets) => WorkbookComparison.AssertTrace(example, sheets, new FormulaEvaluator(sheets).Value);

    private static IEnumerable<CellAddress> Cells((string Name, CellAddress First, CellAddress Last) range)
    {
        return Enumerable.Range(range.First.Row, range.Last.Row - range.First.Row + 1)
            .SelectMany(row => Enumerable.Range(range.First.Column, range.Last.Column - range.First.Column + 1).Select(column => new CellAddress(row, column)));
    }

    private static Cell Named(WorkbookSheet sheet, string name) => sheet[sheet.Names.Single(range => range.Name == name).First]!;

    private static void Change(WorkbookSheet sheet, string name, double number, int column = 0)
    {
        CellAddress first = sheet.Names.Single(range => range.Name == name).First;
        CellAddress address = first with { Column = first.Column + column };
        Assert.Null(sheet[address]!.Formula);
        sheet[address] = Cell.OfNumber(number);
    }

    private static IReadOnlyList<WorkbookSheet> Saved(MemoryStream stream)
    {
        using TemporaryFolder folder = new();
        string path = Path.Combine(folder.Path, "saved.xlsx");
        File.WriteAllBytes(path, stream.ToArray());
        return WorkbookReader.Read(path);
    }

    /// <summary>An activation of somebody's own under a known name.</summary>
    private sealed class Halved : Sigmoid
    {
        public override double Value(double z) => 0.5 * base.Value(z);
    }
}
