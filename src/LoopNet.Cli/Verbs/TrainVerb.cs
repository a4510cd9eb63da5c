namespace LoopNet.Cli;

/// <summary><c>loopnet train</c>: trains a network on handwritten digits.</summary>
internal static class TrainVerb
{
    private const string Explanation = """
        The network starts with random weights and biases of 0, and learns by gradient descent: with one update after every
        single sample, or after every batch. Every product is an explicit loop, every activation derivative an explicit Jacobian
        matrix.

        Accuracy and loss on training and test digits are printed before training (epoch 0) and after each epoch.
        The same seed gives the same numbers on every run. Ctrl-C ends the run; what --save has kept by then is the
        network after the last whole epoch, and --resume goes on from there.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        TrainOptions options = new();
        return new Verb("train", "train a network on handwritten digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet train", "Train the standard network for 3 epochs: on MNIST where it is found, else on the embedded digits."),
                ("loopnet train --layers 784,64,10 --hidden relu --epochs 5 --save model.json", "Another network, kept in a file."),
                ("loopnet train --preset 004 --epochs 20", "One of the five documents, for a shorter time."),
                ("loopnet train --model model.json --epochs 2", "Two epochs of a run of its own, from a saved network."),
                ("loopnet train --resume model.json", "Go on with a run that was interrupted, as if it had not been."),
                ("loopnet train --limit 1000 --epochs 5 --learning-rate 0.1", "A run of a second, on few digits."),
            ],
            Takes = options.All,
            Run = parse => options.ListsPresets(parse) ? ListPresets(terminal) : new TrainingRun(options.Prepare(parse, terminal), terminal).Run(),
        };
    }

    private static int ListPresets(Terminal terminal)
    {
        foreach (Preset preset in Preset.All)
        {
            terminal.Output.WriteLine($"{preset.Name}  {preset.Title}");
        }

        return ExitStatus.Done;
    }
}
