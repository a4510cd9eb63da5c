namespace LoopNet.Checking;

/// <summary>Parameters that were not carried over to the next step.</summary>
internal sealed class ParametersOfFirstStep : Mistake
{
    [Flags]
    private enum Used
    {
        Forward = 1,
        Backward = 2,
        Update = 4,
    }

    private static readonly (Used Used, string Where)[] Ways =
    [
        (Used.Forward, "in the forward pass"),
        (Used.Forward | Used.Backward, "in both passes"),
        (Used.Backward, "in the backward pass"),
        (Used.Update, "in the update"),
    ];

    public override string Title => "Parameters of step 1 used in step 2";

    public override string Equation => "F1, B7, U1, U2";

    public override string Right => "step 2: z1 = W1' x + b1', with the parameters after step 1";

    public override string Wrong => "step 2: z1 = W1 x + b1, with the parameters before step 1";

    public override string Explanation =>
        "A later step was calculated with the parameters that step 1 began with. Each step begins where the step before it ended: W of step 2 is W' of step 1.";

    public override string ShownIn => "mazur";

    public override string ShownBy => "2/0/L";

    public override IEnumerable<Variant> Variants(Example example)
    {
        yield return Variant("throughout", inner => new Throughout(inner));
        foreach ((Used used, string where) in Ways)
        {
            yield return Variant(where, inner => new Steps(inner, used));
        }
    }

    private sealed class Throughout(StepEquations inner) : MistakenEquations(inner)
    {
        public override void Begin(Sheet sheet, int l)
        {
            base.Begin(sheet, l);
            Layer first = sheet.Example.Network.Layers[l - 1];
            sheet.W[l] = first.W;
            sheet.b[l] = first.b;
        }
    }

    private sealed class Steps(StepEquations inner, Used used) : MistakenEquations(inner)
    {
        public override void F1(Sheet sheet, int s, int l)
        {
            Exchanged(sheet, l, used.HasFlag(Used.Forward), () => base.F1(sheet, s, l));
        }

        public override void B7Jacobian(Sheet sheet, int s, int l)
        {
            Exchanged(sheet, l, used.HasFlag(Used.Backward), () => base.B7Jacobian(sheet, s, l));
        }

        public override void U1(Sheet sheet, int l)
        {
            Exchanged(sheet, l, used.HasFlag(Used.Update), () => base.U1(sheet, l));
        }

        public override void U2(Sheet sheet, int l)
        {
            Exchanged(sheet, l, used.HasFlag(Used.Update), () => base.U2(sheet, l));
        }

        private static void Exchanged(Sheet sheet, int l, bool exchanges, Action equation)
        {
            (double[][] W, double[]? b) = (sheet.W[l], sheet.b[l]);
            Layer first = sheet.Example.Network.Layers[l - 1];
            if (exchanges)
            {
                sheet.W[l] = first.W;
                sheet.b[l] = first.b;
            }

            equation();
            sheet.W[l] = W;
            sheet.b[l] = b;
        }
    }
}
