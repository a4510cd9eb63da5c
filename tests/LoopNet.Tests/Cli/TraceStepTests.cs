using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Data;
using LoopNet.Tests.Tracing;

namespace LoopNet.Tests.Cli;

/// <summary><c>loopnet train --trace-step</c>: the trace of steps in the middle of a real run.</summary>
public sealed class TraceStepTests : IDisposable
{
    private const int Digits = 5;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_WithTraceSteps_TracesWhatADirectRunComputes()
    {
        CommandRun run = Train("--trace-step", "1,3,7", "--trace-out", _folder.Path);

        Assert.Equal(ExitStatus.Done, run.Status);
        StepRecord[] direct = DirectRun(steps: 2 * Digits);
        foreach (int step in new int[] { 1, 3, 7 })
        {
            TraceLines trace = TraceLines.Read(PathOf($"train-step-{step}.trace.jsonl"));
            Assert.Equal($"train-step-{step}", trace.Header.Example);
            Assert.Equal([784, 6, 10], trace.Header.Sizes);
            Assert.All(trace.Records.Keys, key => Assert.StartsWith($"{step}/", key, StringComparison.Ordinal));
            AssertSameBits(direct[step - 1], step, trace);
        }
    }

    [Fact]
    public void Train_WithTraceSteps_WritesOnlyThoseAndNamesThem()
    {
        CommandRun run = Train("--trace-step", "1,3", "--trace-out", _folder.Path);

        string[] files = ["train-step-1.trace.jsonl", "train-step-1.trace.txt", "train-step-3.trace.jsonl", "train-step-3.trace.txt"];
        IEnumerable<string?> found = Directory.GetFileSystemEntries(_folder.Path).Select(Path.GetFileName);
        Assert.Equal(files, found.Order(StringComparer.Ordinal));
        Assert.All(files, file => Assert.Contains($"trace written to {PathOf(file)}", run.Output, StringComparison.Ordinal));
        Assert.EndsWith("records.\n", File.ReadAllText(PathOf("train-step-3.trace.txt")), StringComparison.Ordinal);
    }

    [Fact]
    public void Train_WithTraceSteps_GivesTheSameResultAsWithout()
    {
        string plain = PathOf("plain.json");
        string traced = PathOf("traced.json");

        CommandRun without = Train("--save", plain);
        CommandRun with = Train("--save", traced, "--trace-step", "1,2,5,10", "--trace-out", _folder.Path);

        Assert.Equal(3, without.EpochLines.Length);
        Assert.Equal(without.EpochLines, with.EpochLines);
        Assert.Equal(File.ReadAllBytes(plain), File.ReadAllBytes(traced));
    }

    [Theory]
    [InlineData("0")]
    [InlineData("11")]
    [InlineData("1,,2")]
    [InlineData("one")]
    [InlineData("")]
    public void Train_WithAStepThatIsNone_SaysWhichThereAre(string steps)
    {
        string sentence = Train("--trace-step", steps, "--trace-out", _folder.Path).AssertOneSentence();

        Assert.Contains("numbered 1 to 10", sentence, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFileSystemEntries(_folder.Path));
    }

    [Fact]
    public void Train_WithTracesThatCannotBeWritten_EndsWithStatusTwo()
    {
        string occupied = _folder.WriteText("occupied", "a file");

        CommandRun run = Train("--trace-step", "1", "--trace-out", occupied);

        Assert.Equal(ExitStatus.BadInput, run.Status);
        Assert.Contains($"--trace-out {occupied}: the folder cannot be made", Assert.Single(CommandRun.Lines(run.Error)), StringComparison.Ordinal);
        Assert.Equal("a file", File.ReadAllText(occupied));
    }

    private static CommandRun Train(params string[] more)
    {
        return CommandRun.Of(["train", "--data", "embedded", "--limit", $"{Digits}", "--layers", "784,6,10", "--learning-rate", "0.1", "--epochs", "2", .. more]);
    }

    // The same steps, without Training and without the command.
    private static StepRecord[] DirectRun(int steps)
    {
        Network network = Initialization.Draw([784, 6, 10], [new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        DigitSet digits = DrawnDigits.Training(seed: 1, Digits);
        StepRecord[] records = new StepRecord[steps];
        for (int step = 0; step < steps; step++)
        {
            records[step] = StepRecord.ForTracing(network, samples: 1);
            GradientDescent.Step(network, Batch.Of(digits, null, 1, step % Digits), new UpdateRule(0.1), records[step]);
        }

        return records;
    }

    private static void AssertSameBits(StepRecord direct, int step, TraceLines trace)
    {
        SampleRecord sample = direct.Samples[0];
        Bits.AssertSame(sample.x, trace.Values($"{step}/0/x"));
        Bits.AssertSame(sample.y, trace.Values($"{step}/0/y"));
        Bits.AssertSame([sample.L], trace.Values($"{step}/0/L"));
        Bits.AssertSame(sample.dL_da[0], trace.Values($"{step}/0/dL/dx"));
        for (int l = 1; l <= 2; l++)
        {
            Bits.AssertSame(Flat(direct.W[l]), trace.Values($"{step}//W{l}"));
            Bits.AssertSame(direct.b[l]!, trace.Values($"{step}//b{l}"));
            Bits.AssertSame(sample.z[l], trace.Values($"{step}/0/z{l}"));
            Bits.AssertSame(sample.a[l], trace.Values($"{step}/0/a{l}"));
            Bits.AssertSame(sample.dL_da[l], trace.Values($"{step}/0/dL/da{l}"));
            Bits.AssertSame(Flat(sample.da_dz[l]), trace.Values($"{step}/0/da{l}/dz{l}"));
            Bits.AssertSame(sample.dL_dz[l], trace.Values($"{step}/0/dL/dz{l}"));
            Bits.AssertSame(Flat(sample.dL_dW[l]), trace.Values($"{step}/0/dL/dW{l}"));
            Bits.AssertSame(sample.dL_db[l], trace.Values($"{step}/0/dL/db{l}"));
            Bits.AssertSame(Flat(direct.W_new[l]), trace.Values($"{step}//W{l}'"));
            Bits.AssertSame(direct.b_new[l]!, trace.Values($"{step}//b{l}'"));
        }
    }

    private static double[] Flat(double[][] matrix) => [.. matrix.SelectMany(row => row)];

    private string PathOf(string file) => Path.Combine(_folder.Path, file);
}
