using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The options of <c>loopnet train</c>, and the plan that they make together.</summary>
internal sealed class TrainOptions
{
    private readonly Option<string?> _preset = new("--preset")
    {
        HelpName = "NAME",
        Arity = ArgumentArity.ZeroOrOne,
        Description = """
            Take the network, the rule and the split of the digits from one of the five documents that LoopNet starts from; any
            other option overrides. Without NAME, list them.
            """,
    };

    private readonly Option<string?> _data = DataChoice.CreateOption();

    private readonly Option<string> _layers = Text(
        "--layers", "SIZES", "The sizes of the layers, from 784 pixels to 10 classes; commas, hyphens or x between them.", Standard.Layers);

    private readonly Option<string> _hidden = Text(
        "--hidden", "NAMES", $"The activation of the hidden layers, or a comma list with one for each: {NetworkChoice.ActivationNames}.", Standard.Hidden);

    private readonly Option<string> _output = Text("--output", "NAME", "The activation of the output layer, one of the same five.", Standard.Output);

    private readonly Option<string> _loss = Text(
        "--loss",
        "NAME",
        $"The loss: {NetworkChoice.LossNames}. Cross-entropy goes with softmax or sigmoid outputs, binary-cross-entropy with sigmoid, the others with all.",
        Standard.Loss);

    private readonly Option<bool> _noBiases = new("--no-biases") { Description = "Give the layers no biases." };

    private readonly Option<string> _init = Text(
        "--init",
        "NAME",
        "How weights are drawn for a layer of n inputs: scaled is N(0,1)/sqrt(n), he is N(0,1) sqrt(2/n), uniform is -0.5 to 0.5, small is 0.01 N(0,1).",
        Standard.Init);

    private readonly Option<double> _learningRate = NumberOption.LearningRate(
        "--learning-rate", "The factor of the gradient in every update.", Standard.LearningRate);

    private readonly Option<string> _batch = Text(
        "--batch", "N|all", "The samples of one update, whose gradients are averaged; the last update of an epoch takes what is left.", Standard.Batch);

    private readonly Option<string> _outputGradient = Text(
        "--output-gradient",
        "NAME",
        "dL/dz of the output layer: jacobian is the literal chain, shortcut is a - y, for softmax with cross-entropy.",
        Standard.OutputGradient);

    private readonly Option<int> _epochs = NumberOption.Whole(
        "--epochs", "The passes over the training digits; 0 only measures the network before training.", smallest: 0, standard: Standard.Epochs);

    private readonly Option<bool> _shuffle = new("--shuffle")
    {
        Description = """
            Shuffle all digits before a split, and the training digits before each epoch (not where one update takes them all:
            their order changes nothing then but the last bits).
            """,
    };

    private readonly Option<string?> _split = new("--split")
    {
        HelpName = "A/B",
        Description = "Put training and test digits together and split them anew: in percent, as 90/10, or in digits, as 41000/1000.",
    };

    private readonly Option<long> _seed = NumberOption.Seed("The seed of the first weights and of every order. The embedded digits do not depend on it.");

    private readonly Option<int?> _limit = NumberOption.WholeOrNone(
        "--limit", "Use the first N training digits only, and at most the first N test digits; with --split, N digits in all.", smallest: 1);

    private readonly Option<string?> _model = new("--model")
    {
        HelpName = "FILE",
        Description = "Go on with the network that this file holds, in the epoch after its last; it brings layers, loss and output gradient with it.",
    };

    private readonly Option<string?> _save = new("--save") { HelpName = "FILE", Description = "Save the network after every epoch, for evaluate, predict, trace and --model." };

    private readonly Option<string?> _history = new("--history")
    {
        HelpName = "FILE",
        Description = """
            Write a CSV with the columns epoch, train_loss, train_accuracy, test_loss, test_accuracy and seconds (of the
            epoch's training); accuracies are fractions.
            """,
    };

    private readonly Option<string?> _plot = new("--plot")
    {
        HelpName = "FILE",
        Description = """
            Draw loss and accuracies over the epochs, anew after each: as a picture (.svg), or as a page (.html) that renews itself in an
            open browser until training ends.
            """,
    };

    private readonly Option<string?> _traceStep = new("--trace-step")
    {
        HelpName = "N[,N...]",
        Description = """
            Write the trace of training steps, every tensor of them, as train-step-N.trace.txt and .jsonl; steps are numbered
            from 1 over all epochs.
            """,
    };

    private readonly Option<string> _traceFolder = Text("--trace-out", "DIR", "The folder for those traces.", ".");

    private readonly EngineOptions _engine = new(", or awaited, and where steps are traced");

