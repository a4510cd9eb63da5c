namespace LoopNet.Tracing;

/// <summary>How an activation is written: its value (F2) and, side by side, its Jacobian (B2), each with names and with numbers.</summary>
internal abstract class ActivationText
{
    /// <summary>The text of an activation, which its name decides; one that is not LoopNet's is written with its name, its definition and its values alone.</summary>
    public static ActivationText Of(Activation activation) => activation.Name switch
    {
        _ when !activation.IsStandard => new OtherActivationText(activation),
        "sigmoid" => new SigmoidText(),
        "relu" => new ReluText(),
        "leaky-relu" when activation is LeakyRelu leaky => new LeakyReluText(leaky.Slope),
        "tanh" => new TanhText(),
        "identity" => new IdentityText(),
        "softmax" => new SoftmaxText(),
        _ => new OtherActivationText(activation),
    };

    /// <summary>Whether every output depends on every weighted sum, so that the Jacobian is a full matrix.</summary>
    public virtual bool IsFull => false;

    /// <summary>What has to be known before the outputs; usually nothing.</summary>
    public virtual IReadOnlyList<Derivation> Preamble(NamedVector z, Numbers numbers) => [];

    /// <summary>One output: the formula with names, then with numbers; without its value.</summary>
    public abstract string[] Output(NamedVector z, int i, Numbers numbers);

    /// <summary>What a reader should see at once of an output; usually nothing.</summary>
    /// <param name="z">Its weighted sum.</param>
    public virtual string? Remark(double z) => null;

    /// <summary>Whether the derivative is computed from the outputs; else from the weighted sums.</summary>
    public abstract bool DerivativeReadsOutput { get; }

    /// <summary>The Jacobian, for example <c>diag(a1 (1 - a1))</c>.</summary>
    /// <param name="operand">What it is computed from.</param>
    public abstract string Jacobian(string operand);

    /// <summary>One element of the Jacobian that is not 0 by its place: the formula with names, then with numbers; without its value.</summary>
    /// <param name="operand">What it is computed from.</param>
    /// <param name="i">The row.</param>
    /// <param name="j">The column; the row itself where the Jacobian is diagonal.</param>
    /// <param name="numbers">How numbers are written.</param>
    public abstract string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers);
}
