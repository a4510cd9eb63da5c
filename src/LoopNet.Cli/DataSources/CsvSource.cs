using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>One CSV file, of which the last seventh is kept for testing: 42,000 digits make 36,000 and 6,000.</summary>
/// <param name="path">The file.</param>
internal sealed class CsvSource(string path) : DigitSource
{
    private const int TestPart = 7;

    private DigitSet? _digits;

    /// <inheritdoc/>
    public override string Description => $"{path}, its last 1/{TestPart} for testing";

    /// <inheritdoc/>
    public override IReadOnlyList<string> Files => [path];

    private DigitSet Digits => _digits ??= Read();

    private int TrainingCount => Digits.Count - Math.Max(1, Digits.Count / TestPart);

    /// <inheritdoc/>
    public override DigitSet Training(int? limit = null) => Digits.Take(Math.Min(limit ?? int.MaxValue, TrainingCount));

    /// <inheritdoc/>
    public override DigitSet Test(int? limit = null)
    {
        int first = TrainingCount;
        int count = Math.Min(limit ?? int.MaxValue, Digits.Count - first);
        byte[] pixels = new byte[count * DigitSet.PixelCount];
        byte[] labels = new byte[count];
        for (int index = 0; index < count; index++)
        {
            Digits.Pixels(first + index).CopyTo(pixels.AsSpan(index * DigitSet.PixelCount));
            labels[index] = (byte)Digits.Label(first + index);
        }

        return new DigitSet(Digits.Name, pixels, labels);
    }

    private DigitSet Read()
    {
        DigitSet digits = DigitCsv.Read(path);
        if (digits.Count < 2)
        {
            throw new DataException(
                $"{path} holds one digit, but at least two were expected, one to train on and one to test with: add digits.");
        }

        return digits;
    }
}
