namespace LoopNet.Tracing;

/// <summary>How an activation is written that LoopNet does not know: by its name, and with its values alone.</summary>
internal sealed class OtherActivationText(Activation activation) : ActivationText
{
    public override bool IsFull => activation is not ElementwiseActivation;

    public override string[] Output(NamedVector z, int i, Numbers numbers)
    {
        return activation is ElementwiseActivation
            ? [$"{activation.Name}({z.Name(i)})", $"{activation.Name}({numbers.Write(z[i])})"]
            : [Invariant($"{activation.Name}({z.Symbol})[{i}]")];
    }

    public override bool DerivativeReadsOutput => false;

    public override string Jacobian(string operand) => $"{activation.Name}'({operand})";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        return activation is ElementwiseActivation
            ? [$"{activation.Name}'({operand.Name(i)})", $"{activation.Name}'({numbers.Write(operand[i])})"]
            : [];
    }
}
