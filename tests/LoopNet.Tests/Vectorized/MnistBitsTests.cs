using LoopNet.Data;

namespace LoopNet.Tests.Vectorized;

/// <summary>The twin against the literal loops on real digits, with the networks and rules of documents 000, 003 and 004.</summary>
public class MnistBitsTests
{
    [MnistFact]
    public void Epoch_Document000_GivesTheBitsOfTheLiteralLoops()
    {
        Network network = Initialization.Draw([784, 32, 32, 10], [new Sigmoid(), new Sigmoid(), new Softmax()], new CrossEntropy(), seed: 1);

        DigitSet digits = Mnist.Training.Take(FullRun.Count(usual: 3_000, full: 60_000));
        AssertSameBits(network, digits, new UpdateRule(0.01), batchSize: 1, epochs: 1);
    }

    [MnistFact]
    public void Epoch_Document003_GivesTheBitsOfTheLiteralLoops()
    {
        Network network = Initialization.Draw(
            [784, 72, 36, 10], [new Relu(), new Relu(), new Softmax()], new CrossEntropy(), seed: 1, InitialWeights.He);

        DigitSet digits = Mnist.Training.Take(FullRun.Count(usual: 600, full: 10_000));
        AssertSameBits(network, digits, new UpdateRule(0.2), batchSize: digits.Count, epochs: 3);
    }

    [MnistFact]
    public void Epoch_Document004_GivesTheBitsOfTheLiteralLoops()
    {
        Network network = Initialization.Draw([784, 10, 10], [new Relu(), new Softmax()], new CrossEntropy(), seed: 1, InitialWeights.He);
        UpdateRule rule = new(0.1) { OutputGradient = OutputGradient.Shortcut };

        DigitSet digits = Mnist.Training.Take(FullRun.Count(usual: 2_100, full: 20_000));
        AssertSameBits(network, digits, rule, batchSize: digits.Count, epochs: 3);
    }

    private static void AssertSameBits(Network network, DigitSet digits, UpdateRule rule, int batchSize, int epochs)
    {
        Network literal = network.Copy();
        Training training = new(literal, digits, rule, batchSize);
        VectorizedSamples samples = new(digits);
        VectorizedTraining twin = new(network, samples, rule, batchSize);
        for (int epoch = 1; epoch <= epochs; epoch++)
        {
            training.Epoch(epoch);
            twin.Epoch(epoch);
        }

        Bits.AssertSame(literal, network);
        Bits.AssertSame(training.Progress.SumOfLosses, twin.Progress.SumOfLosses);
        DigitSet some = digits.Take(FullRun.Count(usual: 500, full: 2_000));
        Bits.AssertSame(Evaluation.Of(literal, some).Loss, VectorizedEvaluation.Of(network, new VectorizedSamples(some)).Loss);
    }
}
