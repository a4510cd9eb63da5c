using LoopNet.Data;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing.Notations;

/// <summary>What names of a notation stand for, and what a number is called in it.</summary>
public class OwnNamesTests
{
    private static readonly string[] Notations = ["columns", "columns-last", "delta", "mazur", "rows", "rows-last"];

    public static TheoryData<string, string> NotationsAndExamples()
    {
        TheoryData<string, string> pairs = [];
        foreach (string notation in Notations)
        {
            foreach (string example in new[] { "tiny", "mazur", "xor-batch", "dead-relu", "linear", "relu-homework" })
            {
                pairs.Add(notation, example);
            }
        }

        return pairs;
    }

    [Theory]
    [InlineData("columns", "Z1[0,2]", "1/2/z1[0]", 1.0)]
    [InlineData("rows", "Z1[2,0]", "1/2/z1[0]", 1.0)]
    [InlineData("columns", "dZ2[0,3]", "1/3/dL/dz2[0]", 0.25)]
    [InlineData("columns-last", "dZ2[0,3]", "1/3/dL/dz2[0]", 1.0)]
    [InlineData("rows", "W1[1,0]", "W1[0,1]", 1.0)]
    [InlineData("rows", "W1^T[1,0]", "W1[1,0]", 1.0)]
    [InlineData("rows", "dW1[1,0]", "mean dL/dW1[0,1]", 1.0)]
    [InlineData("rows", "sum dL/dW1[1,0]", "mean dL/dW1[0,1]", 4.0)]
    [InlineData("rows", "2//dZ1[3][1]", "2/3/dL/dz1[1]", 0.25)]
    [InlineData("columns", "A0[1,2]", "1/2/x[1]", 1.0)]
    [InlineData("delta", "1/2/delta2[0]", "1/2/dL/dz2[0]", -1.0)]
    [InlineData("delta", "Delta_W1[0,1]", "mean dL/dW1[0,1]", -0.5)]
    [InlineData("delta", "*/z1[3,1]", "1/3/z1[1]", 1.0)]
    [InlineData("delta", "*/z1^T[1,3]", "1/3/z1[1]", 1.0)]
    [InlineData("columns", "1/3/dL/dz2[0]", "1/3/dL/dz2[0]", 1.0)]
    public void Find_ANumberOfABatch_IsLoopNetsNumberTimesAFactor(string notation, string name, string loopNet, double factor)
    {
        Example example = ShippedExamples.Read("xor-batch");
        Assert.Equal(0.5, example.Rule.LearningRate);

        NumberView view = new OwnNames(example, NotationFile.Resolve(notation)).Find(name);

        Assert.Empty(view.Shape);
        Assert.Equal(loopNet, view.At([]).ToString());
        Assert.Equal(factor, view.Factor, 1e-15);
    }

    // What a number is called is what finds it: for every number of an example, in every notation.
    [Theory]
    [MemberData(nameof(NotationsAndExamples))]
    public void Of_EveryNumber_IsANameThatFindsIt(string notation, string example)
    {
        Example read = ShippedExamples.Read(example);
        OwnNames names = new(read, NotationFile.Resolve(notation));
        int found = 0;
        foreach (StepTrace step in new[] { 1, 2 }.Select(new ExampleTensors(read).Step))
        {
            foreach (TraceRecord record in step.Records)
            {
                foreach (int[] index in record.Tensor.Indexes())
                {
                    NumberName name = NumberName.Of(record.Step, record.Sample, record.Symbol, index);
                    NumberView view = names.Find(names.Of(name));
                    Assert.Equal(name, view.At([]));
                    Assert.Equal(names.FactorOf(name), view.Factor);
                    found++;
                }
            }
        }

        Assert.True(found > 40);
    }

    [Theory]
    [InlineData("w9", "z9[0]", "w9", "w9 stands for z9[0], which step 1 of mazur does not have.")]
    [InlineData("w9", "W1[5,0]", "w9", "w9 stands for W1[5,0], which step 1 of mazur does not have.")]
    [InlineData("d", "dL/dz1", "d[2]", "d[2] lies outside d, which has the shape 2: indexes start at 0, and its last element is d[1].")]
    [InlineData("d", "dL/dz1", "d[0,1]", "d[0,1] has 2 indexes, but d has the shape 2: write d[0].")]
    [InlineData("d", "dL/dz1", "D", "D is no tensor of step 1 of mazur; did you mean d?")]
    public void Find_WhatIsNotThere_SaysWhy(string label, string meaning, string name, string message)
    {
        Notation notation = new(WeightLayout.UnitInput, [new NotationLabel(label, meaning, "here")]);

        Assert.Equal(message, Assert.Throws<TraceException>(() => new OwnNames(ShippedExamples.Read("mazur"), notation).Find(name)).Message);
    }

    [Theory]
    [InlineData("y", "a2", "here: found the label y, which is LoopNet's name of another tensor; expected another label, or a label for that tensor, too.")]
    [InlineData("d", "delta", "here: \"delta\" names delta, which is no tensor of LoopNet*")]
    [InlineData("d", "z1^T", "here: found the transpose of z1, which is no matrix; expected ^T behind a matrix only.")]
    [InlineData("d", "*/W1", "here: found */W1, but W1 belongs to a whole step; expected */ before a tensor of a sample.")]
    [InlineData("d", "z1[0,1]", "here: found 2 indexes; expected 1 at most for z1.")]
    public void Of_ALabelThatCannotBeUsed_SaysWhereAndWhy(string label, string meaning, string message)
    {
        Notation notation = new(WeightLayout.UnitInput, [new NotationLabel(label, meaning, "here")]);

        string found = Assert.Throws<TraceException>(() => new OwnNames(ShippedExamples.Read("mazur"), notation)).Message;

        Assert.StartsWith(message.TrimEnd('*'), found, StringComparison.Ordinal);
    }

    [Fact]
    public void Of_ALabelThatTakesANameWhichHasAnother_IsRead()
    {
        Notation notation = new(WeightLayout.UnitInput, [new NotationLabel("y", "a2", "here"), new NotationLabel("t", "y", "here")]);
        OwnNames names = new(ShippedExamples.Read("mazur"), notation);

        Assert.Equal("a2", names.Find("y").Whole.Symbol);
        Assert.Equal("y", names.Find("t").Whole.Symbol);
    }
}
