namespace LoopNet.Checking;

/// <summary>The number of a quantity at one place of an equation.</summary>
/// <param name="step">The step.</param>
/// <param name="s">The sample.</param>
/// <param name="l">The layer.</param>
/// <param name="i">The unit of the layer.</param>
/// <param name="k">The unit of the layer before, or another unit of the same layer.</param>
internal delegate double PlaceValue(CalculatedStep step, int s, int l, int i, int k);

/// <summary>What a quantity has a number for.</summary>
internal enum Places
{
    /// <summary>For the whole sample.</summary>
    One,

    /// <summary>For each unit i of the layer.</summary>
    Unit,

    /// <summary>For each unit k of the layer before.</summary>
    Input,

    /// <summary>For each unit i of the layer with each unit k of the layer before.</summary>
    Pair,

    /// <summary>For each unit i of the layer with each unit k of the same layer.</summary>
    OwnPair,
}

/// <summary>A factor of an equation: a tensor, or an expression that stands for one.</summary>
/// <param name="Text">As reports write it, with <c>_l</c> for the layer and <c>_(l-1)</c> for the one before.</param>
/// <param name="Places">What it has a number for.</param>
/// <param name="Stage">When it is there, in the order of the equations.</param>
/// <param name="Value">Its numbers.</param>
internal sealed record Quantity(string Text, Places Places, Stage Stage, PlaceValue Value)
{
    /// <summary>The layers in which it exists.</summary>
    public Func<Example, int, bool> Exists { get; init; } = (_, _) => true;

    /// <summary>Expressions that are written in its place, beside the other quantities of the same places.</summary>
    public IReadOnlyList<Quantity> Alternatives { get; init; } = [];
}

/// <summary>The order in which the quantities of a step come to be there.</summary>
internal enum Stage
{
    /// <summary>Before the step.</summary>
    Start,

    /// <summary>With F1.</summary>
    Sum,

    /// <summary>With F2.</summary>
    Output,

    /// <summary>With F3.</summary>
    Loss,

    /// <summary>With B1 and B7.</summary>
    OutputGradient,

    /// <summary>With B2.</summary>
    Derivative,

    /// <summary>With B3.</summary>
    SumGradient,

    /// <summary>With B5 and B6.</summary>
    ParameterGradient,

    /// <summary>With M1 and M2.</summary>
    BatchGradient,

    /// <summary>With U1 and U2.</summary>
    Update,
}
