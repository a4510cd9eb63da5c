using LoopNet.Data;

namespace LoopNet.Tests;

/// <summary>The real digits, for tests that <see cref="MnistFactAttribute"/> marks; read once for all of them.</summary>
public static class Mnist
{
    private static readonly Lazy<DigitSet> LazyTraining = new(() => MnistFolder.ReadTraining(MnistFactAttribute.Folder));
    private static readonly Lazy<DigitSet> LazyTest = new(() => MnistFolder.ReadTest(MnistFactAttribute.Folder));

    /// <summary>60,000 digits.</summary>
    public static DigitSet Training => LazyTraining.Value;

    /// <summary>10,000 digits.</summary>
    public static DigitSet Test => LazyTest.Value;
}
