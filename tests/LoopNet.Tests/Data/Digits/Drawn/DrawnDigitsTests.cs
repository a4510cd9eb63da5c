using System.Security.Cryptography;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class DrawnDigitsTests
{
    // Only correctly rounded operations draw a digit, so this holds on every system. A change of the
    // drawing changes it, and with it every result that was printed from drawn digits: the change log has to say so.
    private const string HashOf200 = "2DD6DA104DCB942965FED8E326956920B2221B9BCE7E4083700628F4FA2BDFBD";

    [Fact]
    public void Training_SameSeed_GivesTheSameBytesForEver()
    {
        DigitSet digits = DrawnDigits.Training(seed: 7, count: 200);

        Assert.Equal(HashOf200, Hash(digits));
        Assert.Equal(HashOf200, Hash(DrawnDigits.Training(seed: 7, count: 200)));
    }

    [Fact]
    public void Training_SmallerCount_IsTheBeginningOfTheLargerSet()
    {
        DigitSet larger = DrawnDigits.Training(seed: 3, count: 120);
        DigitSet smaller = DrawnDigits.Training(seed: 3, count: 50);

        Assert.Equal(50, smaller.Count);
        Assert.Equal(Hash(larger.Take(50)), Hash(smaller));
    }

    [Fact]
    public void Training_OtherSeedOrOtherSet_DrawsOtherDigits()
    {
        string[] hashes =
        [
            Hash(DrawnDigits.Training(seed: 1, count: 20)),
            Hash(DrawnDigits.Training(seed: 2, count: 20)),
            Hash(DrawnDigits.Training(seed: -1, count: 20)),
            Hash(DrawnDigits.Test(seed: 1, count: 20)),
            Hash(DrawnDigits.Test(seed: 2, count: 20)),
        ];

        Assert.Equal(hashes.Length, hashes.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void TrainingAndTest_SameSeed_ShareNoImage()
    {
        DigitSet training = DrawnDigits.Training(seed: 1, count: 1000);
        DigitSet test = DrawnDigits.Test(seed: 1, count: 1000);

        HashSet<string> images = [];
        for (int s = 0; s < 1000; s++)
        {
            Assert.True(images.Add(Convert.ToHexString(training.Pixels(s))));
            Assert.True(images.Add(Convert.ToHexString(test.Pixels(s))));
        }
    }

    [Fact]
    public void TrainingAndTest_AnySeed_AreNamedForMessages()
    {
        Assert.Equal("drawn training digits", DrawnDigits.Training(seed: 1, count: 1).Name);
        Assert.Equal("drawn test digits", DrawnDigits.Test(seed: 1, count: 1).Name);
    }

    [Fact]
    public void Training_ThousandDigits_HasAllTenClasses()
    {
        int[] counts = DrawnDigits.Training(seed: 5, count: 1000).CountPerClass();

        // 100 are expected of each; four standard deviations (4 * 9.5) to either side.
        Assert.All(counts, count => Assert.InRange(count, 62, 138));
    }

    [Fact]
    public void Training_EveryDigit_FillsABoxOf20By20()
    {
        DigitSet digits = DrawnDigits.Training(seed: 11, count: 2000);
        for (int s = 0; s < digits.Count; s++)
        {
            (int width, int height) = InkSize(digits.Pixels(s));

            // The last pixel of the longer side may hold too little ink to show.
            Assert.InRange(Math.Max(width, height), 18, 20);
        }
    }

    [Fact]
    public void Training_EveryDigit_HasItsCentreOfMassInTheMiddle()
    {
        DigitSet digits = DrawnDigits.Training(seed: 12, count: 2000);
        for (int s = 0; s < digits.Count; s++)
        {
            (double x, double y) = CentreOfMass(digits.Pixels(s));

            Assert.InRange(x, 12.5, 14.5);
            Assert.InRange(y, 12.5, 14.5);
        }
    }

    [Fact]
    public void Training_EveryDigit_HasInkAndPaperAndEdgesBetweenThem()
    {
        DigitSet digits = DrawnDigits.Training(seed: 13, count: 500);
        for (int s = 0; s < digits.Count; s++)
        {
            byte[] pixels = digits.Pixels(s).ToArray();

            Assert.True(pixels.Max() >= 200);
            Assert.True(pixels.Count(p => p == 0) > DigitSet.PixelCount / 3);
            Assert.Contains(pixels, p => p is > 50 and < 200);
        }
    }

    [Fact]
    public void Training_MeanImageOfEachClass_RecognisesMostTestDigits()
    {
        DigitSet training = DrawnDigits.Training(seed: 1, count: 2000);
        DigitSet test = DrawnDigits.Test(seed: 1, count: 500);
        double[][] means = MeanImages(training);

        int correct = 0;
        for (int s = 0; s < test.Count; s++)
        {
            if (Nearest(means, test.Pixels(s)) == test.Label(s))
            {
                correct++;
            }
        }

        // Guessing gives 50; a label that did not belong to its image would pull the figure down.
        Assert.InRange(correct, 325, 500);
    }

    [Fact]
    public void Training_NoDigits_IsAnEmptySet() => Assert.Equal(0, DrawnDigits.Training(seed: 1, count: 0).Count);

    [Fact]
    public void Draw_CountBelow0OrTooLarge_IsRefused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Training(seed: 1, count: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Test(seed: 1, count: -1));
        Assert.Throws<ArgumentOutOfRangeException>(() => DrawnDigits.Training(seed: 1, count: int.MaxValue));
    }

    private static string Hash(DigitSet digits)
    {
        using IncrementalHash hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        for (int s = 0; s < digits.Count; s++)
        {
            hash.AppendData([(byte)digits.Label(s)]);
            hash.AppendData(digits.Pixels(s));
        }

        return Convert.ToHexString(hash.GetHashAndReset());
    }

    private static (int Width, int Height) InkSize(ReadOnlySpan<byte> pixels)
    {
        int left = DigitSet.Side;
        int right = -1;
        int top = DigitSet.Side;
        int bottom = -1;
        for (int i = 0; i < pixels.Length; i++)
        {
            if (pixels[i] > 0)
            {
                left = Math.Min(left, i % DigitSet.Side);
                right = Math.Max(right, i % DigitSet.Side);
                top = Math.Min(top, i / DigitSet.Side);
                bottom = Math.Max(bottom, i / DigitSet.Side);
            }
        }

        return (right - left + 1, bottom - top + 1);
    }

    private static (double X, double Y) CentreOfMass(ReadOnlySpan<byte> pixels)
    {
        double mass = 0.0;
        double x = 0.0;
        double y = 0.0;
        for (int i = 0; i < pixels.Length; i++)
        {
            mass += pixels[i];
            x += pixels[i] * (i % DigitSet.Side);
            y += pixels[i] * (i / DigitSet.Side);
        }

        return (x / mass, y / mass);
    }

    private static double[][] MeanImages(DigitSet digits)
    {
        int[] counts = digits.CountPerClass();
        double[][] means = new double[DigitSet.ClassCount][];
        for (int digit = 0; digit < means.Length; digit++)
        {
            means[digit] = new double[DigitSet.PixelCount];
        }

        for (int s = 0; s < digits.Count; s++)
        {
            int label = digits.Label(s);
            for (int i = 0; i < DigitSet.PixelCount; i++)
            {
                means[label][i] += digits.Pixels(s)[i] / (double)counts[label];
            }
        }

        return means;
    }

    private static int Nearest(double[][] means, ReadOnlySpan<byte> pixels)
    {
        int nearest = 0;
        double least = double.MaxValue;
        for (int digit = 0; digit < means.Length; digit++)
        {
            double distance = 0.0;
            for (int i = 0; i < pixels.Length; i++)
            {
                double off = pixels[i] - means[digit][i];
                distance += off * off;
            }

            if (distance < least)
            {
                least = distance;
                nearest = digit;
            }
        }

        return nearest;
    }
}