    private readonly Option<bool> _wait = DebuggerOption.Create();

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        _preset, _data, _layers, _hidden, _output, _loss, _noBiases, _init, _learningRate, _batch, _outputGradient, _epochs,
        _shuffle, _split, _seed, _limit, _model, _save, _history, _plot, _traceStep, _traceFolder, .. _engine.All, _wait,
    ];

    private static Preset Standard => Preset.All[0];

    /// <summary>Whether the presets are to be listed, and nothing else.</summary>
    public bool ListsPresets(ParseResult parse) => parse.GetResult(_preset) is not null && parse.GetValue(_preset) is null;

    /// <summary>Makes the plan.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public TrainingPlan Plan(ParseResult parse, Terminal terminal)
    {
        CheckFiles(parse);
        Preset preset = parse.GetValue(_preset) is string name ? Preset.Named(name) : Standard;
        Model? model = parse.GetValue(_model) is string path ? ModelOption.Read(path) : null;
        long seed = IsGiven(parse, _seed) ? parse.GetValue(_seed) : model?.Training?.Seed ?? parse.GetValue(_seed);
        Network network = model is null ? Draw(parse, preset, seed) : GoOn(parse, model);
        bool shuffle = parse.GetValue(_shuffle) || (preset.Shuffle && !IsGiven(parse, _shuffle));
        string? split = parse.GetValue(_split) ?? preset.Split;
        DigitSource source = DataChoice.Choose(parse.GetValue(_data), terminal);
        source.CheckNotOverwritten(parse.GetValue(_save), _save.Name);
        source.CheckNotOverwritten(parse.GetValue(_history), _history.Name);
        source.CheckNotOverwritten(parse.GetValue(_plot), _plot.Name);
        return new TrainingPlan
        {
            Preset = parse.GetValue(_preset),
            Source = split is null ? source : source.SplitAnew(Split.Parse(split), shuffle ? seed : null),
            Engine = _engine.Choose(parse, parse.GetValue(_wait), parse.GetValue(_traceStep) is not null),
            Network = network,
            FirstEpoch = (model?.Training?.Epochs ?? 0) + 1,
            Rule = Rule(parse, preset, network, model),
            BatchSize = BatchSize(Chosen(parse, _batch, preset.Batch)),
            Epochs = Chosen(parse, _epochs, preset.Epochs),
            Shuffle = shuffle,
            Seed = seed,
            Init = model is null ? Chosen(parse, _init, preset.Init) : model.Training?.Init ?? "unknown",
            Limit = parse.GetValue(_limit) ?? preset.Limit,
            Save = parse.GetValue(_save),
            History = parse.GetValue(_history),
            Plot = parse.GetValue(_plot),
            TraceSteps = parse.GetValue(_traceStep),
            TraceFolder = parse.GetValue(_traceFolder)!,
            WaitForDebugger = parse.GetValue(_wait),
        };
    }

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static T Chosen<T>(ParseResult parse, Option<T> option, T preset) => IsGiven(parse, option) ? parse.GetValue(option)! : preset;

    private static Option<string> Text(string name, string helpName, string description, string standard)
    {
        return new Option<string>(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => standard };
    }

    private Network Draw(ParseResult parse, Preset preset, long seed)
    {
        string layers = Chosen(parse, _layers, preset.Layers);
        int[] sizes = LayerSizes.Parse(layers);
        if (sizes.Length == 2 && IsGiven(parse, _hidden))
        {
            throw new UsageException($"--hidden is for hidden layers, but the layers {layers} have none; leave it out");
        }

        string hidden = Chosen(parse, _hidden, preset.Hidden);
        string output = Chosen(parse, _output, preset.Output);
        Activation[] activations = NetworkChoice.Activations(hidden, output, sizes.Length - 1);
        Loss loss = NetworkChoice.LossFor(Chosen(parse, _loss, preset.Loss), activations[^1]);
        InitialWeights weights = NetworkChoice.WeightsNamed(Chosen(parse, _init, preset.Init));
        MemoryNeed.Check(sizes, GC.GetGCMemoryInfo().TotalAvailableMemoryBytes);
        bool biases = !(parse.GetValue(_noBiases) || (preset.NoBiases && !IsGiven(parse, _noBiases)));
        return Initialization.Draw(sizes, activations, loss, seed, weights, biases);
    }

    private Network GoOn(ParseResult parse, Model model)
    {
        Option? contradiction = ((Option[])[_layers, _hidden, _output, _loss, _init, _noBiases]).FirstOrDefault(option => IsGiven(parse, option));
        return contradiction is null
            ? model.Network
            : throw new UsageException($"{contradiction.Name} is for a new network, but --model brings its own; leave one of them out");
    }

    private UpdateRule Rule(ParseResult parse, Preset preset, Network network, Model? model)
    {
        OutputGradient standard = model?.OutputGradient ?? NetworkChoice.OutputGradientNamed(preset.OutputGradient);
        bool isGiven = IsGiven(parse, _outputGradient);
        OutputGradient chosen = isGiven ? NetworkChoice.OutputGradientNamed(parse.GetValue(_outputGradient)!) : standard;
        if (chosen == OutputGradient.Shortcut && !UpdateRule.AllowsShortcut(network))
        {
            // A preset's shortcut gives way to another output or loss; one that was asked for does not.
            chosen = isGiven
                ? throw new UsageException($"--output-gradient shortcut is for softmax with cross-entropy, not for {network.Output} with {network.Loss}")
                : OutputGradient.Jacobian;
        }

        return new UpdateRule(Chosen(parse, _learningRate, preset.LearningRate)) { OutputGradient = chosen };
    }

    private static int? BatchSize(string text)
    {
        if (text == "all")
        {
            return null;
        }

        return int.TryParse(text, out int size) && size >= 1 ? size : throw new UsageException($"--batch is a whole number of at least 1, or all, not '{text}'");
    }

    private void CheckFiles(ParseResult parse)
    {
        string? save = parse.GetValue(_save);
        string? history = parse.GetValue(_history);
        OutputFile.Check(save, _save.Name);
        OutputFile.Check(history, _history.Name);
        PlotFile.Check(parse.GetValue(_plot));
        if (parse.GetValue(_traceStep) is not null)
        {
            OutputFile.CheckFolder(parse.GetValue(_traceFolder)!, _traceFolder.Name);
        }

        if (OutputFile.AreSame(save, history))
        {
            throw new UsageException($"--save and --history both name {save}; give two files");
        }
    }
}
