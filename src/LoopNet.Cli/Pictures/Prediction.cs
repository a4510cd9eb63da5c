using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What a network says to one digit.</summary>
/// <param name="Index">The digit's number in its set, from 0.</param>
/// <param name="Pixels">784 pixels, row by row, 0 for paper and 255 for ink.</param>
/// <param name="Target">The digit that it is, 0 to 9; null where nobody has said it.</param>
/// <param name="Outputs">Ten finite outputs, probabilities after a softmax.</param>
internal sealed record Prediction(int Index, byte[] Pixels, int? Target, double[] Outputs)
{
    /// <summary>The digit that the network takes it for: the first with the largest output.</summary>
    public int Predicted => Evaluation.LargestIndex(Outputs);

    /// <summary>Whether the network is right.</summary>
    public bool IsRight => Predicted == Target;

    /// <summary>Passes one digit through a network.</summary>
    /// <param name="network">The network; it stays as it is.</param>
    /// <param name="digits">The set.</param>
    /// <param name="index">The digit's number in the set, from 0.</param>
    /// <exception cref="NonFiniteException">A number of z or L is infinite or not a number.</exception>
    public static Prediction Of(Network network, DigitSet digits, int index)
    {
        SampleRecord sample = new(network, gradients: false, inputGradient: false);
        digits.Read(index, sample.x, sample.y);
        ForwardPass.Run(network, sample);
        FiniteCheck.Outputs(sample, index);
        return new Prediction(index, digits.Pixels(index).ToArray(), digits.IsLabelled ? digits.Label(index) : null, sample.Output);
    }
}
