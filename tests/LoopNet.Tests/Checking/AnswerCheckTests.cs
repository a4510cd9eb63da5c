using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Checking;

public class AnswerCheckTests
{
    [Theory]
    [InlineData("mazur", "{ \"z9\": [1] }", "$.z9[0]: there is no z9 in step 1 of mazur; it has W1, b1, W2, b2, x, z1, *")]
    [InlineData("mazur", "{ \"z1\": null, \"q\": null }", "$.q: there is no q in step 1 *")]
    [InlineData("mazur", "{ \"z1[2]\": 1 }", "$.z1[2]: found z1[2], but z1 is 2 numbers; indexes start at 0, so expected 0 to 1 in place of 2")]
    [InlineData("mazur", "{ \"z1\": [1, 2, 3] }", "$.z1[0]: found it in an array of 3; expected 2, since z1 is 2 numbers; null is a blank")]
    [InlineData("mazur", "{ \"z1\": [1] }", "$.z1[0]: found it in an array of 1; expected 2, *")]
    [InlineData("mazur", "{ \"z1\": 0.3 }", "$.z1: found a single number; expected 2 numbers for z1, or an element such as z1[0]")]
    [InlineData("mazur", "{ \"L\": [0.3, 0.2] }", "$.L[0]: found an array too many; expected L to be a single number")]
    [InlineData("mazur", "{ \"L[0]\": 0.3 }", "$.L[0]: found an index too many; expected L to be a single number")]
    [InlineData("mazur", "{ \"dL/dW1\": [[1, 2], [3]] }", "$.dL/dW1[1][0]: found it in an array of 1; expected 2, since dL/dW1 is 2 x 2; null is a blank")]
    [InlineData("tiny", "{ \"W1'\": [[1, 2], [3, 4], [5, 6]] }", "$.W1'[0][0]: found it in an array of 3; expected 2, since W1' is 2 x 3 and this is its transpose (a row holds what belongs to one unit; a notation with the layout input-unit writes it so); null is a blank")]
    [InlineData("mazur", "{ \"z1[0]\": 1, \"z1\": [2, null] }", "$.z1[0]: found z1[0] a second time; it stands at $.z1[0] already; expected each number once")]
    [InlineData("mazur", "{ \"L\": 1, \"1/0/L\": 2 }", "$.1/0/L: found L a second time; it stands at $.L already; expected each number once")]
    [InlineData("mazur", "{ \"0/0/L\": 1 }", "$.0/0/L: \"0/0/L\" asks for step 0; steps count from 1")]
    [InlineData("mazur", "{ \"100001/0/L\": 1 }", "$.100001/0/L: found step 100001; expected a step from 1 to 100000")]
    [InlineData("mazur", "{ \"1/1/L\": 1 }", "$.1/1/L: found sample 1 of step 1, but it has one sample, 0")]
    [InlineData("xor-batch", "{ \"1/4/L\": 1 }", "$.1/4/L: found sample 4 of step 1, but its samples are 0 to 3")]
    [InlineData("mazur", "{ \"1/0/W1'[0,0]\": 1 }", "$.1/0/W1'[0,0]: \"1/0/W1'[0,0]\" gives a sample to W1', which belongs to a whole step: write 1//W1'")]
    [InlineData("xor-batch", "{ \"mean dL/dW9[0,0]\": 1 }", "$.mean dL/dW9[0,0]: there is no mean dL/dW9 in step 1 of xor-batch; its gradients over the batch are called mean dL/dW1 and so on, *")]
    [InlineData("linear", "{ \"b1[0]\": 1 }", "$.b1[0]: there is no b1 in step 1 of linear; *")]
    [InlineData("mazur", "{ \"L\": \"0.3.\" }", "$.L: found \"0.3.\"; expected a finite decimal number, for example 0.0360 or 3.6e-2, or null for a blank")]
    [InlineData("mazur", "{ \"L\": 1e999 }", "$.L: found \"1e999\"; expected a finite decimal number, *")]
    [InlineData("mazur", "{ \"L\": \"NaN\" }", "$.L: found \"NaN\"; expected *")]
    [InlineData("mazur", "{ \"L\": null, \"z1\": [null, null] }", "no number is given; fill in at least one")]
    public void Of_AnswersThatMeanNothing_SaysWhereAndWhatIsExpected(string example, string json, string message)
    {
        IReadOnlyList<GivenAnswer> answers = Answers.Parse(json, "my.json");

        string found = Assert.Throws<CheckException>(() => AnswerCheck.Of(ShippedExamples.Read(example), answers)).Message;

        string expected = $"my.json: {message}";
        if (expected.EndsWith('*'))
        {
            Assert.StartsWith(expected[..^1], found, StringComparison.Ordinal);
        }
        else
        {
            Assert.Equal(expected, found);
        }
    }

