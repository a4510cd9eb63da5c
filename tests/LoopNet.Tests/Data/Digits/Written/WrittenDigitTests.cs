using LoopNet.Data;
using Xunit.Abstractions;

namespace LoopNet.Tests.Data;

/// <summary>Pictures of digits, made ready as MNIST's own were.</summary>
public class WrittenDigitTests(ITestOutputHelper output)
{
    private static readonly Lazy<Network> Trained = new(() => Train(DrawnDigits.Training(1, 10_000)));

    [Fact]
    public void Prepare_InEveryRendering_FillsTheBoxAndIsCentredByItsMass()
    {
        foreach (LargeDigits.Rendering rendering in LargeDigits.All)
        {
            byte[] pixels = WrittenDigit.Prepare(LargeDigits.Draw(8, 3, rendering), "eight");

            int[] inked = [.. Enumerable.Range(0, 784).Where(place => pixels[place] > 60)];
            int width = inked.Max(place => place % 28) - inked.Min(place => place % 28) + 1;
            int height = inked.Max(place => place / 28) - inked.Min(place => place / 28) + 1;
            double mass = pixels.Sum(pixel => (double)pixel);
            double x = pixels.Select((pixel, place) => (double)pixel * (place % 28)).Sum() / mass;
            double y = pixels.Select((pixel, place) => (double)pixel * (place / 28)).Sum() / mass;
            Assert.InRange(Math.Max(width, height), 18, 20);
            Assert.InRange(x, 13.4, 14.6);
            Assert.InRange(y, 13.4, 14.6);
            Assert.Equal(0, pixels[0]);
            Assert.Equal(255, pixels.Max());
        }
    }

    [Fact]
    public void Prepare_DarkOnLightAndItsNegative_AreTheSameDigit()
    {
        GreyPicture dark = LargeDigits.Draw(5, 1, LargeDigits.All[0]);
        GreyPicture light = dark with { Shades = [.. dark.Shades.Select(shade => 1.0 - shade)] };

        byte[] fromDark = WrittenDigit.Prepare(dark, "five");
        byte[] fromLight = WrittenDigit.Prepare(light, "five");

        Assert.All(fromDark.Zip(fromLight), pair => Assert.InRange(Math.Abs(pair.First - pair.Second), 0, 1));
    }

    [Fact]
    public void Prepare_PictureOfPaper_SaysThatNoDigitIsSeen()
    {
        GreyPicture paper = new(50, 40, [.. Enumerable.Repeat(0.8, 2000)]);

        Assert.Contains("no digit is seen", Assert.Throws<DataException>(() => WrittenDigit.Prepare(paper, "paper.png")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Prepare_SpecksAndAnEdge_AreLeftOut()
    {
        GreyPicture clean = LargeDigits.Draw(7, 2, LargeDigits.All[0]);
        double[] shades = [.. clean.Shades];
        for (int place = 0; place < shades.Length; place++)
        {
            int column = place % clean.Width;
            int row = place / clean.Width;
            bool isSpeck = row is > 20 and < 24 && column is > 20 and < 24;
            bool isEdge = column > clean.Width - 6;
            shades[place] = isSpeck || isEdge ? 0.1 : shades[place];
        }

        byte[] with = WrittenDigit.Prepare(clean with { Shades = shades }, "seven");
        byte[] without = WrittenDigit.Prepare(clean, "seven");

        Assert.True(with.Zip(without).Average(pair => Math.Abs(pair.First - pair.Second)) < 8.0);
    }

    // A network of the embedded digits, which are drawn by the same hands: what is measured is the way from a picture to 28 x 28.
    [Fact]
    public void Prepare_OfTenDigitsInEachRendering_IsRead() => Assert.InRange(Right(Trained.Value), 90, 100);

    // Other hands than those that the network has learned from.
    [MnistFact]
    public void Prepare_OfTenDigitsInEachRendering_IsReadByANetworkOfMnist() => Assert.InRange(Right(Train(MnistFolder.ReadTraining(MnistFactAttribute.Folder!))), 80, 100);

    private int Right(Network network)
    {
        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        int right = 0;
        foreach (LargeDigits.Rendering rendering in LargeDigits.All)
        {
            int[] wrong = [.. Enumerable.Range(0, 10).Where(digit => Read(network, digit, rendering, sample) != digit)];
            right += 10 - wrong.Length;
            output.WriteLine($"{rendering.What}: {10 - wrong.Length} of 10{(wrong.Length > 0 ? $", not {string.Join(", ", wrong)}" : "")}");
        }

        output.WriteLine($"{right} of 100");
        return right;
    }

    private static int Read(Network network, int digit, LargeDigits.Rendering rendering, SampleRecord sample)
    {
        DigitSet one = new("one", WrittenDigit.Prepare(LargeDigits.Draw(digit, 11, rendering), "one"), [(byte)digit]);
        one.Read(0, sample.x, sample.y);
        ForwardPass.Run(network, sample);
        return Evaluation.LargestIndex(sample.Output);
    }

    private static Network Train(DigitSet digits)
    {
        Network network = Initialization.Draw([784, 32, 10], [new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);
        VectorizedTraining training = new(network, new VectorizedSamples(digits, 2), new UpdateRule(0.1), 1, new Hardware(), default);
        training.Epoch(1);
        training.Epoch(2);
        return network;
    }
}
