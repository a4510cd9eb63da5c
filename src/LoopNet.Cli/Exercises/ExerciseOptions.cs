using System.CommandLine;
using LoopNet.Checking;

namespace LoopNet.Cli;

/// <summary>The options of <c>loopnet exercise</c> that say what an exercise is to be.</summary>
internal sealed class ExerciseOptions
{
    // A starter may be larger than an exercise; as text, this many parameters are some ten megabytes.
    private const long MostParameters = 1_000_000;
    private const int MostSamples = 1000;

    private readonly Option<string> _layers = new("--layers") { HelpName = "LIST", Description = "The inputs, then the units of each layer.", DefaultValueFactory = _ => "2,2,1" };
    private readonly Option<string> _hidden = new("--hidden") { HelpName = "NAMES", Description = $"The activation of the hidden layers, or one for each: {NetworkChoice.ActivationNames}.", DefaultValueFactory = _ => "sigmoid" };
    private readonly Option<string> _output = new("--output") { HelpName = "NAME", Description = "The activation of the output layer.", DefaultValueFactory = _ => "sigmoid" };
    private readonly Option<string> _loss = new("--loss") { HelpName = "NAME", Description = $"The loss: {NetworkChoice.LossNames}.", DefaultValueFactory = _ => "squared-error" };
    private readonly Option<double> _learningRate = NumberOption.LearningRate("--learning-rate", "The learning rate eta.", standard: 0.5);
    private readonly Option<int> _samples = NumberOption.Whole("--samples", "How many samples there are.", smallest: 1, standard: 1, MostSamples);
    private readonly Option<int?> _batch = NumberOption.WholeOrNone("--batch", "How many samples an update takes. Default: all.", smallest: 1, MostSamples);
    private readonly Option<int> _steps = NumberOption.Whole("--steps", "Ask for N updates.", smallest: 1, standard: 1, largest: 100);
    private readonly Option<bool> _exact = new("--exact") { Description = "Weighted sums of the first sample are logarithms, ln 3 or -ln 2, so that sigmoid, tanh and softmax give short decimals in step 1." };
    private readonly Option<bool> _deadRelu = new("--dead-relu") { Description = "The first hidden layer of relu is off in all units: no gradient passes it." };
    private readonly Option<int> _digits = NumberOption.Whole("--digits", "The significant digits that are written down.", ExercisePlan.FewestDigits, ExercisePlan.StandardDigits, ExercisePlan.MostDigits);
    private readonly Option<int?> _carry = NumberOption.WholeOrNone("--carry", "The key rounds every number to N significant digits and goes on with the rounded one. Default: all digits.", ExercisePlan.FewestDigits, ExercisePlan.MostDigits);

    /// <summary>Makes the options.</summary>
    public ExerciseOptions()
    {
        _hidden.CompletionSources.Add(NetworkChoice.Activations);
        _output.CompletionSources.Add(NetworkChoice.Activations);
        _loss.CompletionSources.Add(NetworkChoice.Losses);
    }

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_layers, _hidden, _output, _loss, _learningRate, _samples, _batch, _steps, _exact, _deadRelu, _digits, _carry];

    /// <summary>What was asked for.</summary>
    /// <exception cref="UsageException">The parts do not go together.</exception>
    public ExercisePlan Plan(ParseResult parse)
    {
        int[] sizes = LayerSizes.ParseAny(parse.GetValue(_layers)!);
        int hidden = sizes.Length - 2;
        Activation output = NetworkChoice.ActivationNamed(parse.GetValue(_output)!, "--output");
        Activation[] activations = [.. hidden == 0 ? [] : Hidden(parse.GetValue(_hidden)!, hidden), output];
        Loss loss = NetworkChoice.LossNamed(parse.GetValue(_loss)!);
        NetworkChoice.Check(loss, output);
        int? carry = parse.GetValue(_carry);
        ExercisePlan plan = new(sizes, activations, loss)
        {
            LearningRate = parse.GetValue(_learningRate),
            Samples = parse.GetValue(_samples),
            BatchSize = parse.GetValue(_batch),
            Steps = parse.GetValue(_steps),
            IsExact = parse.GetValue(_exact),
            HasDeadLayer = parse.GetValue(_deadRelu),
            Carry = carry,
            Digits = parse.GetResult(_digits) is { Implicit: false } ? parse.GetValue(_digits) : Math.Min(carry ?? int.MaxValue, ExercisePlan.StandardDigits),
        };
        Check(plan);
        return plan;
    }

    /// <summary>The first option that a plain starter does not take; null where none was given.</summary>
    public string? Wish(ParseResult parse)
    {
        Option[] wishes = [_exact, _deadRelu, _digits, _carry];
        return wishes.FirstOrDefault(option => parse.GetResult(option) is { Implicit: false })?.Name;
    }

    private static Activation[] Hidden(string text, int layers)
    {
        Activation[] named = NetworkChoice.HiddenNamed(text, layers);
        return named.Length == layers ? named : [.. Enumerable.Repeat(named[0], layers)];
    }

    private static void Check(ExercisePlan plan)
    {
        if (plan.Carry < plan.Digits)
        {
            throw new UsageException(Invariant($"--carry {plan.Carry} rounds to fewer digits than --digits {plan.Digits} writes down; give --digits {plan.Carry} at most"));
        }

        if (plan.HasDeadLayer && plan.FirstHiddenRelu == 0)
        {
            throw new UsageException("--dead-relu is for a hidden layer with relu, and there is none; leave it out, or give --hidden relu");
        }

        if (plan.IsExact && !plan.Activations.Any(activation => activation is Sigmoid or Tanh or Softmax))
        {
            throw new UsageException("--exact is for layers with sigmoid, tanh or softmax, and there is none; leave it out");
        }

        long parameters = Enumerable.Range(1, plan.Last).Sum(l => (long)plan.Sizes[l] * (plan.Sizes[l - 1] + 1));
        if (parameters > MostParameters)
        {
            throw new UsageException(Invariant($"--layers asks for {parameters:N0} weights and biases; an example that is written as text has {MostParameters:N0} at most"));
        }
    }
}
