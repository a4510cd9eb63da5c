using System.Text.Json;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

public sealed class CheckAnswersTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Check_RightAnswers_GivesStatus0AndNoMistake()
    {
        CommandRun run = Check("tiny", "{ \"z1\": [0.3, \"-1.0\"], \"a1\": [0.5744, 0.269], \"dL/dW1[0,2]\": 0 }");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.StartsWith("tiny: 5 numbers checked, no number is wrong\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\ndL/dW1[0,2]          0  -0.01713859594  too coarse\n", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("mistake", run.Output, StringComparison.Ordinal);
    }

    // Somebody's spreadsheet, three decimals to a cell, with the derivative of the hidden layer forgotten.
    [Fact]
    public async Task Check_ASpreadsheetWithAMistake_ReadsAsVerified()
    {
        const string Answers = """
            { "z1": [0.378, 0.393], "a1": [0.593, 0.597], "z2": [1.106, 1.225], "a2": [0.751, 0.773], "L": 0.298,
              "dL/dz2": [0.138, -0.038], "dL/dW2": [[0.0822, 0.0827], [-0.0226, -0.0227]],
              "dL/da1": [0.0364, 0.0414], "dL/dz1": [0.0364, 0.0414], "dL/dW1": [[0.00182, 0.00364], [0.00207, 0.00414]],
              "W1'": [[0.14909, 0.19818], [0.24897, 0.29793]] }
            """;

        CommandRun run = Check("mazur", Answers);

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        Assert.Equal("", run.Error);
        await Verify(run.Output);
    }

    [Fact]
    public async Task Check_AnswersWithTwoMistakes_ReadsAsVerified()
    {
        // Log10 in the loss, and the update of the output layer added.
        CommandRun run = Check("tiny", "{ \"L\": 0.319838, \"dL/dz3\": [0.521192, -0.521192], \"W3'\": [[0.64448, -0.507333], [-0.24448, 0.707333]] }");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        await Verify(run.Output);
    }

    [Fact]
    public void Check_AWrongTarget_GivesStatus1AndAsksForACopy()
    {
        CommandRun run = Check("tiny", "{ \"y\": [\"1\", \"0\"] }");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        Assert.EndsWith("\ny[0], y[1]: these numbers are given; copy them again from the example.\n", run.Output, StringComparison.Ordinal);
    }

    // Nothing fits either number; the second is written with far more digits than a line has room for.
    [Fact]
    public void Check_NumbersThatNothingFits_ListsThemOnceAndCutsLongOnes()
    {
        string digits = new('7', 60);

        CommandRun run = Check("tiny", $"{{ \"z1[0]\": \"17.123456\", \"a2[0]\": \"23.{digits}\" }}");

        Assert.Contains("\nz1[0]: nothing that is known gives 17.123456. Look for a slip, or check its equation (F1).\na2[0]: nothing", run.Output, StringComparison.Ordinal);
        Assert.Contains($" 23.{digits[..34]}... ", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain(digits, run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_AMistakeInOneStepOnly_SaysInWhich()
    {
        CommandRun run = Check("mazur", "{ \"L\": 0.298371109, \"2/0/L\": 0.582055547 }");

        Assert.Contains("\n1. Wrong factor in the loss, the loss 2 times what it should be, in step 2 only.\n", run.Output, StringComparison.Ordinal);
    }

    // dL/da2 twice what it is, and da2/dz2 half of it.
    [Fact]
    public void Check_TwoWrongFactorsThatCancel_SaysThatTheirProductIsRight()
    {
        CommandRun run = Check("mazur", "{ \"dL/da2\": [1.48273014, -0.43414307], \"da2/dz2\": [[0.0934078009, 0], [0, 0.0877550373]], \"dL/dz2\": [0.138498562, -0.0380982365] }");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        Assert.EndsWith("\nYour dL/da2 and da2/dz2 are both not those of this loss; their product, dL/dz2, is right.\n", run.Output, StringComparison.Ordinal);
    }

    // With a learning rate of 1 the changes are the gradients with the other sign; nothing is said of parameters that are not given.
    [Fact]
    public void Check_ChangesWithALearningRateOf1_AreReadAsChanges()
    {
        string example = _folder.WriteText("one.json", """
            { "loss": "squared-error", "learningRate": 1, "layers": [ { "weights": [[0.5, 0.25]], "biases": [0.1], "activation": "identity" } ],
              "samples": [ { "input": [1, 2], "target": [0.6] } ] }
            """);

        CommandRun run = Check(example, "{ \"dL/dW1\": [[-0.5, -1.0]], \"dL/db1\": [-0.5] }");

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Contains("\nYou write the changes of the parameters, -eta times the gradient, under the name of the gradients.\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Check_WithJson_WritesOneObject()
    {
        string file = _folder.WriteText("my.json", "{ \"dL/dz2\": [0.741365, -0.217072], \"L\": \"0.298371\" }");

        CommandRun run = CommandRun.Of("check", "mazur", file, "--json");

        Assert.Equal(ExitStatus.CheckFailed, run.Status);
        using JsonDocument document = JsonDocument.Parse(run.Output);
        JsonElement root = document.RootElement;
        Assert.Equal("loopnet-check/1", root.GetProperty("format").GetString());
        Assert.False(root.GetProperty("allRight").GetBoolean());
        Assert.Equal(2, root.GetProperty("counts").GetProperty("wrong").GetInt32());
        Assert.Equal("dL/dz2[0]", root.GetProperty("firstWrong").GetString());
        Assert.Equal("dL/dz2 = (da2/dz2)^T dL/da2", root.GetProperty("derivation").GetProperty("formula").GetString());
        Assert.Equal("0.298371", root.GetProperty("numbers")[0].GetProperty("written").GetString());
        JsonElement diagnosis = Assert.Single(root.GetProperty("diagnoses").EnumerateArray());
        Assert.Equal("to the digit", diagnosis.GetProperty("fit").GetString());
        JsonElement finding = diagnosis.GetProperty("findings").EnumerateArray().First(told => told.GetProperty("mistakes")[0].GetProperty("name").GetString() == "Activation derivative left out");
        Assert.Equal("mistake", finding.GetProperty("kind").GetString());
        Assert.Equal("docs/mistakes.md#activation-derivative-left-out", finding.GetProperty("mistakes")[0].GetProperty("link").GetString());
        Assert.Equal("dL/dz2[1]", Assert.Single(finding.GetProperty("explains").EnumerateArray()).GetString());
    }

    [Theory]
    [InlineData("{ }", "no number is given; fill in at least one")]
    [InlineData("{ \"L\": null }", "no number is given; fill in at least one")]
    [InlineData("{ \"L\\u0007\\u001b[31m\": 1 }", "$.L\\u0007\\u001b[31m: \"L\\u0007\\u001b[31m\" is not the name")]
    [InlineData("{ \"q\": 1 }", "$.q: there is no q in step 1 of mazur")]
    [InlineData("{ \"L\": \"one\" }", "$.L: found \"one\"; expected a finite decimal number")]
    [InlineData("not JSON", "this is not JSON")]
    public void Check_AnswersThatCannotBeRead_GivesStatus2AndOneSentence(string answers, string complaint)
    {
        CommandRun run = Check("mazur", answers);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Contains(complaint, run.AssertOneSentence(), StringComparison.Ordinal);
    }

    private CommandRun Check(string example, string answers) => CommandRun.Of("check", example, _folder.WriteText("my.json", answers));
}
