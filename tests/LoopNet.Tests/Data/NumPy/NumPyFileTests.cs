using System.Text;
using LoopNet.Data;

namespace LoopNet.Tests.Data;

/// <summary>The format of NumPy's files, byte by byte, without NumPy.</summary>
public sealed class NumPyFileTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Write_ThenRead_GivesTheSameNumbersAndTheSameBytes()
    {
        string path = Path.Join(_folder.Path, "a.npz");
        (string, int[], double[])[] arrays = [("W1", [2, 3], [1.0, 0.1, -1e-300, double.MaxValue, 1.0 / 3.0, 0.0]), ("b1", [2], [1.5, -2.5]), ("L", [], [7.0])];

        NumPyFile.Write(path, arrays);
        byte[] first = File.ReadAllBytes(path);
        NumPyFile.Write(path, arrays);

        Assert.Equal(first, File.ReadAllBytes(path));
        IReadOnlyDictionary<string, NpyArray> read = NumPyFile.Read(path);
        Assert.Equal(["W1", "b1", "L"], read.Keys);
        foreach ((string name, int[] shape, double[] numbers) in arrays)
        {
            Assert.Equal(shape, read[name].Shape);
            Assert.Equal(numbers, Enumerable.Range(0, read[name].Count).Select(index => read[name][index]));
        }
    }

    [Theory]
    [InlineData("<u1", "(3,)", new byte[] { 1, 2, 255 }, new[] { 1.0, 2.0, 255.0 })]
    [InlineData("|i1", "(2,)", new byte[] { 255, 1 }, new[] { -1.0, 1.0 })]
    [InlineData(">i2", "(2,)", new byte[] { 1, 0, 255, 255 }, new[] { 256.0, -1.0 })]
    [InlineData("<f4", "()", new byte[] { 0, 0, 0, 63 }, new[] { 0.5 })]
    [InlineData("|b1", "(1, 2)", new byte[] { 1, 0 }, new[] { 1.0, 0.0 })]
    public void Read_OneArray_OfEachType(string type, string shape, byte[] bytes, double[] expected)
    {
        NpyArray array = NumPyFile.Read(Npy(type, "False", shape, bytes))["arr_0"];

        Assert.Equal(expected, Enumerable.Range(0, array.Count).Select(index => array[index]));
    }

    [Fact]
    public void Read_FortransOrder_IsTurnedIntoThatOfC()
    {
        NpyArray array = NumPyFile.Read(Npy("|u1", "True", "(2, 3)", 1, 4, 2, 5, 3, 6))["arr_0"];

        Assert.Equal([1.0, 2.0, 3.0, 4.0, 5.0, 6.0], Enumerable.Range(0, 6).Select(index => array[index]));
    }

    [Theory]
    [InlineData("<f8", "(1,)", 7, "is cut short: its header promises 8 bytes")]
    [InlineData("<f8", "(1,)", 9, "is too long: its header promises 8 bytes")]
    [InlineData("|O", "(1,)", 8, "is an array of Python objects")]
    [InlineData("<c8", "(1,)", 8, "is an array of the type c8")]
    [InlineData("<U5", "(1,)", 20, "is an array of the type U5")]
    [InlineData("<f8", "(99999999, 99999999)", 8, "bytes of numbers, but ")]
    [InlineData("<f8", "(99999999999,)", 8, "promises a dimension of 99999999999")]
    public void Read_WhatIsNoArrayOfNumbers_IsNamed(string type, string shape, int bytes, string part)
    {
        string path = Npy(type, "False", shape, new byte[bytes]);

        Assert.Contains(part, Assert.Throws<DataException>(() => NumPyFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_OneBitOfAnArrayChanged_IsFoundByItsChecksum()
    {
        string path = Path.Join(_folder.Path, "a.npz");
        NumPyFile.Write(path, [("W1", [1, 1], [1.0])]);
        byte[] bytes = File.ReadAllBytes(path);
        int place = bytes.AsSpan().IndexOf((ReadOnlySpan<byte>)[0, 0, 0xF0, 0x3F]);
        bytes[place + 2] ^= 1;
        File.WriteAllBytes(path, bytes);

        Assert.Contains("W1 is damaged, since its checksum does not match", Assert.Throws<DataException>(() => NumPyFile.Read(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_InBothLayouts_IsTheSameNetwork()
    {
        Network network = Initialization.Draw([784, 3, 10], [new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 2);
        foreach (WeightLayout layout in Enum.GetValues<WeightLayout>())
        {
            string path = Path.Join(_folder.Path, "m.npz");
            NumPyModel.Write(path, network, layout);
            NumPyModel read = NumPyModel.Read(path);

            Assert.Equal(layout, read.Layout(784, 10));
            Assert.Equal(ParameterHash.Of(network), ParameterHash.Of(read.Network(layout, [new Sigmoid(), new Softmax()], new CrossEntropy())));
        }
    }

    [Fact]
    public void Model_OfOtherNamesOrShapes_SaysWhichThereAre()
    {
        string path = Path.Join(_folder.Path, "m.npz");
        NumPyFile.Write(path, [("fc1.weight", [1, 1], [1.0])]);
        Assert.Contains("holds fc1.weight, but W1, b1, W2, ... were expected", Assert.Throws<DataException>(() => NumPyModel.Read(path)).Message, StringComparison.Ordinal);

        NumPyFile.Write(path, [("W1", [2, 3], new double[6]), ("b1", [3], new double[3])]);
        string message = Assert.Throws<DataException>(() => NumPyModel.Read(path).Layout(784, 10)).Message;
        Assert.Contains("holds W1 (2, 3), b1 (3,), which make no network of 784 inputs and 10 outputs", message, StringComparison.Ordinal);
    }

    private string Npy(string type, string fortran, string shape, params byte[] bytes)
    {
        string header = $"{{'descr': '{type}', 'fortran_order': {fortran}, 'shape': {shape}, }}\n";
        return _folder.Write("a.npy", [0x93, .. "NUMPY"u8, 1, 0, (byte)header.Length, 0, .. Encoding.ASCII.GetBytes(header), .. bytes]);
    }
}
