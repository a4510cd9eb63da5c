using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>A saved network and one test digit as a worked example of one step.</summary>
internal static class ModelExample
{
    private const double StandardLearningRate = 0.01;

    /// <summary>Makes the example; its learning rate is the one that the network was trained with, where its file says so.</summary>
    /// <param name="path">The file of the model.</param>
    /// <param name="data">The value of <c>--data</c>, or null.</param>
    /// <param name="index">Which digit of the test set, from 0.</param>
    /// <param name="terminal">Where to look for digits.</param>
    /// <exception cref="UsageException">There is no such digit.</exception>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public static Example Of(string path, string? data, int index, Terminal terminal)
    {
        Model model = ModelOption.Read(path);
        DigitSet digits = DataChoice.Choose(data, terminal).Test(null);
        IndexOption.Check(index, digits.Count);
        double[] x = new double[DigitSet.PixelCount];
        double[] y = new double[DigitSet.ClassCount];
        digits.Read(index, x, y);
        UpdateRule rule = new(model.Training?.LearningRate ?? StandardLearningRate) { OutputGradient = model.OutputGradient };
        return new Example($"model-digit-{index}", model.Network, new SampleList([x], [y]), rule, BatchSize: 1, Steps: 1, Source: null);
    }
}
