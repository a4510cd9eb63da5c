using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing;

/// <summary>One number explained: what it says, that it goes all the way down, and that it agrees with the trace.</summary>
public class ExplanationTests
{
    public static TheoryData<string> Pairs => [.. PairExamples.All(1).Select(example => example.Name)];

    [Theory]
    [InlineData("weight-gradient")]
    [InlineData("loss-of-step-2")]
    [InlineData("softmax")]
    [InlineData("output-gradient")]
    [InlineData("batch")]
    [InlineData("long-sums")]
    public async Task Text_OfANumber_IsAsVerified(string number)
    {
        (string example, string name, int depth) = number switch
        {
            "weight-gradient" => ("mazur", "dL/dW1[0,1]", 60),
            "loss-of-step-2" => ("mazur", "2/0/L", 4),
            "softmax" => ("tiny", "L", 60),
            "output-gradient" => ("tiny", "dL/dz3[0]", 2),
            "batch" => ("xor-batch", "b2'[0]", 3),
            _ => ("full-size", "dL/dW1[0,300]", 4),
        };
        ExplanationOptions options = new() { Depth = depth };

        Explanation explanation = Explanation.Of(Data.ShippedExamples.Read(example), NumberName.Parse(name), options);

        await Verify(string.Join('\n', new ExplanationText(options.Numbers).Lines(explanation))).UseParameters(number);
    }

    [Fact]
    public void Of_AGradient_HasFormulaNumbersValueAndEquation()
    {
        Explanation explanation = Explanation.Of(Data.ShippedExamples.Read("mazur"), NumberName.Parse("dL/dW1[0,1]"));

        Assert.Equal("dL/dW1[0,1]", explanation.Name);
        Assert.Equal("B5", explanation.Equation);
        Assert.Equal(["dL/dz1[0] x[1]", "0.008771354689*0.1", "0.0008771354689"], explanation.Steps);
        Assert.Equal(["dL/dz1[0]", "x[1]"], explanation.Parts.Select(part => part.Name));
    }

    // Every number of every tensor: its value is that of the trace, and nothing below it is left open.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_EveryNumberOfAPair_GoesDownToInputsAndWeights(string name)
    {
        Example example = PairExamples.All(1).Single(pair => pair.Name == name) with { Steps = 2 };
        ExampleTensors tensors = new(example);
        StepRecord[] steps = ExampleRun.Records(example);
        foreach (TraceRecord record in new StepTrace(TraceHeader.Of(example), 2, steps[1]).Records)
        {
            Explainer explainer = new(tensors, new ExplanationOptions { Length = int.MaxValue });
            foreach (int[] index in record.Tensor.Indexes())
            {
                Explanation explanation = explainer.Explain(NumberName.Of(2, record.Sample, record.Symbol, index));

                Assert.Equal(record.At(index), explanation.Value);
                AssertWhole(explanation);
            }
        }
    }

    [Fact]
    public void Of_ANumber_ExplainsEachNumberOnce()
    {
        Explanation explanation = Explanation.Of(Data.ShippedExamples.Read("mazur"), NumberName.Parse("2/0/dL/dW1[0,1]"));

        string[] explained = [.. All(explanation).Where(part => !part.IsKnown).Select(part => part.Name)];

        Assert.Equal(explained.Distinct(), explained);
        Assert.Contains("W1'[0,1]", explained);
        Assert.Contains("W1[0,1]", explained);
    }

    [Fact]
    public void Of_ANumberWithADepth_StopsThereAndSaysSo()
    {
        Explanation explanation = Explanation.Of(Data.ShippedExamples.Read("mazur"), NumberName.Parse("dL/dW1[0,1]"), new() { Depth = 1 });

        Assert.True(explanation.Parts[0].IsCut);
        Assert.False(explanation.Parts[1].IsCut);
        Assert.All(explanation.Parts, part => Assert.Empty(part.Parts));
    }

