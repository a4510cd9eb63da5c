namespace LoopNet.Tracing;

/// <summary>How ReLU is written.</summary>
internal sealed class ReluText : ActivationText
{
    public override string[] Output(NamedVector z, int i, Numbers numbers) => [$"max(0, {z.Name(i)})", $"max(0, {numbers.Write(z[i])})"];

    public override string? Remark(double z) => z > 0.0 ? null : "dead for this sample: nothing passes through it, on or back";

    public override bool DerivativeReadsOutput => false;

    public override string Jacobian(string operand) => $"diag(1 where {operand} > 0, else 0)";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        return [$"[{operand.Name(i)} > 0]", $"[{numbers.Write(operand[i])} > 0]"];
    }
}
