namespace LoopNet.Tracing;

/// <summary>How leaky ReLU is written. The larger of z and slope z is the right one, since the slope is at most 1.</summary>
internal sealed class LeakyReluText(double slope) : ActivationText
{
    public override string[] Output(NamedVector z, int i, Numbers numbers)
    {
        return [$"max({z.Name(i)}, slope {z.Name(i)})", $"max({numbers.Write(z[i])}, {numbers.Write(slope)}*{numbers.Part(z[i])})"];
    }

    public override bool DerivativeReadsOutput => false;

    public override string Jacobian(string operand) => $"diag(1 where {operand} > 0, else slope)";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        string name = operand.Name(i);
        string number = numbers.Write(operand[i]);
        return [$"[{name} > 0] + slope [{name} <= 0]", $"[{number} > 0] + {numbers.Write(slope)}*[{number} <= 0]"];
    }
}
