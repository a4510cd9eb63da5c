namespace LoopNet.Checking;

/// <summary>Draws the given numbers of an exercise: whole ones and halves as inputs, one decimal for weights and biases, and targets that outputs can come near.</summary>
/// <param name="random">Where they are drawn from.</param>
internal sealed class FriendlyNumbers(SeededRandom random)
{
    private const double Tenths = 10.0;

    private static readonly double[] Inputs = [0.5, 1.0, 1.5, 2.0, 3.0, -0.5, -1.0, -1.5, -2.0];
    private static readonly double[] TargetsOfTanh = [1.0, 0.5, -0.5, -1.0];
    private static readonly double[] TargetsOfRelu = [0.5, 1.0, 1.5, 2.0];
    private static readonly double[] OtherTargets = [0.5, 1.0, 1.5, 2.0, -0.5, -1.0];

    /// <summary>The input of a sample.</summary>
    public double[] Input(int size) => Each(size, () => Inputs[random.NextIndex(Inputs.Length)]);

    /// <summary>Weights: one row for each unit.</summary>
    public double[][] Weights(int units, int inputs)
    {
        double[][] weights = new double[units][];
        for (int i = 0; i < units; i++)
        {
            weights[i] = Each(inputs, Tenth);
        }

        return weights;
    }

    /// <summary>Biases: one for each unit.</summary>
    public double[] Biases(int units) => Each(units, Tenth);

    /// <summary>The target of a sample: one class for softmax and for cross-entropy, else numbers that the outputs can reach or come near.</summary>
    public double[] Target(int size, Activation output, Loss loss)
    {
        if (output is Softmax || (loss is CrossEntropy && size > 1))
        {
            double[] target = new double[size];
            target[random.NextIndex(size)] = 1.0;
            return target;
        }

        return output switch
        {
            Sigmoid => Each(size, () => loss is CrossEntropy ? 1.0 : random.NextIndex(2)),
            Tanh => Each(size, () => TargetsOfTanh[random.NextIndex(TargetsOfTanh.Length)]),
            Relu => Each(size, () => TargetsOfRelu[random.NextIndex(TargetsOfRelu.Length)]),
            _ => Each(size, () => OtherTargets[random.NextIndex(OtherTargets.Length)]),
        };
    }

    private double Tenth()
    {
        int tenths = 1 + random.NextIndex(9);
        return (random.NextIndex(2) == 0 ? tenths : -tenths) / Tenths;
    }

    private static double[] Each(int size, Func<double> next)
    {
        double[] numbers = new double[size];
        for (int i = 0; i < size; i++)
        {
            numbers[i] = next();
        }

        return numbers;
    }
}
