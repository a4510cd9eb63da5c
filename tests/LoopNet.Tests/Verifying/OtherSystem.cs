namespace LoopNet.Tests.Verifying;

/// <summary>
/// A system whose exp, ln and tanh differ from the nearest doubles by up to two units in the last place, a different amount for each
/// argument and seed. Its traces are honest: all else is computed as docs/trace-format.md says.
/// </summary>
internal static class OtherSystem
{
    /// <summary>An example as that system would run it.</summary>
    public static Example Of(Example example, int seed)
    {
        Layer[] layers = [.. example.Network.Layers.Select(layer => new Layer(layer.W, layer.b, Of(layer.Activation, seed)))];
        return example with { Network = new Network(layers, Of(example.Network.Loss, seed)) };
    }

    private static Activation Of(Activation activation, int seed)
    {
        return activation switch
        {
            Sigmoid => new OtherSigmoid(seed),
            Tanh => new OtherTanh(seed),
            Softmax => new OtherSoftmax(seed),
            _ => activation,
        };
    }

    private static Loss Of(Loss loss, int seed)
    {
        return loss switch
        {
            CrossEntropy => new OtherCrossEntropy(seed),
            BinaryCrossEntropy => new OtherBinaryCrossEntropy(seed),
            _ => loss,
        };
    }

    private static double Moved(double number, double argument, int seed)
    {
        ulong bits = (BitConverter.DoubleToUInt64Bits(argument) ^ (ulong)seed) * 0x9E3779B97F4A7C15;
        int units = (int)((bits >> 33) % 5) - 2;
        for (; units > 0; units--)
        {
            number = Math.BitIncrement(number);
        }

        for (; units < 0; units++)
        {
            number = Math.BitDecrement(number);
        }

        return number;
    }

    private static double Exp(double z, int seed) => z == 0.0 ? 1.0 : Math.Max(0.0, Moved(CorrectlyRounded.Exp(z), z, seed));

    private static double Ln(double x, int seed) => x == 1.0 ? 0.0 : Moved(CorrectlyRounded.Log(x), x, seed);

    private sealed class OtherSigmoid(int seed) : Sigmoid
    {
        public override bool IsStandard => true;

        // Half of the systems write it one way for every z.
        public override double Value(double z)
        {
            if (z >= 0.0 || seed % 2 == 0)
            {
                return 1.0 / (1.0 + Exp(-z, seed));
            }

            double e = Exp(z, seed);
            return e / (1.0 + e);
        }
    }

    private sealed class OtherTanh(int seed) : Tanh
    {
        public override bool IsStandard => true;

        public override double Value(double z) => z == 0.0 ? 0.0 : Math.Clamp(Moved(CorrectlyRounded.Tanh(z), z, seed), -1.0, 1.0);
    }

    private sealed class OtherSoftmax(int seed) : Softmax
    {
        public override bool IsStandard => true;

        public override void Value(double[] z, double[] a)
        {
            double max = z.Max();
            double sum = 0.0;
            for (int i = 0; i < z.Length; i++)
            {
                a[i] = Exp(z[i] - max, seed);
                sum += a[i];
            }

            for (int i = 0; i < z.Length; i++)
            {
                a[i] /= sum;
            }
        }
    }

    private sealed class OtherCrossEntropy(int seed) : CrossEntropy
    {
        public override bool IsStandard => true;

        public override double Value(double[] a, double[] y)
        {
            double sum = 0.0;
            for (int i = 0; i < y.Length; i++)
            {
                sum += y[i] == 0.0 ? 0.0 : y[i] * Ln(a[i], seed);
            }

            return 0.0 - sum;
        }

        public override SaturatedLoss? WhereSaturated(Activation output, double[] a, double[] y)
        {
            return base.WhereSaturated(output, a, y) is null ? null : new OtherSaturatedCrossEntropy(seed);
        }
    }

    private sealed class OtherSaturatedCrossEntropy(int seed) : SaturatedCrossEntropy
    {
        public override double Value(double[] z, double[] y)
        {
            double max = z.Max();
            double sum = 0.0;
            foreach (double number in z)
            {
                sum += Exp(number - max, seed);
            }

            double L = 0.0;
            for (int i = 0; i < z.Length; i++)
            {
                L += y[i] == 0.0 ? 0.0 : y[i] * (Ln(sum, seed) + max - z[i]);
            }

            return L;
        }
    }

    private sealed class OtherBinaryCrossEntropy(int seed) : BinaryCrossEntropy
    {
        public override bool IsStandard => true;

        public override double Value(double[] a, double[] y)
        {
            double sum = 0.0;
            for (int i = 0; i < y.Length; i++)
            {
                double yes = y[i] == 0.0 ? 0.0 : y[i] * Ln(a[i], seed);
                double no = y[i] == 1.0 ? 0.0 : (1.0 - y[i]) * Ln(1.0 - a[i], seed);
                sum = seed % 2 == 0 ? sum + (yes + no) : sum + yes + no;
            }

            return 0.0 - sum;
        }

        public override SaturatedLoss? WhereSaturated(Activation output, double[] a, double[] y)
        {
            return base.WhereSaturated(output, a, y) is null ? null : new OtherSaturatedBinaryCrossEntropy(seed);
        }
    }

    private sealed class OtherSaturatedBinaryCrossEntropy(int seed) : SaturatedBinaryCrossEntropy
    {
        public override double Value(double[] z, double[] y)
        {
            double L = 0.0;
            for (int i = 0; i < z.Length; i++)
            {
                L += Math.Max(z[i], 0.0) - (y[i] * z[i]) + Ln(1.0 + Exp(-Math.Abs(z[i]), seed), seed);
            }

            return L;
        }
    }
}
