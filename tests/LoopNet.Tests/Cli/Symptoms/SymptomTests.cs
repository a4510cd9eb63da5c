using LoopNet.Cli;
using LoopNet.Data;

namespace LoopNet.Tests.Cli;

/// <summary>Each detector on what it is to find, and on what it is to pass by.</summary>
public class SymptomTests
{
    [Fact]
    public void OneAnswer_AllInOneColumn_GivesTheShareOfThatDigit()
    {
        int[][] confusion = Confusion(_ => 1, counts: [98, 113, 103, 101, 98, 89, 96, 103, 97, 102]);

        Assert.Equal("the answer to all 1,000 test digits is 1, and 11.30 % of them are one: docs/troubleshooting.md#one-answer-for-every-digit", $"{OneAnswer.In(confusion)}");
        confusion[3][1]--;
        confusion[3][3]++;
        Assert.Null(OneAnswer.In(confusion));
        Assert.Null(OneAnswer.In(Confusion(_ => 1, counts: [0, 200, 0, 0, 0, 0, 0, 0, 0, 0])));
        Assert.Null(OneAnswer.In(Confusion(_ => 1, counts: [5, 5, 5, 5, 5, 5, 5, 5, 5, 5])));
    }

    [Theory]
    [InlineData(1, "100.00 % of the test digits are taken for one more than its label says (a 0 for a 9)")]
    [InlineData(9, "100.00 % of the test digits are taken for one less than its label says (a 9 for a 0)")]
    public void ShiftedLabels_DiagonalBesideTheDiagonal_IsNamed(int shift, string start)
    {
        int[] counts = [20, 20, 20, 20, 20, 20, 20, 20, 20, 20];

        Assert.StartsWith(start, ShiftedLabels.In(Confusion(digit => (digit + shift) % 10, counts))!.Sentence, StringComparison.Ordinal);
        Assert.Null(ShiftedLabels.In(Confusion(digit => digit, counts)));
        Assert.Null(ShiftedLabels.In(Confusion(digit => (digit + 2) % 10, counts)));
        Assert.Null(ShiftedLabels.In(Confusion(_ => 1, counts)));
    }

    [Theory]
    [InlineData(2.302585, true)]
    [InlineData(2.3012, true)]
    [InlineData(2.2, false)]
    [InlineData(2.39, false)]
    public void LossOfChance_SoftmaxAndCrossEntropy_IsLnTen(double loss, bool isSeen)
    {
        Network network = Initialization.Draw([3, 10], [new Softmax()], new CrossEntropy(), seed: 1);
        Network other = Initialization.Draw([3, 10], [new Sigmoid()], new SquaredError(), seed: 1);

        Assert.Equal(isSeen, LossOfChance.In(network, Figures(0, loss, 0.1)) is not null);
        Assert.Null(LossOfChance.In(other, Figures(0, loss, 0.1)));
    }

    [Fact]
    public void LossUnchanged_ThreeEpochsAlike_IsSeenWhereLittleIsLearned()
    {
        Assert.Equal("the training loss has moved from 2.401 to 2.4 in 3 epochs", LossUnchanged.In(History(0.1, 2.401, 2.4008, 2.4002, 2.4))!.Sentence);
        Assert.Null(LossUnchanged.In(History(0.1, 2.401, 2.4008, 2.4)));
        Assert.Null(LossUnchanged.In(History(0.1, 2.41, 2.4008, 2.4002, 2.4)));
        Assert.Null(LossUnchanged.In(History(0.95, 0.2, 0.2, 0.2, 0.2)));
    }

    [Fact]
    public void LossGrowing_OverTheFirstOrLongOverTheLowest_IsSeenAndAJumpIsNot()
    {
        Assert.NotNull(LossGrowing.OverTheFirst(History(0.1, 2.3, 2.5)));
        Assert.Null(LossGrowing.OverTheFirst(History(0.1, 2.3, 2.31)));
        Assert.Null(LossGrowing.OverTheFirst(History(0.9, 2.3, 2.5)));

        EpochFigures[] grown = [Figures(0, 2.3, 0.1), Figures(1, 0.2, 0.95), Figures(2, 0.5, 0.9), Figures(3, 0.6, 0.85), Figures(4, 0.7, 0.8)];
        Assert.NotNull(LossGrowing.OverTheLowest(grown, updatesPerEpoch: 60_000));
        Assert.Null(LossGrowing.OverTheLowest(grown, updatesPerEpoch: 1));
        Assert.Null(LossGrowing.OverTheLowest(grown[..^1], updatesPerEpoch: 60_000));
        Assert.Null(LossGrowing.OverTheLowest([.. grown, Figures(5, 0.1, 0.96)], updatesPerEpoch: 60_000));
    }

