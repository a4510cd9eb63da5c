namespace LoopNet.Tracing;

/// <summary>How the hyperbolic tangent is written.</summary>
internal sealed class TanhText : ActivationText
{
    public override string[] Output(NamedVector z, int i, Numbers numbers) => [$"tanh({z.Name(i)})", $"tanh({numbers.Write(z[i])})"];

    public override bool DerivativeReadsOutput => true;

    public override string Jacobian(string operand) => $"diag(1 - {operand}^2)";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        return [$"1 - {operand.Name(i)}^2", $"1 - {numbers.Part(operand[i])}^2"];
    }
}
