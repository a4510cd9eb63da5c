namespace LoopNet.Checking;

/// <summary>Biases that move where the example says that they stay.</summary>
internal sealed class BiasesUpdated : Mistake
{
    public override string Title => "Biases updated";

    public override string Equation => "U2";

    public override string Right => "b' = b, where the example does not update biases";

    public override string Wrong => "b' = b - eta dL/db";

    public override string Explanation => "The biases were moved by their gradient. This example leaves them as they are: it says updateBiases false.";

    public override string? SeenIn => "copies of Matt Mazur's example that give biases after the update";

    public override string ShownIn => "mazur";

    public override string ShownBy => "b2'[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => !example.Rule.UpdateBiases && example.Network.Layers[l - 1].b is not null)
            .Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void U2(Sheet sheet, int l)
        {
            base.U2(sheet, l);
            if (layers.Has(l))
            {
                if (sheet.Count > 1)
                {
                    base.M2(sheet, l);
                }

                Loops.UpdateBiases(sheet.b[l]!, sheet.dL_db(l), sheet.BiasRate, sheet.b_new[l]!);
            }
        }
    }
}
