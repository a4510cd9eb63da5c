namespace LoopNet.Tests;

/// <summary>Comparisons to the last bit: they tell 0.0 from -0.0, which == does not.</summary>
public static class Bits
{
    public static void AssertSame(double expected, double actual)
    {
        Assert.Equal(BitConverter.DoubleToInt64Bits(expected), BitConverter.DoubleToInt64Bits(actual));
    }

    public static void AssertSame(double[] expected, double[] actual)
    {
        Assert.Equal(expected.Select(BitConverter.DoubleToInt64Bits), actual.Select(BitConverter.DoubleToInt64Bits));
    }

    public static void AssertSame(Network expected, Network actual)
    {
        for (int index = 0; index < expected.Layers.Length; index++)
        {
            for (int i = 0; i < expected.Layers[index].Size; i++)
            {
                AssertSame(expected.Layers[index].W[i], actual.Layers[index].W[i]);
            }

            AssertSame(expected.Layers[index].b ?? [], actual.Layers[index].b ?? []);
        }
    }
}
