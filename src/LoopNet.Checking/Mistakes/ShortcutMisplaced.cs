namespace LoopNet.Checking;

/// <summary>The shortcut a - y where it does not hold.</summary>
internal sealed class ShortcutMisplaced : Mistake
{
    public override string Title => "Shortcut where it does not hold";

    public override string Equation => "B3";

    public override string Right => "dL/dz = (da/dz)^T dL/da";

    public override string Wrong => "dL/dz = a - y";

    public override string Explanation =>
        "The gradient at the output layer was taken to be a - y. That holds for softmax with cross-entropy and for sigmoid with binary cross-entropy, but not for this pair.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "dL/dz2[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        Network network = example.Network;
        bool holds = (network.Output, network.Loss) is (Softmax, CrossEntropy) or (Sigmoid, BinaryCrossEntropy) or (Identity, SquaredError);
        if (!holds)
        {
            yield return Variant("", inner => new Steps(inner));
        }
    }

    private sealed class Steps(StepEquations inner) : MistakenEquations(inner)
    {
        public override void B3(Sheet sheet, int s, int l)
        {
            base.B3(sheet, s, l);
            if (l == sheet.LastLayer)
            {
                SampleSheet sample = sheet.Samples[s];
                Loops.Shortcut(sample.a[l], sample.y, sample.dL_dz[l]);
            }
        }
    }
}
