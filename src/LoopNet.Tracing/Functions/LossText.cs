namespace LoopNet.Tracing;

/// <summary>How a loss is written: its value (F3) and, side by side, its gradient (B1), each with names and with numbers.</summary>
internal abstract class LossText
{
    /// <summary>The text of a loss, which its name decides; one that is not LoopNet's is written with its definition and its values alone.</summary>
    /// <param name="loss">The loss.</param>
    /// <param name="saturated">Whether a logarithm of it underflowed.</param>
    public static LossText Of(Loss loss, bool saturated) => (loss.Name, saturated) switch
    {
        _ when !loss.IsStandard => new OtherLossText(loss),
        ("cross-entropy", false) => new CrossEntropyText(),
        ("cross-entropy", true) => new SaturatedCrossEntropyText(),
        ("binary-cross-entropy", false) => new BinaryCrossEntropyText(),
        ("binary-cross-entropy", true) => new SaturatedBinaryCrossEntropyText(),
        ("squared-error", _) => new SquaredErrorText(),
        ("mean-squared-error", _) => new MeanSquaredErrorText(),
        ("sum-of-squares", _) => new SumOfSquaresText(),
        ("sum", _) => new SumOfOutputsText(),
        _ => new OtherLossText(loss),
    };

    /// <summary>What the loss is computed from: the outputs, or, where it is saturated, the weighted sums.</summary>
    /// <param name="last">The number of layers.</param>
    public virtual string Operand(int last) => Invariant($"a{last}");

    /// <summary>Whether there is a target for it to read.</summary>
    public virtual bool ReadsTarget => true;

    /// <summary>Whether its gradient depends on anything.</summary>
    public virtual bool GradientReads => true;

    /// <summary>What has to be known before the loss; usually nothing.</summary>
    public virtual IReadOnlyList<Derivation> Preamble(NamedVector operand, Numbers numbers) => [];

    /// <summary>The loss, for example <c>-sum y ln a2</c>.</summary>
    /// <param name="operand">What it is computed from.</param>
    public abstract string Value(string operand);

    /// <summary>What stands before and after the sum of the terms.</summary>
    /// <param name="n">The number of outputs.</param>
    public abstract (string Left, string Right) Frame(int n);

    /// <summary>Adds the terms of one output to the sum.</summary>
    public abstract void AddTerms(WrittenSum sum, NamedVector operand, NamedVector y, int i, Numbers numbers);

    /// <summary>The gradient, for example <c>-y / a2</c>.</summary>
    /// <param name="a">The outputs.</param>
    public abstract string Gradient(string a);

    /// <summary>One element of the gradient: the formula with names, then with numbers; without its value.</summary>
    public abstract string[] GradientElement(NamedVector a, NamedVector y, int i, Numbers numbers);

    /// <summary>Whether an output counts at all.</summary>
    /// <param name="target">Its target.</param>
    public virtual bool Reads(double target) => true;
}
