namespace LoopNet.Checking;

/// <summary>The activation's derivative, multiplied to an a - y that has it in already.</summary>
internal sealed class DerivativeAfterShortcut : Mistake
{
    public override string Title => "Derivative kept after the shortcut";

    public override string Equation => "B3";

    public override string Right => "dL/dz = a - y";

    public override string Wrong => "dL/dz = (da/dz)^T (a - y)";

    public override string Explanation =>
        "The error a - y was multiplied by the derivative of the output activation once more. Softmax with cross-entropy, and sigmoid with binary cross-entropy, give a - y for dL/dz with that derivative in it already.";

    public override string ShownIn => "tiny";

    public override string ShownBy => "dL/dz3[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        if (example.Network.Loss is not (CrossEntropy or BinaryCrossEntropy))
        {
            yield break;
        }

        yield return Variant("through da/dz", inner => new Chained(inner, diagonal: false));
        if (example.Network.Output is Softmax)
        {
            yield return Variant("through the diagonal of da/dz", inner => new Chained(inner, diagonal: true));
        }

        if (example.Rule.OutputGradient == OutputGradient.Jacobian)
        {
            yield return Variant("with a - y written for dL/da", inner => new Difference(inner));
        }
    }

    private sealed class Chained(StepEquations inner, bool diagonal) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            if (l == sheet.LastLayer)
            {
                SampleSheet sample = sheet.Samples[s];
                double[][] jacobian = Tensors.Matrix(sample.z[l].Length, sample.z[l].Length);
                sheet.Activation(l).Jacobian(sample.z[l], sample.a[l], jacobian);
                if (diagonal)
                {
                    KeepDiagonal(jacobian);
                }

                double[] difference = new double[sample.y.Length];
                Loops.Shortcut(sample.a[l], sample.y, difference);
                Loops.ThroughActivation(jacobian, difference, sample.dL_dz[l]);
            }
        }
    }

    private sealed class Difference(StepEquations inner) : MistakenEquations(inner)
    {
        public override void B1(Sheet sheet, int s)
        {
            base.B1(sheet, s);
            SampleSheet sample = sheet.Samples[s];
            Loops.Shortcut(sample.a[^1], sample.y, sample.dL_da[^1]);
        }
    }
}
