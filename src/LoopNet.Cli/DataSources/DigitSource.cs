using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A place that digits come from, with a set to train on and a set to test with. Nothing is read before a set is asked for.</summary>
/// <param name="Description">What the source is called in the output, for example <c>MNIST in ./data/mnist</c>.</param>
/// <param name="Files">The files that hold the digits; nothing may be written to them.</param>
/// <param name="Training">The digits to train on: the first ones, at most as many as asked for; null for all.</param>
/// <param name="Test">The digits to test with, likewise.</param>
internal sealed record DigitSource(string Description, IReadOnlyList<string> Files, Func<int?, DigitSet> Training, Func<int?, DigitSet> Test)
{
    private const long EmbeddedSeed = 1;
    private const int EmbeddedTraining = 60_000;
    private const int EmbeddedTest = 10_000;

    // Of a CSV file, the last seventh is for testing: 42,000 digits make 36,000 and 6,000.
    private const int CsvTestPart = 7;

    /// <summary>The digits that the program draws: always the same ones, so that results can be compared.</summary>
    public static DigitSource Embedded() => new(
        "the embedded digits, drawn by the program",
        [],
        limit => DrawnDigits.Training(EmbeddedSeed, Math.Min(limit ?? EmbeddedTraining, EmbeddedTraining)),
        limit => DrawnDigits.Test(EmbeddedSeed, Math.Min(limit ?? EmbeddedTest, EmbeddedTest)));

    /// <summary>MNIST's four files in a folder.</summary>
    public static DigitSource Mnist(string folder) => new(
        $"MNIST in {folder}",
        MnistFolder.Files(folder),
        limit => MnistFolder.ReadTraining(folder).Take(limit ?? int.MaxValue),
        limit => MnistFolder.ReadTest(folder).Take(limit ?? int.MaxValue));

    /// <summary>One CSV file, of which the last seventh is kept for testing.</summary>
    public static DigitSource Csv(string path)
    {
        Lazy<DigitSet> digits = new(() => ReadCsv(path));
        int TrainingCount() => digits.Value.Count - Math.Max(1, digits.Value.Count / CsvTestPart);
        return new DigitSource(
            $"{path}, its last 1/{CsvTestPart} for testing",
            [path],
            limit => digits.Value.Take(Math.Min(limit ?? int.MaxValue, TrainingCount())),
            limit => digits.Value.Part(TrainingCount(), limit ?? int.MaxValue));
    }

    /// <summary>All digits of this source, perhaps shuffled, split anew.</summary>
    /// <param name="split">How the digits are split; a limit is one for all of them together.</param>
    /// <param name="shuffleSeed">The seed of the order before the split; null for the source's own order.</param>
    public DigitSource SplitAnew(Split split, long? shuffleSeed)
    {
        (DigitSet Training, DigitSet Test)? sets = null;
        (DigitSet Training, DigitSet Test) Sets(int? limit) => sets ??= ReadSplit(split, shuffleSeed, limit);
        string shuffled = shuffleSeed is null ? "" : "shuffled, ";
        return new DigitSource(
            $"{Description}; all digits together, {shuffled}split {split}",
            Files,
            limit => Sets(limit).Training,
            limit => Sets(limit).Test);
    }

    private static DigitSet ReadCsv(string path)
    {
        DigitSet digits = DigitCsv.Read(path);
        return digits.Count >= 2
            ? digits
            : throw new DataException($"{path} holds one digit, but at least two were expected, one to train on and one to test with: add digits.");
    }

    private (DigitSet Training, DigitSet Test) ReadSplit(Split split, long? shuffleSeed, int? limit)
    {
        DigitSet pool = Training(null).Join(Test(null));
        int[] order = shuffleSeed is long seed ? SampleOrder.Shuffled(pool.Count, seed, epoch: 0) : [.. Enumerable.Range(0, pool.Count)];
        int count = Math.Min(limit ?? int.MaxValue, pool.Count);
        (int training, int test) = split.Of(count);
        return (pool.Select(order.AsSpan(0, training)), pool.Select(order.AsSpan(training, test)));
    }
}
