using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>What a file of NumPy does not say of a network: the options <c>--layout</c>, <c>--hidden</c>, <c>--output</c> and <c>--loss</c>.</summary>
internal sealed class NumPyModelOptions
{
    private const string UnitInput = "unit-input";
    private const string InputUnit = "input-unit";

    private readonly Option<string?> _layout = LayoutOption();

    private readonly Option<string?> _hidden = new("--hidden") { HelpName = "NAMES", Description = "For an .npz: the activation of the hidden layers, or one for each. Default: sigmoid." };

    private readonly Option<string?> _output = new("--output") { HelpName = "NAME", Description = "For an .npz: the activation of the output layer. Default: softmax." };

    private readonly Option<string?> _loss = new("--loss") { HelpName = "NAME", Description = "For an .npz: the loss. Default: cross-entropy." };

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_layout, _hidden, _output, _loss];

    /// <summary>The option <c>--layout</c>.</summary>
    public static Option<string?> LayoutOption() => new("--layout")
    {
        HelpName = $"{UnitInput}|{InputUnit}",
        Description = "How weights lie in an .npz, where its shapes do not say: W1 with a row for each unit (z = W x + b), or with a column for each (z = x W + b); and in one that is saved.",
    };

    /// <summary>Reads a value of <c>--layout</c>.</summary>
    /// <exception cref="UsageException">It is none.</exception>
    public static WeightLayout? Layout(string? text)
    {
        return text switch
        {
            null => null,
            UnitInput => WeightLayout.UnitInput,
            InputUnit => WeightLayout.InputUnit,
            _ => throw new UsageException($"--layout is {UnitInput} or {InputUnit}, not '{text}'"),
        };
    }

    /// <summary>Reads a model of either kind.</summary>
    /// <exception cref="UsageException">An option is for a file of NumPy alone.</exception>
    /// <exception cref="DataException">The file cannot be used.</exception>
    public Model Read(ParseResult parse, string path, Terminal terminal)
    {
        if (NumPyFile.Is(path))
        {
            return Read(path, Layout(parse.GetValue(_layout)), parse.GetValue(_hidden), parse.GetValue(_output), parse.GetValue(_loss), terminal);
        }

        Option? other = All.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false });
        return other is null ? ModelOption.Read(path) : throw new UsageException($"{other.Name} is for arrays of NumPy (.npz), and {path} says it itself; leave it out");
    }

    /// <summary>Reads arrays of NumPy, and tells what they were taken for.</summary>
    /// <param name="path">The file.</param>
    /// <param name="layout">How the matrices lie where their shapes do not say; null where nobody says it.</param>
    /// <param name="hidden">The activations of the hidden layers; null for sigmoid.</param>
    /// <param name="output">The activation of the output layer; null for softmax.</param>
    /// <param name="loss">The loss; null for cross-entropy.</param>
    /// <param name="terminal">Where the note goes.</param>
    public static Model Read(string path, WeightLayout? layout, string? hidden, string? output, string? loss, Terminal terminal)
    {
        NumPyModel arrays = NumPyModel.Read(path);
        WeightLayout? fitting = arrays.Layout(DigitSet.PixelCount, DigitSet.ClassCount);
        WeightLayout chosen = fitting ?? layout ?? throw new UsageException($"the shapes of {path} allow both layouts; give --layout {UnitInput} or {InputUnit}");
        int hiddenLayers = arrays.Layers - 1;
        Activation[] hiddens = hiddenLayers == 0 ? [] : NetworkChoice.HiddenNamed(hidden ?? "sigmoid", hiddenLayers);
        Activation last = NetworkChoice.ActivationNamed(output ?? "softmax", "--output");
        Loss measure = NetworkChoice.LossNamed(loss ?? "cross-entropy");
        NetworkChoice.Check(measure, last);
        Activation[] all = hiddens.Length == 1 ? [.. Enumerable.Repeat(hiddens[0], hiddenLayers), last] : [.. hiddens, last];
        Network network = arrays.Network(chosen, all, measure);
        string shapes = fitting is null ? "as asked for" : "as its shapes say";
        terminal.Note($"{path} holds weights alone: taken as {network}, and as {(chosen == WeightLayout.UnitInput ? UnitInput : InputUnit)}, {shapes}");
        return new Model(network, OutputGradient.Jacobian, Training: null) { Layout = chosen };
    }
}
