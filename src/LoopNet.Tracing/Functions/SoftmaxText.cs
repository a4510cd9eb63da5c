namespace LoopNet.Tracing;

/// <summary>How softmax is written.</summary>
internal sealed class SoftmaxText : ActivationText
{
    public override bool IsFull => true;

    public override IReadOnlyList<Derivation> Preamble(NamedVector z, Numbers numbers) => new ShiftedExponentials(z).Derivations(numbers);

    public override string[] Output(NamedVector z, int i, Numbers numbers)
    {
        ShiftedExponentials exponentials = new(z);
        return [$"exp({z.Name(i)} - max) / sum", $"exp({numbers.Write(z[i])} - {numbers.Part(exponentials.Max)}) / {numbers.Write(exponentials.Sum)}"];
    }

    public override bool DerivativeReadsOutput => true;

    public override string Jacobian(string operand) => $"diag({operand}) - {operand} {operand}^T";

    public override string[] JacobianElement(NamedVector operand, int i, int j, Numbers numbers)
    {
        string number = numbers.Part(operand[i]);
        return i == j
            ? [$"{operand.Name(i)} (1 - {operand.Name(i)})", $"{number}*(1 - {number})"]
            : [$"-{operand.Name(i)} {operand.Name(j)}", $"-{number}*{numbers.Part(operand[j])}"];
    }
}
