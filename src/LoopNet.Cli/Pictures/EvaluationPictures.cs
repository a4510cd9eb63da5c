using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The pictures that <c>loopnet evaluate</c> is asked for.</summary>
/// <param name="Confusion">The file for the confusion matrix, or null.</param>
/// <param name="Weights">The file for the weights of the first layer, or null.</param>
internal sealed record EvaluationPictures(string? Confusion, string? Weights)
{
    /// <summary>Checks before the work that the pictures can be written after it.</summary>
    /// <param name="inputs">The files that are read, which no picture must replace.</param>
    /// <exception cref="UsageException">A picture cannot have its name, or both have the same.</exception>
    /// <exception cref="DataException">A picture cannot be written.</exception>
    public void Check(params string?[] inputs)
    {
        PictureFile.Check(Confusion, "--confusion", inputs);
        PictureFile.Check(Weights, "--weights", inputs);
        if (OutputFile.AreSame(Confusion, Weights))
        {
            throw new UsageException($"--confusion and --weights both name {Confusion}; give two files");
        }
    }

    /// <summary>Draws them, and says in a line each where they are.</summary>
    /// <param name="network">The network.</param>
    /// <param name="digits">What the digits are called that it was measured on.</param>
    /// <param name="evaluation">How it did.</param>
    /// <param name="output">Where the lines go.</param>
    /// <exception cref="DataException">A picture cannot be written.</exception>
    public void Draw(Network network, string digits, Evaluation evaluation, TextWriter output)
    {
        if (Confusion is not null || Weights is not null)
        {
            output.WriteLine();
        }

        if (Confusion is not null)
        {
            PictureFile.Write(Confusion, ConfusionPicture.Svg($"{network} on {digits}", evaluation.Confusion));
            output.WriteLine($"confusion matrix drawn in {Confusion}");
        }

        if (Weights is not null)
        {
            PictureFile.Write(Weights, FirstLayerPicture.Svg($"{network}: weights of the first layer", network.Layers[0].W));
            output.WriteLine($"weights of the first layer drawn in {Weights}");
        }
    }
}
