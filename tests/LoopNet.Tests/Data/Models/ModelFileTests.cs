using LoopNet.Data;

namespace LoopNet.Tests.Data;

public sealed class ModelFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_OfWhatWasWritten_GivesTheSameBitsAndNote()
    {
        Network network = Initialization.Draw([7, 5, 3], [new Relu(), new Softmax()], new CrossEntropy(), seed: 1);
        TrainingNote note = new()
        {
            Preset = "004",
            Data = "a \"test\"",
            DataSha256 = "0123",
            Samples = 7,
            Epochs = 2,
            Batch = 7,
            Shuffle = true,
            LearningRate = 0.1,
            Init = "he",
            Seed = long.MaxValue,
            TestLoss = 1.0 / 3.0,
            TestAccuracy = 0.7,
        };
        ModelFile.Write(Place("m.json"), new Model(network, OutputGradient.Shortcut, note));

        Model read = ModelFile.Read(Place("m.json"));

        Bits.AssertSame(network, read.Network);
        Assert.Equal("7-5-3, relu, softmax, cross-entropy", read.Network.ToString());
        Assert.Equal(OutputGradient.Shortcut, read.OutputGradient);
        Assert.Equal(note, read.Training);
    }

    [Fact]
    public void Read_OfANetworkWithoutBiases_HasNone()
    {
        Network network = Initialization.Draw([3, 2], [new Sigmoid()], new SquaredError(), seed: 1, biases: false);
        ModelFile.Write(Place("m.json"), new Model(network, OutputGradient.Jacobian, null));

        Model read = ModelFile.Read(Place("m.json"));

        Assert.Null(read.Network.Layers[0].b);
        Assert.Null(read.Training);
    }

    [Fact]
    public void Read_OfLeakyRelu_HasItsSlope()
    {
        Network network = Initialization.Draw([3, 4, 2], [new LeakyRelu(0.125), new LeakyRelu()], new SumOfSquares(), seed: 1);
        ModelFile.Write(Place("m.json"), new Model(network, OutputGradient.Jacobian, null));

        Model read = ModelFile.Read(Place("m.json"));

        Bits.AssertSame(network, read.Network);
        Assert.Equal([0.125, 0.01], read.Network.Layers.Select(layer => ((LeakyRelu)layer.Activation).Slope));
    }

    [Fact]
    public void Read_OfAnotherKindOfTrainingNote_LeavesItOut()
    {
        Write("m.json", """{"layers": [{"weights": [[1]], "activation": "relu"}], "loss": "squared-error", "training": {"by": "hand"}}""");

        Assert.Null(ModelFile.Read(Place("m.json")).Training);
    }

    [Fact]
    public void Read_OfAnExample_NamesTheKeyThatAModelDoesNotHave()
    {
        Write("m.json", """{"layers": [{"weights": [[1]], "activation": "relu"}], "loss": "squared-error", "samples": []}""");

        DataException exception = Assert.Throws<DataException>(() => ModelFile.Read(Place("m.json")));

        Assert.Contains("m.json: $.samples: found the unknown key \"samples\"", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false, double.PositiveInfinity)]
    [InlineData(false, double.NaN)]
    [InlineData(true, double.NegativeInfinity)]
    [InlineData(true, double.NaN)]
    public void Write_OfAParameterThatIsNotFinite_WritesNothing(bool bias, double number)
    {
        Layer first = new([[1.0]], null, new Identity());
        Network network = new([first, new Layer([[1e308]], [1.0], new Identity())], new SquaredError());
        double[] row = bias ? network.Layers[1].b! : network.Layers[1].W[0];
        row[0] = number;

        DataException exception = Assert.Throws<DataException>(() => ModelFile.Write(Place("m.json"), new Model(network, OutputGradient.Jacobian, null)));

        Assert.Contains("a parameter of layer 2 is infinite", exception.Message, StringComparison.Ordinal);
        Assert.Empty(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void WholeFile_WhoseWritingFails_LeavesWhatWasThere()
    {
        Write("f.txt", "before");

        Assert.Throws<DataException>(() => WholeFile.Write(Place("f.txt"), stream =>
        {
            stream.WriteByte(1);
            throw new IOException("the disk is full");
        }));

        Assert.Equal("before", File.ReadAllText(Place("f.txt")));
        Assert.Single(Directory.GetFiles(_folder.Path));
    }

    [Fact]
    public void WholeFile_AtALink_WritesWhereItLeadsAndKeepsTheLink()
    {
        Write("real.txt", "before");
        File.CreateSymbolicLink(Place("link.txt"), "real.txt");

        WholeFile.Write(Path.GetRelativePath(".", Place("link.txt")), stream => stream.WriteByte((byte)'x'));

        Assert.Equal("x", File.ReadAllText(Place("real.txt")));
        Assert.NotNull(File.ResolveLinkTarget(Place("link.txt"), returnFinalTarget: false));
    }

    [Fact]
    public void WholeFile_AtALinkInTheCurrentFolder_FollowsItThere()
    {
        string link = Path.GetFileName(_folder.Path);
        File.CreateSymbolicLink(link, "real.txt");
        try
        {
            Assert.Equal(Path.GetFullPath("real.txt"), WholeFile.Target(link));
        }
        finally
        {
            File.Delete(link);
        }
    }

    [Fact]
    public void WholeFile_OverAFileOfOnesOwn_KeepsItsPermissions()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        Write("f.txt", "before");
        File.SetUnixFileMode(Place("f.txt"), UnixFileMode.UserRead | UnixFileMode.UserWrite);

        WholeFile.Write(Place("f.txt"), stream => stream.WriteByte(1));

        Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(Place("f.txt")));
    }

    [Theory]
    [InlineData("/dev/null")]
    [InlineData("/proc/model.json")]
    public void WholeFile_AtAPlaceOfTheSystem_IsRefused(string path)
    {
        DataException exception = Assert.Throws<DataException>(() => WholeFile.Refuse(path));

        Assert.Contains("this is a place of the system", exception.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("mkfifo f.txt", "this is a pipe or a device, where a file is to be written")]
    [InlineData("mkfifo pipe; ln -s pipe f.txt", "this is a pipe or a device, where a file is to be written")]
    [InlineData("mkdir folder; ln -s folder f.txt", "this is a folder, where a file is to be written")]
    [InlineData("ln -s f.txt f.txt", "this is a link that cannot be followed (")]
    [InlineData("ln -s /dev/null f.txt", "this is a place of the system")]
    public void WholeFile_AtWhatIsNoFile_IsRefusedAndStaysWhatItIs(string script, string part)
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        _folder.Shell(script);
        DataException exception = Assert.Throws<DataException>(() => WholeFile.Write(Place("f.txt"), stream => stream.WriteByte(1)));

        Assert.Contains($"f.txt: {part}", exception.Message, StringComparison.Ordinal);
        _folder.Shell("test -p f.txt || test -L f.txt");
    }

    [Fact]
    public void WholeFile_InAFolderThatDoesNotExist_NamesTheFile()
    {
        DataException exception = Assert.Throws<DataException>(() => WholeFile.Write(Place("no/f.txt"), _ => { }));

        Assert.Contains("f.txt: the file cannot be written", exception.Message, StringComparison.Ordinal);
    }

    private string Place(string name) => Path.Combine(_folder.Path, name);

    private void Write(string name, string text) => File.WriteAllText(Place(name), text);
}
