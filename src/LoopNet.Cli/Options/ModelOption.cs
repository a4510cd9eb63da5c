using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The option <c>--model</c>: a network that <c>loopnet train</c> saved.</summary>
internal static class ModelOption
{
    /// <summary>The option, which is required.</summary>
    public static Option<string> Create()
    {
        return new Option<string>("--model")
        {
            HelpName = "FILE",
            Required = true,
            Description = "The network: a file that loopnet train --save has written, or an .npz of NumPy with W1, b1, W2, ....",
        };
    }

    /// <summary>Reads a network for digits.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file cannot be used, or its network is not made for digits.</exception>
    public static Model Read(string path)
    {
        if (NumPyFile.Is(path))
        {
            throw new DataException($"{path} holds arrays of NumPy, and a model in JSON is needed here: loopnet train --model {path} --epochs 0 --save m.json writes one.");
        }

        Model model = ModelFile.Read(path);
        Network network = model.Network;
        if (network.InputSize != DigitSet.PixelCount || network.OutputSize != DigitSet.ClassCount)
        {
            throw new DataException(
                Invariant($"{path}: the network takes {network.InputSize} inputs and gives {network.OutputSize} outputs, ") +
                $"but digits need {DigitSet.PixelCount} inputs and {DigitSet.ClassCount} outputs: give a network trained on digits.");
        }

        return network.Loss.TakesTarget
            ? model
            : throw new DataException($"{path}: $.loss: found \"{network.Loss}\", which looks at no target; expected a loss that compares outputs with the digits: one of {NetworkChoice.LossNames}.");
    }

    /// <summary>Digits as a network takes them: with the pixels of those that it was trained on.</summary>
    public static DigitSet DigitsFor(Model model, DigitSet digits) => model.Training?.Pixels == TrainingNote.RawPixels ? digits.Raw() : digits;

    /// <summary>A model in a line.</summary>
    /// <param name="path">Its file.</param>
    /// <param name="model">The model.</param>
    public static string Describe(string path, Model model)
    {
        TrainingNote? note = model.Training;
        if (note is null)
        {
            return $"{path}: {model.Network}";
        }

        string origin = Invariant($"{NumberText.Count(note.Epochs, "epoch")} on {note.Samples:N0} {note.Data}, learning rate {note.LearningRate}, seed {note.Seed}");
        return $"{path}: {model.Network}; {origin}";
    }
}
