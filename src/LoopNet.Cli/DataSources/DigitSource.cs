using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A place that digits come from, with a set to train on and a set to test with. Nothing is read before a set is asked for.</summary>
/// <param name="Name">What the source is called in the output, for example <c>MNIST in ./data/mnist</c>.</param>
/// <param name="Files">The files that hold the digits; nothing may be written to them.</param>
/// <param name="Training">The digits to train on: the first ones, at most as many as asked for; null for all.</param>
/// <param name="Test">The digits to test with, likewise.</param>
internal sealed record DigitSource(string Name, IReadOnlyList<string> Files, Func<int?, DigitSet> Training, Func<int?, DigitSet> Test)
{
    private const long EmbeddedSeed = 1;
    private const int EmbeddedTraining = 60_000;
    private const int EmbeddedTest = 10_000;

    // Of a file that holds one set, the last seventh is for testing: 42,000 digits make 36,000 and 6,000.
    private const int TestPart = 7;

    /// <summary>How one set is parted into training and test digits, for example <c>its last 1/7 for testing</c>; empty where there are two.</summary>
    public string Parting { get; private init; } = "";

    /// <summary>The source as a set to train on and a set to test with.</summary>
    public string Description => Parting.Length == 0 ? Name : $"{Name}, {Parting}";

    /// <summary>All digits of a source that holds one set; null where it has a set to test with.</summary>
    public Func<int?, DigitSet>? Whole { get; private init; }

    /// <summary>The digits that the program draws: always the same ones, so that results can be compared.</summary>
    public static DigitSource Embedded() => new(
        "the embedded digits, drawn by the program",
        [],
        limit => DrawnDigits.Training(EmbeddedSeed, Math.Min(limit ?? EmbeddedTraining, EmbeddedTraining)),
        limit => DrawnDigits.Test(EmbeddedSeed, Math.Min(limit ?? EmbeddedTest, EmbeddedTest)));

    /// <summary>MNIST's four files in a folder, or those of another set in its format.</summary>
    public static DigitSource Mnist(string folder)
    {
        string set = MnistFolder.SetName(folder);
        return new DigitSource(
            set == "IDX" ? $"IDX files in {folder}" : $"{set} in {folder}",
            MnistFolder.Files(folder),
            limit => MnistFolder.ReadTraining(folder).Take(limit ?? int.MaxValue),
            limit => MnistFolder.ReadTest(folder).Take(limit ?? int.MaxValue));
    }

    /// <summary>A file that holds one set, of which the last seventh is for testing where the set is trained on.</summary>
    /// <param name="path">The file.</param>
    /// <param name="read">Reads it.</param>
    public static DigitSource OfOneSet(string path, Func<DigitSet> read)
    {
        Lazy<DigitSet> digits = new(read);
        DigitSet Labelled() => digits.Value.IsLabelled ? digits.Value : throw NoLabels(path);
        int TrainingCount() => TwoOf(path, Labelled()).Count - Math.Max(1, digits.Value.Count / TestPart);
        return new DigitSource(
            path,
            [path],
            limit => Labelled().Take(Math.Min(limit ?? int.MaxValue, TrainingCount())),
            limit => Labelled().Part(TrainingCount(), limit ?? int.MaxValue))
        {
            Parting = Invariant($"its last 1/{TestPart} for testing"),
            Whole = limit => digits.Value.Take(limit ?? int.MaxValue),
        };
    }

    /// <summary>A file that holds training and test digits.</summary>
    public static DigitSource OfTwoSets(string path, DigitSet training, DigitSet test)
    {
        return new DigitSource(path, [path], limit => training.Take(limit ?? int.MaxValue), limit => test.Take(limit ?? int.MaxValue));
    }

    /// <summary>A source with the test digits of another one: all of it, where it holds one set.</summary>
    public DigitSource TestedWith(DigitSource other) => new(
        $"{Name}, tested with {other.Name}",
        [.. Files, .. other.Files],
        limit => Whole is null ? Training(limit) : LabelledOf(this, limit),
        limit => LabelledOf(other, limit));

    /// <summary>The digits to measure a network with: the test digits, or all digits of a source that holds one set.</summary>
    /// <exception cref="DataException">They have no labels.</exception>
    public DigitSet Measured(int? limit) => LabelledOf(this, limit);

    /// <summary>The digits to show to a network, which may have no labels.</summary>
    public DigitSet Shown() => Whole is null ? Test(null) : Whole(null);

    /// <summary>All digits of this source, perhaps shuffled, split anew.</summary>
    /// <param name="split">How the digits are split; a limit is one for all of them together.</param>
    /// <param name="shuffleSeed">The seed of the order before the split; null for the source's own order.</param>
    public DigitSource SplitAnew(Split split, long? shuffleSeed)
    {
        (DigitSet Training, DigitSet Test)? sets = null;
        (DigitSet Training, DigitSet Test) Sets(int? limit) => sets ??= ReadSplit(split, shuffleSeed, limit);
        string shuffled = shuffleSeed is null ? "" : "shuffled, ";
        return new DigitSource(
            $"{Name}; all digits{(Whole is null ? " together" : "")}, {shuffled}split {split}",
            Files,
            limit => Sets(limit).Training,
            limit => Sets(limit).Test);
    }

    private static DigitSet LabelledOf(DigitSource source, int? limit)
    {
        DigitSet digits = source.Whole is null ? source.Test(limit) : source.Whole(limit);
        return digits.IsLabelled ? digits : throw NoLabels(source.Name);
    }

    private static DataException NoLabels(string path)
    {
        return new DataException($"{path} holds {DigitSet.PixelCount} pixels for each digit and no label, so nothing can be learned from it or measured with it: add the labels; predict reads it as it is.");
    }

    private static DigitSet TwoOf(string path, DigitSet digits)
    {
        return digits.Count >= 2
            ? digits
            : throw new DataException($"{path} holds one digit, but at least two were expected, one to train on and one to test with: add digits.");
    }

    private (DigitSet Training, DigitSet Test) ReadSplit(Split split, long? shuffleSeed, int? limit)
    {
        DigitSet pool = Whole is null ? Training(null).Join(Test(null)) : LabelledOf(this, null);
        int[] order = shuffleSeed is long seed ? SampleOrder.Shuffled(pool.Count, seed, epoch: 0) : [.. Enumerable.Range(0, pool.Count)];
        int count = Math.Min(limit ?? int.MaxValue, pool.Count);
        (int training, int test) = split.Of(count);
        return (pool.Select(order.AsSpan(0, training)), pool.Select(order.AsSpan(training, test)));
    }
}
