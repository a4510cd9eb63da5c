namespace LoopNet.Checking;

/// <summary>Reads the right numbers; a step that has no finite result ends the check.</summary>
internal sealed class RightReader(AskedIndex index, int count, Example example) : NumberReader(index, count)
{
    public override void Finished(Sheet sheet)
    {
        for (int s = 0; s < sheet.Count; s++)
        {
            SampleSheet sample = sheet.Samples[s];
            string? element = double.IsFinite(sample.L[0]) ? null : "L";
            double value = sample.L[0];
            for (int l = sheet.LastLayer; l >= 1 && element is null; l--)
            {
                int i = Array.FindIndex(sample.dL_dz[l], slope => !double.IsFinite(slope));
                if (i >= 0)
                {
                    (element, value) = ($"dL/dz{l}[{i}]", sample.dL_dz[l][i]);
                }
            }

            if (element is not null)
            {
                int updates = Batch.CountPerPass(example.Samples.Count, example.BatchSize);
                Batch batch = Batch.Of(example.Samples, null, example.BatchSize, (sheet.Step - 1) % updates);
                throw new NonFiniteException(element, value, s).InExample(example.Name, sheet.Step, batch.IndexOf(s));
            }
        }
    }
}
