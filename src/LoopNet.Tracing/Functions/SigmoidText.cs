namespace LoopNet.Tracing;

/// <summary>How sigmoid is written.</summary>
internal sealed class SigmoidText : ActivationText
{
    public override string[] Output(NamedVector z, int i, Numbers numbers)
    {
        string name = z.Name(i);
        string number = numbers.Write(z[i]);

        // What is computed: below 0, Sigmoid.Value takes the same fraction with exp(z) above and below.
        return z[i] < 0.0
            ? [$"exp({name}) / (1 + exp({name}))", $"exp({number}) / (1 + exp({number}))"]
            : [$"1 / (1 + exp(-{name}))", $"1 / (1 + exp(-{number}))"];
    }

    public override bool DerivativeReadsOutput => true;

    public override string Jacobian(string operand) => $"diag({operand} (1 - {operand}))";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        string number = numbers.Part(operand[i]);
        return [$"{operand.Name(i)} (1 - {operand.Name(i)})", $"{number}*(1 - {number})"];
    }
}
