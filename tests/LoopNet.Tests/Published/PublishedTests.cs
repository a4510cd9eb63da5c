namespace LoopNet.Tests.Published;

public class PublishedTests
{
    public static TheoryData<Publication> Publications => [.. Publication.All];

    [Theory]
    [MemberData(nameof(Publications))]
    public void Step_OfAPublication_GivesEveryNumberThatIsRightAndNoneThatIsWrong(Publication publication)
    {
        PublishedTable table = publication.Computed;

        Assert.Empty(Comparison.Complaints(publication, publication.File.Numbers, table));
    }

    [Theory]
    [MemberData(nameof(Publications))]
    public void Example_OfAPublication_IsThatOfTheFile(Publication publication)
    {
        Example example = publication.Example();

        PublishedFile file = publication.File;
        Network published = file.ReadNetwork(publication.Loss, publication.RowsAreInputs);
        Bits.AssertSame(published, example.Network);
        Assert.Equal(published.ToString(), example.Network.ToString());
        Assert.Equal(file.LearningRate ?? example.Rule.LearningRate, example.Rule.LearningRate);
        Assert.StartsWith(example.Source!, file.Source, StringComparison.Ordinal);
        AssertSameSample(file.ReadSample(), example.Samples);
    }

    [Theory]
    [MemberData(nameof(Publications))]
    public void Numbers_OfAPublication_AreThoseThatTheFileVerifies(Publication publication)
    {
        PublishedFile file = publication.File;

        Assert.Equal(file.VerifiedKeys().Order(StringComparer.Ordinal), file.Numbers.Select(number => number.Key).Distinct().Order(StringComparer.Ordinal));
        foreach ((string status, int count) in file.Counts())
        {
            Assert.Equal(count, file.Numbers.Count(number => number.Status == status));
        }

        Assert.Equal(file.Counts().Values.Sum(), file.Numbers.Count);
    }

