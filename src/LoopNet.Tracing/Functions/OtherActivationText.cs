namespace LoopNet.Tracing;

/// <summary>How an activation is written that is not LoopNet's: by its name, its definition where it gives one, and its values alone.</summary>
internal sealed class OtherActivationText(Activation activation) : ActivationText
{
    private readonly string _name = activation.DisplayName;

    public override bool IsFull => activation is not ElementwiseActivation;

    public override IReadOnlyList<Derivation> Preamble(NamedVector z, Numbers numbers)
    {
        return activation.Definition is string definition ? [new Derivation($"{_name}(z)", [definition], IsSum: false)] : [];
    }

    public override string[] Output(NamedVector z, int i, Numbers numbers)
    {
        return activation is ElementwiseActivation
            ? [$"{_name}({z.Name(i)})", $"{_name}({numbers.Write(z[i])})"]
            : [Invariant($"{_name}({z.Symbol})[{i}]")];
    }

    public override bool DerivativeReadsOutput => false;

    public override string Jacobian(string operand) => $"{_name}'({operand})";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        return activation is ElementwiseActivation
            ? [$"{_name}'({operand.Name(i)})", $"{_name}'({numbers.Write(operand[i])})"]
            : [];
    }
}
