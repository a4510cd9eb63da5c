using System.Globalization;
using LoopNet.Cli;
using LoopNet.Data;
using LoopNet.Tests.Cli;

namespace LoopNet.Tests.Data;

/// <summary>NumPy writes, LoopNet reads; and the other way round.</summary>
public sealed class NumPyRoundTripTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly DigitSet _digits = DrawnDigits.Training(1, 30);

    public NumPyRoundTripTests()
    {
        _folder.Write("pixels.bin", [.. Enumerable.Range(0, _digits.Count).SelectMany(index => _digits.Pixels(index).ToArray())]);
        _folder.Write("labels.bin", [.. Enumerable.Range(0, _digits.Count).Select(index => (byte)_digits.Label(index))]);
    }

    public void Dispose() => _folder.Dispose();

    [NumPyFact]
    public void Read_DigitsOfEveryShapeAndType_AreTheSameBytes()
    {
        NumPyFactAttribute.Run(_folder.Path, "write");

        (DigitSet digits, DigitSet? test) = NumPyDigits.Read(Place("digits.npz"));
        Assert.Equal(_digits.Sha256(), digits.Sha256());
        Assert.Equal(_digits.Take(5).Sha256(), test!.Sha256());
        foreach (string file in (string[])["compressed.npz", "columns.npz", "big.npz", "table.npy"])
        {
            Assert.Equal(_digits.Sha256(), NumPyDigits.Read(Place(file)).Digits.Sha256());
        }

        Assert.False(NumPyDigits.Read(Place("images.npy")).Digits.IsLabelled);
    }

    [NumPyFact]
    public void Read_ArraysThatAreNone_AreNamed()
    {
        NumPyFactAttribute.Run(_folder.Path, "write");

        Refused("standardised.npz", "below 0 the pixels look standardised");
        Refused("unnamed.npz", "holds arr_0 (30, 28, 28), arr_1 (30,), and no images and labels under names that are known");
        Refused("objects.npy", "is an array of Python objects, which are a pickle and can run any program");
    }

    // 30 updates of two programs that sum in other orders: rounding alone is some 1e-16 a number.
    [NumPyFact]
    public void Train_FromWeightsOfNumPyForOneEpoch_IsWhatNumPyGets()
    {
        NumPyFactAttribute.Run(_folder.Path, "write");
        NumPyFactAttribute.Run(_folder.Path, "train");

        foreach (string start in (string[])["start.npz", "start_t.npz"])
        {
            CommandRun run = CommandRun.Of("train", "--data", Place("digits.npz"), "--model", Place(start), "--epochs", "1", "--learning-rate", "0.1", "--save", Place("loopnet.npz"), "--layout", "input-unit");
            string layout = start == "start.npz" ? "input-unit" : "unit-input";
            Assert.Contains($"and as {layout}, as its shapes say", run.Error, StringComparison.Ordinal);
            Assert.True(run.Status == ExitStatus.Done, run.Error);
            double difference = double.Parse(NumPyFactAttribute.Run(_folder.Path, "compare", "loopnet.npz", "numpy.npz"), CultureInfo.InvariantCulture);
            Assert.InRange(difference, 0.0, 1e-12);
        }
    }

    private string Place(string name) => Path.Join(_folder.Path, name);

    private void Refused(string file, string part) => Assert.Contains(part, Assert.Throws<DataException>(() => NumPyDigits.Read(Place(file))).Message, StringComparison.Ordinal);
}