    [Theory]
    [MemberData(nameof(Publications))]
    public void Explanations_OfAPublication_GiveThePrintedNumber(Publication publication)
    {
        foreach ((string name, double value) in publication.Explained)
        {
            PublishedNumber number = publication.Number(name);
            Assert.NotEqual("ok", number.Status);
            Assert.True(PublishedNumber.UnitsOff(number.Printed, value) == 0, $"{name}: {number.Printed} is printed, the explanation gives {value:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Publications))]
    public void Explanations_OfAShippedExample_LeaveNoWrongNumberUnexplained(Publication publication)
    {
        if (publication.Shipped is not null)
        {
            IEnumerable<string> wrong = publication.File.Numbers.Where(number => number.Status != "ok").Select(number => number.Name);
            Assert.Equal(wrong.Order(StringComparer.Ordinal), publication.Explained.Keys.Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void Complaints_OfAWrongSigmoidDerivative_NameTheGradientsAndNotTheForwardPass()
    {
        Mazur2015 mazur = new();
        Example wrong = Publication.With(mazur.Example(), new SigmoidWithoutItsSecondFactor(), new SigmoidWithoutItsSecondFactor());

        string[] names = Names(Comparison.Complaints(mazur, mazur.File.Numbers, mazur.Table(wrong)));

        Assert.Contains("dE_total/dw5", names);
        Assert.Contains("dout_h1/dnet_h1", names);
        Assert.Contains("w1+", names);
        Assert.DoesNotContain("out_o1", names);
        Assert.DoesNotContain("E_total", names);
    }

    [Fact]
    public void Complaints_OfAReluThatLetsEverythingThrough_NameTheDeadUnit()
    {
        GeojCs231n geoj = new();
        Example wrong = Publication.With(geoj.Example(), new ReluWithoutAMask(), new Softmax());

        string[] names = Names(Comparison.Complaints(geoj, geoj.File.Numbers, geoj.Table(wrong)));

        Assert.Equal(["dh1_masked[1]", "dW1[0,1]", "dW1[1,1]", "db1[1]"], names);
    }

    [Fact]
    public void Complaints_OfWeightsTheWrongWayRound_NameTheForwardPass()
    {
        Hmkcode2019 hmkcode = new();
        Network turned = hmkcode.File.ReadNetwork(hmkcode.Loss, rowsAreInputs: true);
        turned = new Network([new Layer([[0.11, 0.12], [0.21, 0.08]], null, new Identity()), turned.Layers[1]], hmkcode.Loss);

        string[] names = Names(Comparison.Complaints(hmkcode, hmkcode.File.Numbers, hmkcode.Table(hmkcode.Example() with { Network = turned })));

        Assert.Contains("h[0]", names);
        Assert.Contains("prediction", names);
    }

    [Fact]
    public void Complaints_OfANumberThatNothingMaps_NameIt()
    {
        Mazur2015 mazur = new();
        PublishedTable table = mazur.Table(mazur.Example());
        table.Forget("E_o1");
        table.Follows("E_o3", new PublishedTable.Entry("nothing", 0.0));

        IReadOnlyList<string> complaints = Comparison.Complaints(mazur, mazur.File.Numbers, table);

        Assert.Equal(["E_o1: nothing maps it", "E_o3: 1 mapped, 0 published"], complaints);
    }

    [Theory]
    [InlineData("0.274811083", "ok", 0)]
    [InlineData("0.274811084", "ok", 1)]
    [InlineData("0.274811084", "last-digit", 0)]
    [InlineData("0.274811083", "last-digit", 1)]
    [InlineData("0.274811085", "last-digit", 1)]
    [InlineData("0.274811085", "MISMATCH", 0)]
    [InlineData("0.274811083", "MISMATCH", 1)]
    [InlineData("0.274811084", "MISMATCH", 1)]
    [InlineData("0.274811083", "fine", 1)]
    public void Complaints_OfAStatusThatDoesNotFit_AreMade(string printed, string status, int complaints)
    {
        Mazur2015 mazur = new();
        PublishedTable table = new();
        table.Follows("E_o1", new PublishedTable.Entry("1/2 (a2[0] - y[0])^2", 0.274811083176155));
        PublishedNumber number = new("E_o1", "", printed, status, 0.274811083176155);

        Assert.Equal(complaints, Comparison.Complaints(mazur, [number], table).Count);
    }

    [Theory]
    [InlineData("0.17", 0.1743825, 0)]
    [InlineData(".10", 0.0982025, 0)]
    [InlineData("1", 1.0, 0)]
    [InlineData("0.511301270", 0.5113012702387375, 0)]
    [InlineData("0.6086", 0.6086537769635074, 1)]
    [InlineData("-0.019049119", -0.01904911825827812, 1)]
    [InlineData("0.0000351085", 3.510187782978859e-05, 66)]
    [InlineData("1.0513754685043635", 1.051375468504363, 0)]
    [InlineData("1.0513754685043635", 1.05137546850435, 1)]
    [InlineData("0.5", -0.5, 10)]
    public void UnitsOff_OfAPrintedNumber_CountsInItsLastDigit(string printed, double right, int units)
    {
        Assert.Equal(units, PublishedNumber.UnitsOff(printed, right));
    }

    // Which is why nobody noticed.
    [Fact]
    public void Loss_AfterMillersWrongUpdate_StillFalls()
    {
        Example example = new StevenMiller2015().Example();
        Layer hidden = new([[0.712, 0.112], [0.3548, 0.8548], [0.2681, 0.4681]], null, new Sigmoid());
        Layer output = new([[0.1162, 0.329, 0.708]], null, new Sigmoid());
        Example moved = example with { Network = new Network([hidden, output], new SquaredError()) };

        Assert.True(new NamedNumbers(moved)["L"] < new NamedNumbers(example)["L"]);
    }

    private static string[] Names(IEnumerable<string> complaints)
    {
        return [.. complaints.Select(complaint => complaint.Split(": ")[0]).Distinct()];
    }

    private static void AssertSameSample(SampleList expected, SampleList actual)
    {
        Assert.Equal(1, actual.Count);
        double[][] x = [new double[expected.InputSize], new double[actual.InputSize]];
        double[][] y = [new double[expected.TargetSize], new double[actual.TargetSize]];
        expected.Read(0, x[0], y[0]);
        actual.Read(0, x[1], y[1]);
        Bits.AssertSame(x[0], x[1]);
        Bits.AssertSame(y[0], y[1]);
    }

    private sealed class SigmoidWithoutItsSecondFactor : Sigmoid
    {
        public override double Derivative(double z, double a) => a;
    }

    private sealed class ReluWithoutAMask : Relu
    {
        public override double Derivative(double z, double a) => 1.0;
    }
}
