namespace LoopNet.Tests;

/// <summary>What is missing is named, where it is given and not where it is first used.</summary>
public class NullArgumentsTests
{
    private static readonly Layer One = new([[1.0]], null, new Identity());
    private static readonly Network Single = new([One], new SquaredError());

    public static TheoryData<string, Action> Calls => new()
    {
        { "inputs", () => _ = new SampleList(null!, [[1.0]]) },
        { "targets", () => _ = new SampleList([[1.0]], null!) },
        { "layers", () => _ = new Network(null!, new SquaredError()) },
        { "loss", () => _ = new Network([One], null!) },
        { "weights", () => _ = new Layer(null!, null, new Identity()) },
        { "activation", () => _ = new Layer([[1.0]], null, null!) },
        { "sizes", () => Initialization.Draw(null!, [new Identity()], new SquaredError(), seed: 1) },
        { "activations", () => Initialization.Draw([1, 1], null!, new SquaredError(), seed: 1) },
        { "purpose", () => _ = new SeededRandom(1, null!) },
        { "network", () => StepRecord.ForTracing(null!, 1) },
        { "network", () => _ = new SampleRecord(null!, gradients: true, inputGradient: false) },
        { "network", () => Evaluation.Of(null!, new SampleList([[1.0]], [[1.0]])) },
        { "source", () => Evaluation.Of(Single, null!) },
        { "rule", () => _ = new Training(Single, new SampleList([[1.0]], [[1.0]]), null!) },
        { "network", () => ForwardPass.Run(null!, new SampleRecord(Single, gradients: false, inputGradient: false)) },
        { "sample", () => ForwardPass.Run(Single, null!) },
        { "record", () => FiniteCheck.Outputs(null!, s: 0) },
        { "network", () => UpdateRule.AllowsShortcut(null!) },
        { "source", () => _ = new Batch(null!, null, 0, 1) },
        { "source", () => Batch.Of(null!, null, 1, 0) },
        { "name", () => Example.IsName(null!) },
        { "example", () => ExampleRun.BatchOf(null!, 1) },
        { "example", () => ExampleRun.Records(null!) },
        { "example", () => _ = new ExampleSteps(null!) },
        { "activations", () => PairExamples.Of(null!, new SquaredError(), seed: 1) },
        { "loss", () => PairExamples.Of([new Identity()], null!, seed: 1) },
    };

    [Theory]
    [MemberData(nameof(Calls))]
    public void Call_WithoutOneOfItsArguments_NamesIt(string name, Action call)
    {
        Assert.Equal(name, Assert.Throws<ArgumentNullException>(call).ParamName);
    }
}
