using LoopNet.Checking;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Checking;

/// <summary>Answers to examples without a rate, a loss or a target, with a slope, and with the loss of a batch.</summary>
public class PartialAnswerTests
{
    // Each number is right in the example as it is, and was written by hand from its formula.
    [Theory]
    [InlineData("leaky-relu", "{ \"a1\": [0.85, -0.24], \"L\": 0.3713, \"dL/da2\": [-0.688, -1.0059], \"dL/dz1[1]\": 0.05343 }")]
    [InlineData("sum-of-outputs", "{ \"L\": 1.92284, \"dL/da2[0]\": 1, \"dL/dx\": [-0.37138, -0.47431, 0.38392] }")]
    [InlineData("forward-only", "{ \"z1\": [-1.4, 1.75, 0.3], \"1/1/a2\": [0.8455, 0.1545] }")]
    [InlineData("given-gradient", "{ \"dL/da2\": [0.25, -1], \"dL/dz2\": [0.24885, -0.62228], \"mean dL/dW2[0,0]\": -0.017093, \"W2'[0,0]\": 0.708547 }")]
    [InlineData("xor-batch", "{ \"mean L\": 0.73787, \"1/3/L\": 0.72974 }")]
    public void Of_RightAnswers_FindsNothingWrong(string example, string answers)
    {
        Assert.True(AnswerCheck.Of(ShippedExamples.Read(example), Answers.Parse(answers)).AllRight);
    }

    [Theory]
    [InlineData("leaky-relu", "{ \"a1\": [\"0.170000\", \"-0.240000\"], \"z2\": [\"0.248000\", \"-0.093000\"] }", "Slope of the leaky ReLU misplaced")]
    [InlineData("leaky-relu", "{ \"a1\": [\"0.850000\", \"-0.012000\"], \"z2\": [\"0.564800\", \"-0.114600\"] }", "Slope of the leaky ReLU misplaced")]
    [InlineData("leaky-relu", "{ \"a2\": [0.656, -0.00297], \"L\": 0.18566 }", "Wrong factor in the loss")]
    [InlineData("xor-batch", "{ \"1/0/L\": 0.94921, \"1/1/L\": 0.88605, \"1/2/L\": 0.38647, \"1/3/L\": 0.72974, \"mean L\": 2.95147 }", "Batch sum in place of the mean")]
    [InlineData("forward-only", "{ \"z1\": [-1.5, 1.75, 0.5], \"1/1/z1\": [2.5, 0, -2] }", "Bias forgotten")]
    [InlineData("given-gradient", "{ \"dL/da2\": [0.25, -1], \"dL/dz2\": [\"0.250000\", \"-1.000000\"], \"1/1/dL/dz2\": [\"-0.500000\", \"0.750000\"] }", "Activation derivative left out")]
    [InlineData("sum-of-outputs", "{ \"dL/dz1\": [1.5, -0.8], \"dL/db1\": [1.5, -0.8] }", "Activation derivative left out")]
    public void Of_AnswersWithAMistake_NamesIt(string example, string answers, string mistake)
    {
        CheckReport report = AnswerCheck.Of(ShippedExamples.Read(example), Answers.Parse(answers));

        IEnumerable<Finding> findings = report.Diagnoses.SelectMany(diagnosis => diagnosis.Findings);
        Assert.Contains(mistake, findings.SelectMany(finding => finding.Edits).Select(edit => edit.Mistake?.Title));
    }

    [Theory]
    [InlineData("sum-of-outputs", "{ \"2/0/z1[0]\": 1 }", "$.2/0/z1[0]: found step 2; expected a step from 1 to 1, since without a learning rate nothing moves and later steps would repeat these")]
    [InlineData("sum-of-outputs", "{ \"W1'[0,0]\": 1 }", "$.W1'[0,0]: there is no W1' in step 1 of sum-of-outputs; *")]
    [InlineData("forward-only", "{ \"L\": 1 }", "$.L: there is no L in step 1 of forward-only; *")]
    [InlineData("forward-only", "{ \"mean dL/dW1[0,0]\": 1 }", "$.mean dL/dW1[0,0]: there is no mean dL/dW1 in step 1 of forward-only; it has a forward pass alone")]
    [InlineData("given-gradient", "{ \"mean L\": 1 }", "$.mean L: there is no mean L in step 1 of given-gradient; its gradients over the batch are called mean dL/dW1 and so on, of parameters that move")]
    public void Of_WhatTheExampleDoesNotHave_SaysSo(string example, string answers, string message)
    {
        string found = Assert.Throws<CheckException>(() => AnswerCheck.Of(ShippedExamples.Read(example), Answers.Parse(answers))).Message;

        Assert.StartsWith($"my.json: {message.TrimEnd('*')}", found, StringComparison.Ordinal);
    }
}
