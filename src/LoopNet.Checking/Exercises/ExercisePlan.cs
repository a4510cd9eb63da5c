namespace LoopNet.Checking;

/// <summary>What an exercise is to be: its network, its samples, its rule, and how its numbers are written.</summary>
/// <param name="Sizes">The sizes n_0, n_1, ..., n_L, each at least 1.</param>
/// <param name="Activations">The activation of each layer, 1 to L.</param>
/// <param name="Loss">A loss that takes a target and accepts the activation of the last layer.</param>
public sealed record ExercisePlan(IReadOnlyList<int> Sizes, IReadOnlyList<Activation> Activations, Loss Loss)
{
    /// <summary>The fewest digits that tell anything apart.</summary>
    public const int FewestDigits = 2;

    /// <summary>As many digits as a calculator shows.</summary>
    public const int MostDigits = 10;

    /// <summary>The digits of the numbers of an exercise, where nothing else is asked for.</summary>
    public const int StandardDigits = 4;

    /// <summary>How many samples there are, at least 1.</summary>
    public int Samples { get; init; } = 1;

    /// <summary>The samples of one update, at least 1; null for all of them.</summary>
    public int? BatchSize { get; init; }

    /// <summary>How many updates are asked for, at least 1.</summary>
    public int Steps { get; init; } = 1;

    /// <summary>The learning rate eta, over 0.</summary>
    public double LearningRate { get; init; } = 0.5;

    /// <summary>How many significant digits of a number are written down, <see cref="FewestDigits"/> to <see cref="MostDigits"/>.</summary>
    public int Digits { get; init; } = StandardDigits;

    /// <summary>To how many significant digits every number is rounded before it is used, at least <see cref="Digits"/>; null where all are carried on.</summary>
    public int? Carry { get; init; }

    /// <summary>Whether the weighted sums of the first sample are logarithms of whole numbers and of their reciprocals, so that sigmoid, tanh and softmax give short decimals.</summary>
    public bool IsExact { get; init; }

    /// <summary>Whether the first hidden layer of ReLU is to be dead: off in every unit, for every sample of step 1.</summary>
    public bool HasDeadLayer { get; init; }

    /// <summary>The number of layers.</summary>
    public int Last => Activations.Count;

    /// <summary>The first hidden layer of ReLU, from 1; 0 where there is none.</summary>
    public int FirstHiddenRelu => 1 + Activations.Take(Last - 1).ToList().FindIndex(activation => activation is Relu);
}
