namespace LoopNet.Checking;

/// <summary>A step in which the gradient of the loss is multiplied by something: B1, or B3 where the output layer goes straight to a - y.</summary>
internal sealed class ScaledLossGradient(StepEquations inner, double factor) : MistakenEquations(inner)
{
    public override void B1(Sheet sheet, int s)
    {
        base.B1(sheet, s);
        Scale(sheet.Samples[s].dL_da[sheet.LastLayer], factor);
    }

    public override void B3(Sheet sheet, int s, int l)
    {
        base.B3(sheet, s, l);
        if (l == sheet.LastLayer && (sheet.HasShortcut || sheet.Samples[s].Saturated))
        {
            Scale(sheet.Samples[s].dL_dz[l], factor);
        }
    }
}
