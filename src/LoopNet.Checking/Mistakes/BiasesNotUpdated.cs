namespace LoopNet.Checking;

/// <summary>Biases that stay where the example moves them.</summary>
internal sealed class BiasesNotUpdated : Mistake
{
    public override string Title => "Biases not updated";

    public override string Equation => "U2";

    public override string Right => "b' = b - eta dL/db";

    public override string Wrong => "b' = b";

    public override string Explanation => "The biases stayed as they were. In this example they move like the weights, by their own gradient dL/db.";

    public override string ShownIn => "tiny";

    public override string ShownBy => "b3'[0]";

    public override IEnumerable<Variant> Variants(Example example)
    {
        return LayerChoice.Of(example, l => example.Rule.UpdateBiases && example.Network.Layers[l - 1].b is not null)
            .Select(choice => Variant(choice.Where, inner => new Steps(inner, choice)));
    }

    private sealed class Steps(StepEquations inner, LayerChoice layers) : MistakenEquations(inner)
    {
        public override void U2(Sheet sheet, int l)
        {
            base.U2(sheet, l);
            if (layers.Has(l))
            {
                sheet.b[l]!.CopyTo(sheet.b_new[l]!, 0);
            }
        }
    }
}
