namespace LoopNet.Checking;

/// <summary>The gradient of one sample taken for that of the batch.</summary>
internal static class OneSampleCounted
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Only one sample of the batch counted",
        Equation = "M1, M2",
        Right = "mean dL/dW_l = 1/N sum_s dL/dW_l of sample s",
        Wrong = "mean dL/dW_l = dL/dW_l of one sample",
        Explanation =
            "The gradient of a single sample was taken for that of the batch, as happens where each sample overwrites the one before. Every sample of the batch is added.",
        ShownIn = "xor-batch",
        ShownBy = "mean dL/dW1[0,0]",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        if (!Alteration.HasBatches(example))
        {
            return [];
        }

        return
        [
            .. Ways(example, last: true, divided: false, "the last sample"),
            .. Ways(example, last: false, divided: false, "the first sample"),
            .. Ways(example, last: true, divided: true, "the last sample, divided by the number of samples"),
            .. Ways(example, last: false, divided: true, "the first sample, divided by the number of samples"),
        ];
    }

    private static IEnumerable<Edit> Ways(Example example, bool last, bool divided, string way) => Alteration.OfBatch(
        Mistake,
        example,
        (step, l) =>
        {
            double[][] batch = step.Record.batch_dL_dW[l];
            double[][] one = step.Samples[last ? step.Count - 1 : 0].dL_dW[l];
            for (int i = 0; i < batch.Length; i++)
            {
                one[i].CopyTo(batch[i], 0);
            }

            Alteration.Scale(batch, divided ? 1.0 / step.Count : 1.0);
        },
        (step, l) =>
        {
            double[] batch = step.Record.batch_dL_db[l];
            step.Samples[last ? step.Count - 1 : 0].dL_db[l].CopyTo(batch, 0);
            Alteration.Scale(batch, divided ? 1.0 / step.Count : 1.0);
        },
        way);
}