    [Fact]
    public void Of_ALateStep_IsLimitedInLength()
    {
        Explanation explanation = Explanation.Of(Data.ShippedExamples.Read("mazur"), NumberName.Parse("300/0/L"));

        Assert.InRange(All(explanation).Count(), 100, 10 * ExplanationOptions.StandardLength);
        Assert.Contains(All(explanation), part => part.IsCut);
    }

    // The gradient check's own tolerance: right derivatives differ by about 1e-7 at most, wrong ones by 1e-2 and more.
    [Theory]
    [MemberData(nameof(Pairs))]
    public void Of_EveryGradientOfAPair_AgreesWithItsDifference(string name)
    {
        Example example = PairExamples.All(1).Single(pair => pair.Name == name);
        ExampleTensors tensors = new(example);
        Explainer explainer = new(tensors, new ExplanationOptions { Numeric = true });
        int compared = 0;
        foreach (string symbol in (string[])["mean dL/dW1", "mean dL/db3", "dL/dW2", "dL/db1", "dL/dz3", "dL/da3", "dL/da1", "dL/dx"])
        {
            NumberName tensor = NumberName.Parse(symbol);
            TraceRecord record = tensors.Find(tensor);
            foreach (int[] index in record.Tensor.Indexes())
            {
                Explanation explanation = explainer.Explain(NumberName.Of(1, tensor.Sample, symbol, index));
                if (explanation.Numeric?.RelativeError is double error)
                {
                    compared++;
                    Assert.True(error <= GradientCheck.Tolerance, $"{explanation.Name}: {explanation.Value} and {explanation.Numeric.Value}");
                }
            }
        }

        Assert.True(compared > 30, $"{compared} numbers were compared");
    }

    [Theory]
    [InlineData("q", "q is no tensor of step 1, sample 0 of tiny; there are W1, b1, ")]
    [InlineData("l", "l is no tensor of step 1, sample 0 of tiny; did you mean L?")]
    [InlineData("Z1[0]", "Z1 is no tensor of step 1, sample 0 of tiny; did you mean z1?")]
    [InlineData("w1'", "w1' is no tensor of step 1, sample 0 of tiny; did you mean W1'?")]
    [InlineData("w1", "w1 is no tensor of step 1, sample 0 of tiny; did you mean W1?")]
    [InlineData("W 1", "W 1 is no tensor of step 1, sample 0 of tiny; did you mean W1?")]
    [InlineData("W1\u2032", "W1\u2032 is no tensor of step 1, sample 0 of tiny; did you mean W1'?")]
    [InlineData("z4[0]", "z4 is no tensor of step 1, sample 0 of tiny")]
    [InlineData("z1[2]", "z1[2] lies outside z1, which has the shape 2: indexes start at 0, and its last element is z1[1].")]
    [InlineData("W1[0]", "W1[0] has 1 index, but W1 has the shape 2 x 3: write W1[0,0].")]
    [InlineData("L[0]", "L[0] has 1 index, but L is a single number: write L.")]
    [InlineData("1/1/L", "L: step 1 of tiny has 1 sample, numbered 0; there is no sample 1.")]
    [InlineData("W1", "W1 is a tensor of 6 numbers; name one of them, for example W1[0,0].")]
    public void Of_NoSuchNumber_SaysWhatThereIs(string name, string message)
    {
        Example example = Data.ShippedExamples.Read("tiny");

        TraceException exception = Assert.Throws<TraceException>(() => Explanation.Of(example, NumberName.Parse(name)));

        Assert.StartsWith(message, exception.Message, StringComparison.Ordinal);
    }

    // A derivative that is the same everywhere reads nothing: that of the identity, and of the sum of the outputs.
    private static void AssertWhole(Explanation explanation)
    {
        foreach (Explanation part in All(explanation))
        {
            Assert.False(part.IsCut, part.Name);
            bool isConstant = part.Equation == "B1" && part.Steps is ["1"];
            bool isOpen = !isConstant && part.Parts.Count == 0 && !part.IsKnown && part.Remark is null && part.Equation is not null and not "B2";
            Assert.False(isOpen, part.Name);
        }
    }

    private static IEnumerable<Explanation> All(Explanation explanation) => explanation.Parts.SelectMany(All).Prepend(explanation);
}
