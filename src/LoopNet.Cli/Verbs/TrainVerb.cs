using System.CommandLine;

namespace LoopNet.Cli;

/// <summary><c>loopnet train</c>: trains a network on handwritten digits.</summary>
internal static class TrainVerb
{
    private const string Explanation = """
        The network starts with weights drawn from a normal distribution scaled by 1/sqrt(n), where n is the number of
        inputs of the layer, and biases of 0. It learns by stochastic gradient descent, with one update after every
        single sample. Every product is an explicit loop, every activation derivative an explicit Jacobian matrix.

        Accuracy and loss on training and test digits are printed before training (epoch 0) and after each epoch.
        The same seed gives the same numbers on every run. Ctrl-C ends the run; what --save has kept by then is the
        network after the last whole epoch.
        """;

    private const string LayersHelp = "The sizes of the layers, from 784 pixels to 10 classes; commas, hyphens or x between them.";
    private const string HiddenHelp = "The activation of the hidden layers, or a comma list with one for each:";
    private const string EpochsHelp = "The passes over the training digits; 0 only measures the network before training.";
    private const string LimitHelp = "Use the first N training digits only, and at most the first N test digits.";

    private const string SaveHelp = "Save the network after every epoch, for evaluate and predict.";

    private const string LossHelp = """
        Cross-entropy goes with softmax or sigmoid outputs, binary-cross-entropy with sigmoid, the others with all.
        """;

    private const string TraceHelp = """
        Write the trace of training steps, every tensor of them, as train-step-N.trace.txt and .jsonl; steps are numbered
        from 1 over all epochs.
        """;

    private const string HistoryHelp = """
        Write a CSV with the columns epoch, train_loss, train_accuracy, test_loss, test_accuracy and seconds (of the
        epoch's training); accuracies are fractions.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string?> data = DataChoice.CreateOption();
        Option<string> layers = Text("--layers", "SIZES", LayersHelp, LayerSizes.Standard);
        Option<string> hidden = Text("--hidden", "NAMES", $"{HiddenHelp} {NetworkChoice.ActivationNames}.", "sigmoid");
        Option<string> output = Text("--output", "NAME", "The activation of the output layer, one of the same five.", "softmax");
        Option<string> loss = Text("--loss", "NAME", $"The loss: {NetworkChoice.LossNames}. {LossHelp}", "cross-entropy");
        Option<double> learningRate = NumberOption.LearningRate("--learning-rate", "The factor of the gradient in every update.", 0.01);
        Option<int> epochs = NumberOption.Whole("--epochs", EpochsHelp, smallest: 0, standard: 3);
        Option<long> seed = NumberOption.Seed("The seed of the first weights. The embedded digits do not depend on it.");
        Option<int?> limit = NumberOption.WholeOrNone("--limit", LimitHelp, smallest: 1);
        Option<string?> save = new("--save") { HelpName = "FILE", Description = SaveHelp };
        Option<string?> history = new("--history") { HelpName = "FILE", Description = HistoryHelp };
        Option<string?> traceStep = new("--trace-step") { HelpName = "N[,N...]", Description = TraceHelp };
        Option<string> traceFolder = Text("--trace-out", "DIR", "The folder for those traces.", ".");
        Option<bool> wait = DebuggerOption.Create();

        Verb verb = new("train", "train a network on handwritten digits")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet train", "Train the standard network for 3 epochs: on MNIST where it is found, else on the embedded digits."),
                ("loopnet train --layers 784,64,10 --hidden relu --epochs 5 --save model.json", "Another network, kept in a file."),
                ("loopnet train --limit 1000 --epochs 1", "A run of seconds, to see that everything works."),
            ],
        };
        foreach (Option option in (Option[])[data, layers, hidden, output, loss, learningRate, epochs, seed, limit, save, history, traceStep, traceFolder, wait])
        {
            verb.Options.Add(option);
        }

        verb.SetAction(parse =>
        {
            int[] sizes = LayerSizes.Parse(parse.GetValue(layers)!);
            if (sizes.Length == 2 && parse.GetResult(hidden) is { Implicit: false })
            {
                throw new UsageException($"--hidden is for hidden layers, but the layers {parse.GetValue(layers)} have none; leave it out");
            }

            int count = sizes.Length - 1;
            Activation[] activations = NetworkChoice.Activations(parse.GetValue(hidden)!, parse.GetValue(output)!, count);
            Loss chosenLoss = NetworkChoice.LossFor(parse.GetValue(loss)!, activations[^1]);
            MemoryNeed.Check(sizes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
            CheckFiles(parse.GetValue(save), parse.GetValue(history), parse.GetValue(data));
            DigitSource source = DataChoice.Choose(parse.GetValue(data), terminal);
            TrainingPlan plan = new()
            {
                Source = source,
                Network = Initialization.Scaled(sizes, activations, chosenLoss, parse.GetValue(seed)),
                Rule = new UpdateRule(parse.GetValue(learningRate)),
                Epochs = parse.GetValue(epochs),
                Seed = parse.GetValue(seed),
                Limit = parse.GetValue(limit),
                Save = parse.GetValue(save),
                History = parse.GetValue(history),
                TraceSteps = parse.GetValue(traceStep),
                TraceFolder = parse.GetValue(traceFolder)!,
                WaitForDebugger = parse.GetValue(wait),
            };
            return new TrainingRun(plan, terminal).Run();
        });
        return verb;
    }

    private static Option<string> Text(string name, string helpName, string description, string standard)
    {
        return new Option<string>(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => standard };
    }

    private static void CheckFiles(string? save, string? history, string? data)
    {
        OutputFile.Check(save, "--save");
        OutputFile.Check(history, "--history");
        if (OutputFile.AreSame(save, history))
        {
            throw new UsageException($"--save and --history both name {save}; give two files");
        }

        if (OutputFile.AreSame(save, data) || OutputFile.AreSame(history, data))
        {
            throw new UsageException($"{data} is the file of digits, and would be overwritten; give another file to write");
        }
    }
}
