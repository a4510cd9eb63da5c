namespace LoopNet.Checking;

/// <summary>A step that divides its batch gradients by the number of samples once more, or takes a division back.</summary>
internal sealed class BatchMean(StepEquations inner, bool divides) : MistakenEquations(inner)
{
    public static bool HasBatches(Example example) => Math.Min(example.BatchSize, example.Samples.Count) > 1;

    public override void M1(Sheet sheet, int l)
    {
        base.M1(sheet, l);
        Scale(sheet.batch_dL_dW[l], divides ? 1.0 / sheet.Count : sheet.Count);
    }

    public override void M2(Sheet sheet, int l)
    {
        base.M2(sheet, l);
        Scale(sheet.batch_dL_db[l], divides ? 1.0 / sheet.Count : sheet.Count);
    }
}
