using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using System.Text;
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

    private readonly DataOptions _data = new();

    private readonly Option<string?> _test = new("--test")
    {
        HelpName = "PLACE",
        Description = "Test with the digits of another place than those of --data: all digits of a file, or the test digits of a folder.",
    };

    private readonly Option<string> _layers = Text(
        "--layers", "SIZES", "The sizes of the layers, from 784 pixels to 10 classes; commas, hyphens or x between them.", string.Join(',', Standard.Plan.Sizes));

    private readonly Option<string> _hidden = Text(
        "--hidden", "NAMES", $"The activation of the hidden layers, or a comma list with one for each: {NetworkChoice.ActivationNames}.", Standard.Plan.Hidden[0].Name, NetworkChoice.Activations);

    private readonly Option<string> _output = Text("--output", "NAME", "The activation of the output layer, one of the same six.", Standard.Plan.Output.Name, NetworkChoice.Activations);

    private readonly Option<double> _slope = NumberOption.Slope("--slope", "The slope of leaky-relu below 0, from 0 to 1, in every layer that has it.");

    private readonly Option<string> _loss = Text(
        "--loss",
        "NAME",
        $"The loss: {NetworkChoice.LossNames}. Cross-entropy goes with softmax or sigmoid outputs, binary-cross-entropy with sigmoid, the others with all.",
        Standard.Plan.Loss.Name,
        NetworkChoice.Losses);

    private readonly Option<bool> _noBiases = new("--no-biases") { Description = "Give the layers no biases." };

    private readonly Option<string> _init = Text(
        "--init",
        "NAME",
        "How weights are drawn for a layer of n inputs: scaled is N(0,1)/sqrt(n), he is N(0,1) sqrt(2/n), uniform is -0.5 to 0.5, small is 0.01 N(0,1); normal, N(0,1), and zero do not learn well (docs/troubleshooting.md).",
        $"{Standard.Plan.Init}".ToLowerInvariant(),
        NetworkChoice.Names<InitialWeights>());

    private readonly Option<string> _pixels = Text(
        "--pixels", "scaled|raw", "What a pixel is to the network: scaled, 0 to 1, or raw, 0 to 255 as in the file.", TrainingNote.ScaledPixels);

    private readonly Option<double> _learningRate = NumberOption.LearningRate(
        "--learning-rate", "The factor of the gradient in every update.", Standard.Plan.LearningRate);

    private readonly Option<string> _batch = Text(
        "--batch", "N|all", "The samples of one update, whose gradients are averaged; the last update of an epoch takes what is left.", Invariant($"{Standard.Plan.BatchSize}"));

    private readonly Option<string> _outputGradient = Text(
        "--output-gradient",
        "NAME",
        "dL/dz of the output layer: jacobian is the literal chain, shortcut is a - y, for softmax with cross-entropy and sigmoid with binary-cross-entropy.",
        $"{Standard.Plan.OutputGradient}".ToLowerInvariant(),
        NetworkChoice.Names<OutputGradient>());

    private readonly Option<int> _epochs = NumberOption.Whole(
        "--epochs", "The passes over the training digits; 0 only measures the network before training.", smallest: 0, standard: Standard.Plan.Epochs);

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
        Description = """
            Start a run of its own from the network that this file holds, in the epoch after its last; it brings layers, loss and output gradient with
            it, and every other option is this run's. To go on with the run that saved it, use --resume.
            """,
    };

    private readonly Option<string?> _resume = new("--resume")
    {
        HelpName = "FILE",
        Description = """
            Go on with the run that saved this file, to the same bits as without a break. Network, rule, seed, shuffle, split and limit come from the
            file, the digits must be the same, and --history and --plot go on; --epochs counts from the first epoch of the run. Saves in FILE
            itself where there is no --save.
            """,
    };

    private readonly Option<string?> _layout = NumPyModelOptions.LayoutOption();

    private readonly Option<string?> _save = new("--save") { HelpName = "FILE", Description = "Save the network after every epoch: as an .npz of NumPy where FILE ends so (W1, b1, ... alone), else in JSON, for evaluate, predict, trace, --resume and --model." };

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
            Draw loss and accuracy over the epochs, on the training and on the test digits, anew after each: as a picture (.svg), or as a page
            (.html) that fills the window of a browser and follows the training while it is open.
            """,
    };

    private readonly Option<string?> _traceStep = new("--trace-step")
    {
        HelpName = "N[/S][,...]",
        Description = """
            Write the trace of training steps, every tensor of them, as train-step-N.trace.txt and .jsonl; steps are numbered
            from 1 over all epochs. N/S writes sample S of step N alone, from 0 within the step. Where a step stops at a number that is not
            finite, the text goes up to that number.
            """,
    };

    private readonly Option<string> _traceFolder = Text("--trace-out", "DIR", "The folder for those traces.", ".");

    private readonly EngineOptions _engine = new(", or awaited, and where steps are traced");

    private readonly Option<bool> _wait = DebuggerOption.Create();

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All =>
    [
        _preset, .. _data.All, _test, _layers, _hidden, _output, _slope, _loss, _noBiases, _init, _pixels, _learningRate, _batch, _outputGradient, _epochs,
        _shuffle, _split, _seed, _limit, _model, _resume, _save, _layout, _history, _plot, _traceStep, _traceFolder, .. _engine.All, _wait,
    ];

    private static Preset Standard => Preset.All[0];

    /// <summary>Whether the presets are to be listed, and nothing else.</summary>
    public bool ListsPresets(ParseResult parse) => parse.GetResult(_preset) is not null && parse.GetValue(_preset) is null;

    /// <summary>Makes the plan of a training, with the digits, the engine and the files that belong to it.</summary>
    /// <exception cref="UsageException">The options contradict each other.</exception>
    /// <exception cref="DataException">A file cannot be used.</exception>
    public TrainingTask Prepare(ParseResult parse, Terminal terminal)
    {
        string? traceSteps = parse.GetValue(_traceStep);
        string? traceFolder = traceSteps is null ? null : parse.GetValue(_traceFolder);
        TrainingFiles files = new(parse.GetValue(_save) ?? parse.GetValue(_resume), parse.GetValue(_history), parse.GetValue(_plot), traceFolder, traceSteps)
        {
            SaveOption = parse.GetValue(_save) is null ? _resume.Name : _save.Name,
        };
        files.Check();
        if (parse.GetValue(_model) is not null && parse.GetValue(_resume) is not null)
        {
            throw new UsageException("--resume goes on with a run and --model starts one; leave one of them out");
        }

        Preset preset = parse.GetValue(_preset) is string name ? Preset.Named(name) : Standard;
        SavedRun? run = parse.GetValue(_resume) is string saved ? RunOf(saved, ModelOption.Read(saved)) : null;
        Model? model = parse.GetValue(_model) is string path ? ReadModel(parse, path, terminal) : run?.Model;
        WeightLayout layout = NumPyModelOptions.Layout(parse.GetValue(_layout)) ?? model?.Layout ?? WeightLayout.UnitInput;
        TrainingPlan start = run?.Plan() ?? preset.Plan;
        TrainingPlan plan = start with
        {
            Seed = IsGiven(parse, _seed) ? parse.GetValue(_seed) : model?.Training?.Seed ?? start.Seed,
            LearningRate = Chosen(parse, _learningRate, start.LearningRate),
            Epochs = Chosen(parse, _epochs, start.Epochs),
            Shuffle = Chosen(parse, _shuffle, start.Shuffle),
            RawPixels = Chosen(parse, _pixels, AreRaw, model?.Training?.Pixels == TrainingNote.RawPixels),
            Limit = parse.GetValue(_limit) ?? start.Limit,
            BatchSize = Chosen(parse, _batch, BatchSize, start.BatchSize),
            Split = parse.GetValue(_split) is string split ? Split.Parse(split) : start.Split,
        };
        if (model is null || run is not null)
        {
            plan = WithNetwork(parse, plan);
        }
        else
        {
            RefuseNetwork(parse, NumPyFile.Is(parse.GetValue(_model)!) ? [_layers, _slope, _init, _noBiases] : [_layers, _hidden, _output, _slope, _loss, _init, _noBiases]);
        }

        Network network = model?.Network ?? plan.Draw();
        plan = plan with { OutputGradient = GradientFor(network, parse, model?.OutputGradient ?? plan.OutputGradient) };
        if (run is not null)
        {
            plan = run.Rest(plan, parse.GetValue(_preset), terminal);
        }
        else if (model?.Training is not null)
        {
            RunOf(parse.GetValue(_model)!, model).TellOther(plan, terminal);
        }

        DigitSource source = _data.Place(parse) is null && run?.Note.Data == DrawnDigits.TrainingName ? DigitSource.Embedded() : _data.Choose(parse, terminal);
        if (parse.GetValue(_test) is string test)
        {
            source = plan.Split is null ? source.TestedWith(_data.Choose(test, parse, terminal)) : throw new UsageException("--test names the test digits, and --split makes them anew; leave one of them out");
        }

        // A run that goes on is saved in the file that it was read from, unless it is told otherwise; no other output may be that file.
        string? resumed = run is not null && WholeFile.AreSame(files.Save!, run.Path) ? null : run?.Path;
        files.CheckApart([parse.GetValue(_model), resumed, .. source.Files]);
        Engine engine = _engine.Choose(parse, parse.GetValue(_wait), traceSteps is not null);
        return new TrainingTask(plan, network, plan.Digits(source), engine, files)
        {
            Preset = parse.GetValue(_preset) ?? run?.Note.Preset,
            GoesOnFrom = model,
            Resumes = run,
            TraceSteps = traceSteps,
            CommandLine = CommandLineOf(parse),
            WaitForDebugger = parse.GetValue(_wait),
            Layout = layout,
        };
    }

    private static SavedRun RunOf(string path, Model model)
    {
        return SavedRun.Of(path, model) with { Preset = Preset.All.FirstOrDefault(preset => preset.Name == model.Training?.Preset)?.Plan };
    }

    // As it was typed, without what a trace of one step puts in its place.
    private string CommandLineOf(ParseResult parse)
    {
        StringBuilder line = new("loopnet train");
        foreach (OptionResult option in parse.CommandResult.Children.OfType<OptionResult>().Where(option => !option.Implicit))
        {
            if (option.Option != _traceStep && option.Option != _traceFolder && !_engine.All.Contains(option.Option))
            {
                line.Append($" {option.Option.Name}");
                line.AppendJoin("", option.Tokens.Select(token => $" {ShellWord.Of(token.Value)}"));
            }
        }

        return line.ToString();
    }

    private static bool IsGiven(ParseResult parse, Option option) => parse.GetResult(option) is { Implicit: false };

    private static T Chosen<T>(ParseResult parse, Option<T> option, T preset) => IsGiven(parse, option) ? parse.GetValue(option)! : preset;

    private static T Chosen<T>(ParseResult parse, Option<string> option, Func<string, T> read, T preset)
    {
        return IsGiven(parse, option) ? read(parse.GetValue(option)!) : preset;
    }

    private static Option<string> Text(string name, string helpName, string description, string standard, params string[] words)
    {
        Option<string> option = new(name) { HelpName = helpName, Description = description, DefaultValueFactory = _ => standard };
        option.CompletionSources.Add(words);
        return option;
    }

    private TrainingPlan WithNetwork(ParseResult parse, TrainingPlan plan)
    {
        int[] sizes = Chosen(parse, _layers, LayerSizes.Parse, plan.Sizes);
        if (sizes.Length == 2 && IsGiven(parse, _hidden))
        {
            throw new UsageException($"--hidden is for hidden layers, but the layers {parse.GetValue(_layers)} have none; leave it out");
        }

        plan = plan with
        {
            Sizes = sizes,
            Hidden = Chosen(parse, _hidden, names => NetworkChoice.HiddenNamed(names, sizes.Length - 2), plan.Hidden),
            Output = Chosen(parse, _output, name => NetworkChoice.ActivationNamed(name, _output.Name), plan.Output),
            Loss = Chosen(parse, _loss, NetworkChoice.LossNamed, plan.Loss),
        };
        plan = IsGiven(parse, _slope) ? NetworkChoice.WithSlope(plan, parse.GetValue(_slope)) : plan;
        NetworkChoice.Check(plan.Loss, plan.Output);
        return plan with
        {
            Init = Chosen(parse, _init, name => NetworkChoice.Named<InitialWeights>(name, _init.Name), plan.Init),
            Biases = !Chosen(parse, _noBiases, !plan.Biases),
        };
    }

    private static void RefuseNetwork(ParseResult parse, Option[] ofNetwork)
    {
        Option? contradiction = ofNetwork.FirstOrDefault(option => IsGiven(parse, option));
        if (contradiction is not null)
        {
            throw new UsageException($"{contradiction.Name} is for a new network, but --model brings its own; leave one of them out");
        }
    }

    private OutputGradient GradientFor(Network network, ParseResult parse, OutputGradient preset)
    {
        OutputGradient chosen = Chosen(parse, _outputGradient, name => NetworkChoice.Named<OutputGradient>(name, _outputGradient.Name), preset);
        if (chosen == OutputGradient.Jacobian || UpdateRule.AllowsShortcut(network))
        {
            return chosen;
        }

        // A preset's shortcut gives way to another output or loss; one that was asked for does not.
        return IsGiven(parse, _outputGradient)
            ? throw new UsageException($"--output-gradient shortcut is for {UpdateRule.ShortcutPairs}, not for {network.Output} with {network.Loss}")
            : OutputGradient.Jacobian;
    }

    private Model ReadModel(ParseResult parse, string path, Terminal terminal)
    {
        string? Given(Option<string> option) => IsGiven(parse, option) ? parse.GetValue(option) : null;
        return NumPyFile.Is(path)
            ? NumPyModelOptions.Read(path, NumPyModelOptions.Layout(parse.GetValue(_layout)), Given(_hidden), Given(_output), Given(_loss), terminal)
            : ModelOption.Read(path);
    }

    private static bool AreRaw(string text)
    {
        return text is TrainingNote.RawPixels or TrainingNote.ScaledPixels
            ? text == TrainingNote.RawPixels
            : throw new UsageException($"--pixels is {TrainingNote.ScaledPixels} or {TrainingNote.RawPixels}, not '{text}'");
    }

    private static int? BatchSize(string text)
    {
        if (text == "all")
        {
            return null;
        }

        bool isNumber = int.TryParse(text, NumberStyles.Integer, CultureInfo.InvariantCulture, out int size);
        return isNumber && size >= 1 ? size : throw new UsageException($"--batch is a whole number of at least 1, or all, not '{text}'");
    }
}