    [Fact]
    public void EqualUnits_RowsOfTheSameBits_AreCountedInHiddenLayersOnly()
    {
        Layer hidden = new([[0.1, 0.2], [0.1, 0.2], [0.3, 0.2]], [0.0, 0.0, 0.0], new Sigmoid());
        Layer same = new([[0.1, 0.2], [0.1, 0.2], [0.1, 0.2]], null, new Sigmoid());
        Layer biased = new([[0.1, 0.2], [0.1, 0.2]], [0.0, 1e-300], new Sigmoid());

        Assert.StartsWith("layer 1: 3 units have 2 different sets of weights", Assert.Single(EqualUnits.In(Ending(hidden))).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("layer 1: all 3 units have the same weights to the bit", Assert.Single(EqualUnits.In(Ending(same))).Sentence, StringComparison.Ordinal);
        Assert.Empty(EqualUnits.In(Ending(biased)));
    }

    [Theory]
    [InlineData("sigmoid", 1.0, 0.5)]
    [InlineData("tanh", 1.0, 0.5)]
    [InlineData("relu", 0.0, 0.0)]
    public void SaturatedUnits_OutputsAtTheEnds_AreCounted(string activation, double ofLarge, double ofHalf)
    {
        SampleList samples = new([[10.0], [0.01]], [[0.0, 1.0], [1.0, 0.0]]);
        Layer half = new([[1.0]], null, Activation.Named(activation)!);
        Layer large = new([[1000.0]], null, Activation.Named(activation)!);

        Assert.Equal(ofHalf, SaturatedUnits.Shares(Ending(half), samples)[1]);
        Assert.Equal(ofLarge, SaturatedUnits.Shares(Ending(large), samples)[1]);
        Assert.Equal(ofLarge > 0.0 ? 1 : 0, SaturatedUnits.In(Ending(large), samples).Count());
    }

    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 1)]
    [InlineData(4, 1)]
    public void DeadReluUnits_AQuarterOfALayer_IsNamed(int dead, int named)
    {
        double[][] weights = [.. Enumerable.Range(0, 8).Select(i => new[] { i < dead ? -1.0 : 1.0 })];
        Network network = Ending(new Layer(weights, null, new Relu()));

        Assert.Equal(named, DeadReluUnits.In(network, new SampleList([[1.0]], [[0.0, 1.0]]), default).Count());
    }

    [Fact]
    public void MissingDigits_OfEitherSet_AreListed()
    {
        DigitSet all = Labelled([.. Enumerable.Range(0, 200).Select(index => (byte)(index % 10))]);
        DigitSet few = Labelled([.. Enumerable.Range(0, 200).Select(index => (byte)(index % 8))]);

        Assert.Empty(MissingDigits.In(all, all));
        Assert.StartsWith("no test digit is labelled 8 or 9", Assert.Single(MissingDigits.In(all, few)).Sentence, StringComparison.Ordinal);
        Assert.StartsWith("no training digit is labelled 8 or 9, so the network never learns to say so, and there are some among the test digits", Assert.Single(MissingDigits.In(few, all)).Sentence, StringComparison.Ordinal);
        Assert.Empty(MissingDigits.In(all.Take(5), all.Take(9)));
    }

    [Fact]
    public void NothingOverOne_BytesOfZeroAndOne_AreNamedUnlessTheyAreTakenRaw()
    {
        byte[] pixels = new byte[784];
        pixels[5] = 1;
        DigitSet twice = new("twice", pixels, [3]);

        Assert.NotNull(NothingOverOne.In(twice));
        Assert.Null(NothingOverOne.In(twice.Raw()));
        pixels[6] = 2;
        Assert.Null(NothingOverOne.In(twice));
    }

    private static Network Ending(Layer layer) => new([layer, new Layer([.. Enumerable.Range(0, 2).Select(_ => new double[layer.Size])], null, new Sigmoid())], new SquaredError());

    private static DigitSet Labelled(byte[] labels) => new("digits", new byte[784 * labels.Length], labels);

    private static EpochFigures Figures(int epoch, double loss, double accuracy) => new(epoch, loss, accuracy, loss, accuracy);

    private static EpochFigures[] History(double accuracy, params double[] losses) => [.. losses.Select((loss, epoch) => Figures(epoch, loss, accuracy))];

    private static int[][] Confusion(Func<int, int> answer, int[] counts)
    {
        int[][] confusion = [.. Enumerable.Range(0, 10).Select(_ => new int[10])];
        for (int digit = 0; digit < 10; digit++)
        {
            confusion[digit][answer(digit)] = counts[digit];
        }

        return confusion;
    }
}
