namespace LoopNet.Tests;

/// <summary>Matt Mazur's worked example (2015): 2-2-2, sigmoid, squared error, learning rate 0.5, biases that stay.</summary>
public static class Mazur
{
    public static Example Example(Loss? loss = null)
    {
        Layer hidden = new([[0.15, 0.2], [0.25, 0.3]], [0.35, 0.35], new Sigmoid());
        Layer output = new([[0.4, 0.45], [0.5, 0.55]], [0.6, 0.6], new Sigmoid());
        Network network = new([hidden, output], loss ?? new SquaredError());
        SampleList samples = new([[0.05, 0.1]], [[0.01, 0.99]]);
        UpdateRule rule = new(0.5) { UpdateBiases = false };
        return new Example("mazur", network, samples, rule, BatchSize: 1, Steps: 2, Source: null);
    }
}
