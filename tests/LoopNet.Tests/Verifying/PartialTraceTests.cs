using LoopNet.Verifying;

namespace LoopNet.Tests.Verifying;

/// <summary>Traces without a learning rate, a loss or a target, with slopes, and with the loss of a batch: what is right follows, and each planted fault is named.</summary>
public class PartialTraceTests
{
    [Theory]
    [InlineData("leaky-relu", "\"slopes\":[0.2,0.01]", "\"slopes\":[0.2]", "\"slopes\" does not fit \"activations\"")]
    [InlineData("leaky-relu", "\"slopes\":[0.2,0.01]", "\"slopes\":[0.2,null]", "\"slopes\" does not fit \"activations\"")]
    [InlineData("leaky-relu", "\"slopes\":[0.2,0.01]", "\"slopes\":[1.2,0.01]", "a slope is no number from 0 to 1")]
    [InlineData("leaky-relu", "\"slopes\":[0.2,0.01],", "", "\"slopes\" is missing, and a layer has leaky ReLU")]
    [InlineData("mazur", "\"loss\"", "\"slopes\":[null,null],\"loss\"", "\"slopes\" stands there, and no layer has leaky ReLU")]
    [InlineData("mazur", "\"loss\"", "\"gradient\":\"given\",\"loss\"", "\"gradient\" stands beside the loss squared-error")]
    [InlineData("given-gradient", "\"gradient\":\"given\"", "\"gradient\":\"taken\"", "\"gradient\" is \"taken\"; expected \"given\"")]
    [InlineData("forward-only", "\"learningRate\":null", "\"learningRate\":0.5", "there is a learning rate, and without a loss or a given gradient nothing moves")]
    [InlineData("xor-batch", "trace/2", "trace/1", "1//mean dL/dW1 was expected")]
    public void Verify_OfAHeaderThatDoesNotFit_NamesIt(string example, string before, string after, string problem)
    {
        string text = Verified.Committed(example);
        int line = text.IndexOf('\n', StringComparison.Ordinal);
        TraceVerdict verdict = Verified.Verdict(text[..line].Replace(before, after, StringComparison.Ordinal) + text[line..]);

        Assert.Equal(TraceOutcome.DoesNotFollow, verdict.Outcome);
        Assert.Contains(problem, verdict.Fault!.Problem, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("leaky-relu", "-0.24]", "-0.012]", "1/0/a1[1]")]
    [InlineData("leaky-relu", "[1,0,0,0.2]", "[1,0,0,0.01]", "1/0/da1/dz1[1,1]")]
    [InlineData("xor-batch", "0.7378683457515479", "0.7378683457515478", "1//mean L")]
    [InlineData("sum-of-outputs", "\"dL/da2 = 1\",\"operands\":[\"a2\"],\"values\":[1]", "\"dL/da2 = 1\",\"operands\":[\"a2\"],\"values\":[2]", "1/0/dL/da2[0]")]
    [InlineData("given-gradient", "[0.25,-1]", "[0.25,-1.5]", "1/0/dL/dz2[1]")]
    public void Verify_OfAWrongNumber_NamesIt(string example, string before, string after, string name)
    {
        string text = Verified.Committed(example);
        Assert.Contains(before, text, StringComparison.Ordinal);
        int place = text.IndexOf(before, StringComparison.Ordinal);

        TraceFault fault = Verified.Verdict(text[..place] + after + text[(place + before.Length)..]).Fault!;

        Assert.Equal(name, fault.Name!.ToString());
    }

    [Fact]
    public void Verify_WithoutTheLossOfABatch_MissesIt()
    {
        string[] lines = [.. Verified.Committed("xor-batch").Split('\n').Where(line => !line.Contains("\"mean L\"", StringComparison.Ordinal))];

        Assert.Contains("1//mean L was expected", Verified.Verdict(string.Join('\n', lines)).Fault!.Problem, StringComparison.Ordinal);
    }

    // Several steps with the same parameters: nothing has moved.
    [Theory]
    [InlineData("forward-only")]
    [InlineData("given-gradient")]
    public void Verify_OfAPassOfSeveralSteps_Follows(string name)
    {
        Example example = Data.ShippedExamples.Read(name);
        TraceVerdict verdict = Verified.AssertFollowsToTheBit(Verified.Text(example with { BatchSize = 1, Steps = 2, Rule = new UpdateRule() }));

        Assert.Equal(2, verdict.Steps);
    }
}