    [Fact]
    public void Of_NoAnswersAtAll_IsNoCheck()
    {
        Assert.Throws<CheckException>(() => AnswerCheck.Of(ShippedExamples.Read("mazur"), []));
    }

    // A tensor of one number may be written as that number, and a row of a matrix under its own name.
    [Fact]
    public void Of_NumbersInAnyForm_FindsTheirPlaces()
    {
        IReadOnlyList<GivenAnswer> answers = Answers.Parse("{ \"z2\": 0.191, \"2/0/a1\": [\"0.92\", null], \"dL/dW1[1]\": [-0.2427, -0.36405], \"W2'[0, 1]\": 0.169416 }", "my.json");

        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("linear"), answers);

        Assert.Equal(["z2[0]", "dL/dW1[1,0]", "dL/dW1[1,1]", "W2'[0,1]", "2/0/a1[0]"], report.Numbers.Select(number => number.Name));
        Assert.True(report.AllRight);
    }

    [Fact]
    public void Of_OneEarlyError_MarksWhatFollowsFromIt()
    {
        // 0.1384985616 mistyped as 0.1834985616: all that is multiplied by it is right, given that.
        const string Json = """
            { "dL/dz2": ["0.1834985616", "-0.0380982365"], "dL/dW2": [["0.1088641902", "0.1095274249"], ["-0.0226025405", "-0.0227402422"]],
              "dL/da1": ["0.0543503064", "0.0616203226"], "W2'[0,0]": "0.345567905" }
            """;

        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse(Json, "my.json"));

        Assert.Equal("dL/dz2[0]", report.FirstWrong!.Name);
        Assert.Equal(["dL/dW2[0,0]", "dL/dW2[0,1]", "dL/da1[0]", "dL/da1[1]", "W2'[0,0]"], report.Numbers.Where(number => number.Follows).Select(number => number.Name));
        Finding slip = Assert.Single(Assert.Single(report.Diagnoses).Findings);
        Assert.Equal(FindingKind.Slip, slip.Kind);
        Assert.Equal("the digits 3 and 8 are exchanged", slip.Text);
    }

    [Fact]
    public void Of_TheFirstWrongNumber_WritesItOut()
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse("{ \"2/0/z1[0]\": \"0.40\" }", "my.json"));

        Assert.Equal("z1 = W1 x + b1", report.Formula);
        Assert.Equal("z1[0]", report.Derivation!.Name);
        Assert.Equal("0.377445179", report.Derivation.Steps[^1]);
    }

    [Fact]
    public void Of_AGivenNumberCopiedWrongly_BlamesIt()
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse("{ \"W1[0,1]\": \"0.30\", \"z1[0]\": \"0.3875\" }", "my.json"));

        Assert.Equal("W1[0,1]", report.FirstWrong!.Name);
        Assert.True(report.Numbers[1].Follows);
        Assert.Null(report.Derivation);
    }

    // The other class in the target: what is calculated with it is right, given that, and no mistake is looked for.
    [Fact]
    public void Of_AWrongTarget_BlamesItAndNothingElse()
    {
        const string Json = """{ "y": [1, 0], "L": "0.651637", "dL/da3": ["-1.918679", "0"], "dL/dz3": ["-0.47881", "0.47881"] }""";

        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("tiny"), Answers.Parse(Json, "my.json"));

        Assert.Equal("y[0]", report.FirstWrong!.Name);
        Assert.Equal(["y[0]", "y[1]"], report.Numbers.Where(number => number.IsWrongItself).Select(number => number.Name));
        Assert.All(report.Diagnoses, diagnosis => Assert.Equal(Fit.Given, diagnosis.Fit));
    }

    [Theory]
    [InlineData("tiny", "y[0]", "1", Verdict.Wrong)]
    [InlineData("mazur", "W1[0,0]", "0.2", Verdict.Rounded)]
    [InlineData("mazur", "W1[0,0]", "0.16", Verdict.Wrong)]
    [InlineData("mazur", "W1[0,0]", "0", Verdict.Wrong)]
    [InlineData("mazur", "da1/dz1[0,1]", "1", Verdict.Wrong)]
    [InlineData("mazur", "dz1/dW1[0,1,0]", "1", Verdict.Wrong)]
    [InlineData("mazur", "dz2/dW2[0,0,0]", "0.594", Verdict.LastDigit)]
    [InlineData("dead-relu", "da1/dz1[0,0]", "2", Verdict.Wrong)]
    public void Of_ANumberThatNothingIsRoundedFor_IsRightOrWrong(string example, string name, string literal, Verdict verdict)
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read(example), Answers.Parse($"{{ \"{name}\": {literal} }}", "my.json"));

        Assert.Equal(verdict, Assert.Single(report.Numbers).Verdict);
    }

    // A ReLU that lets nothing through, or a unit that is not counted, would leave this 0; so would a blank that was filled in.
    [Fact]
    public void Of_ABareZeroAlone_IsNoSignOfAMistake()
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse("{ \"L\": 0.298, \"dL/da2[0]\": \"0.00\" }", "my.json"));

        Assert.Equal(Fit.None, Assert.Single(report.Diagnoses).Fit);
    }

    // The printed da/dz are right: the other layer's derivative was only taken in the product.
    [Fact]
    public void Of_ADerivativeOfAnotherLayerInTheProduct_LeavesDaDzRight()
    {
        const string Json = """
            { "da2/dz2[0,0]": 0.186815602, "da1/dz1[0,0]": 0.241300709, "da1/dz1[1,1]": 0.240613417,
              "dL/dz1": [0.0067908044, 0.0072609075], "dL/dW1[0,0]": 0.000339540 }
            """;

        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse(Json, "my.json"));

        Finding finding = Assert.Single(report.Diagnoses).Findings[0];
        Assert.Equal("Derivative of the wrong layer", finding.Edits[0].Mistake!.Title);
        Assert.Empty(finding.Contradicts);
        Assert.Equal(2, finding.Explains.Count);
    }

    [Fact]
    public void Of_AWrongSumOverUnits_WritesItsFactors()
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse("{ \"dL/da1[0]\": \"0.5\" }", "my.json"));

        Assert.Equal("0.4*0.1384985616 + 0.5*(-0.03809823652)", report.Derivation!.Steps[1]);
    }

    // z1 is 1.125: people round it to 1.13, NumPy and .NET to 1.12.
    [Theory]
    [InlineData("1.13")]
    [InlineData("1.12")]
    public void Of_ATie_IsRightEitherWay(string literal)
    {
        const string Tie = """
            { "loss": "squared-error", "learningRate": 0.5, "layers": [ { "weights": [[1.125]], "activation": "identity" } ],
              "samples": [ { "input": [1], "target": [0] } ] }
            """;

        CheckReport report = AnswerCheck.Of(ExampleFile.Parse(Tie, "tie"), Answers.Parse($"{{ \"z1\": \"{literal}\", \"a1\": \"{literal}\" }}", "my.json"));

        Assert.True(report.AllRight);
        Assert.Equal([Verdict.Rounded, Verdict.Rounded], report.Numbers.Select(number => number.Verdict));
    }

    // The first sample goes back through weights that its own gradient has moved: W2 - 0.5 dL/dW2 of that sample.
    [Fact]
    public void Of_WeightsMovedByEachSample_NamesUpdatedWeights()
    {
        Example example = ShippedExamples.Read("xor-batch");
        Edit made = Catalogue.Edits(example).First(edit => edit.Way == "moved by each sample for itself");
        Dictionary<string, double> right = Learner.Numbers(example, new StepEquations(), 1);
        Dictionary<string, double> wrong = Learner.Numbers(example, Edit.Equations([made]), 1);
        double moved = example.Network.Layers[1].W[0][0] - (example.Rule.LearningRate * right["1/1/dL/dW2[0,0]"]);

        Assert.Equal(moved * right["1/1/dL/dz2[0]"], wrong["1/1/dL/da1[0]"], 12);
    }

    [Fact]
    public void Of_AnExampleThatOverflows_SaysWhere()
    {
        const string Overflows = """
            { "loss": "squared-error", "learningRate": 1e200, "layers": [ { "weights": [[1e200]], "activation": "identity" } ],
              "samples": [ { "input": [1e200], "target": [0] } ] }
            """;

        NonFiniteException exception = Assert.Throws<NonFiniteException>(
            () => AnswerCheck.Of(ExampleFile.Parse(Overflows, "large"), Answers.Parse("{ \"L\": 1 }", "my.json")));

        Assert.StartsWith("large: z1[0] is ", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ACancelledCheck_Ends()
    {
        using CancellationTokenSource source = new();
        source.Cancel();

        Assert.Throws<OperationCanceledException>(() => AnswerCheck.Of(ShippedExamples.Read("mazur"), Answers.Parse("{ \"L\": 1 }", "my.json"), source.Token));
    }
}
