namespace LoopNet.Tracing;

/// <summary>How the identity is written.</summary>
internal sealed class IdentityText : ActivationText
{
    public override string[] Output(NamedVector z, int i, Numbers numbers) => [z.Name(i)];

    public override bool DerivativeReadsOutput => false;

    public override string Jacobian(string operand) => "diag(1)";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers) => [];
}
