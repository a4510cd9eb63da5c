namespace LoopNet.Tests;

public class OracleTests
{
    // Both sides compute in float64 and round differently a few dozen times: 1e-12 relative leaves room for that, and for nothing else.
    private const double RelativeTolerance = 1e-12;
    private const double AbsoluteTolerance = 1e-14;

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void Step_OfAnOracle_GivesEveryTensor(string name)
    {
        Oracle oracle = Oracle.Read(name);

        Dictionary<string, double[]> actual = RecordedTensors.Of(oracle.Example, ExampleRun.Records(oracle.Example));

        Assert.Equal(oracle.Expected.Keys.Order(StringComparer.Ordinal), actual.Keys.Order(StringComparer.Ordinal));
        foreach ((string key, double[] expected) in oracle.Expected)
        {
            Assert.Equal(expected.Length, actual[key].Length);
            for (int i = 0; i < expected.Length; i++)
            {
                double error = Math.Abs(expected[i] - actual[key][i]);
                bool agrees = error <= AbsoluteTolerance || error <= RelativeTolerance * Math.Abs(expected[i]);
                Assert.True(agrees, $"{name}: {key}, number {i}: expected {expected[i]:R}, got {actual[key][i]:R}");
            }
        }
    }

    [Fact]
    public void Names_OfTheOracles_AreTwentyOne()
    {
        Assert.Equal(21, Oracle.Names.Count);
    }

    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void GradientCheck_OfAnOracle_Passes(string name)
    {
        Example example = Oracle.Read(name).Example;

        Assert.All(GradientCheck.Of(example), tensor => Assert.True(tensor.Passed, tensor.ToString()));
    }

    // B5 has two sides (docs/math.md): the sum over i, and the one term of it that is not 0.
    [Theory]
    [MemberData(nameof(Oracle.Names), MemberType = typeof(Oracle))]
    public void WeightGradient_SummedOverTheWeightJacobian_GivesTheSameBits(string name)
    {
        Example example = Oracle.Read(name).Example;

        foreach (SampleRecord sample in ExampleRun.Records(example).SelectMany(record => record.Samples))
        {
            for (int l = 1; l < sample.z.Length; l++)
            {
                AssertSameBits(sample, l);
            }
        }
    }

    private static void AssertSameBits(SampleRecord sample, int l)
    {
        int units = sample.z[l].Length;
        for (int j = 0; j < units; j++)
        {
            for (int k = 0; k < sample.a[l - 1].Length; k++)
            {
                double sum = 0.0;
                for (int i = 0; i < units; i++)
                {
                    double dz_dW = i == j ? sample.a[l - 1][k] : 0.0;
                    sum += sample.dL_dz[l][i] * dz_dW;
                }

                Assert.Equal(BitConverter.DoubleToInt64Bits(sum), BitConverter.DoubleToInt64Bits(sample.dL_dW[l][j][k]));
            }
        }
    }
}
