namespace LoopNet.Checking;

/// <summary>The binary cross-entropy with its second term, that of 1 - y, counted otherwise than once.</summary>
internal static class SecondTerm
{
    /// <summary>The ways to count it otherwise.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="example">The example.</param>
    /// <param name="times">How often it is counted.</param>
    public static IEnumerable<Edit> Ways(Mistake mistake, Example example, double times)
    {
        if (example.Network.Loss is BinaryCrossEntropy { IsStandard: true })
        {
            yield return mistake.Way(right => InTheLoss(right, times), "in the loss");
            yield return mistake.Way(right => InTheGradient(InTheLoss(right, times), times), "in the loss and in its gradient");
            yield return mistake.Way(right => InTheGradient(right, times), "in the gradient");
        }
    }

    private static StepEquations InTheLoss(StepEquations right, double times) => right with
    {
        F3 = right.F3.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            sample.L = 0.0;
            for (int i = 0; i < sample.y.Length; i++)
            {
                (double a, double y) = (sample.a[l][i], sample.y[i]);
                sample.L += Term(y, a) + Counted(times, Term(1.0 - y, 1.0 - a));
            }
        }),
    };

    private static StepEquations InTheGradient(StepEquations right, double times) => right with
    {
        B1 = right.B1.Then((step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            for (int i = 0; i < sample.y.Length; i++)
            {
                (double a, double y) = (sample.a[l][i], sample.y[i]);
                sample.dL_da[l][i] = Counted(times, Ratio(1.0 - y, 1.0 - a)) - Ratio(y, a);
            }
        }),
    };

    // What is not counted may be infinite.
    private static double Counted(double times, double term) => times == 0.0 ? 0.0 : times * term;

    private static double Term(double y, double a) => y == 0.0 ? 0.0 : -y * CorrectlyRounded.Log(a);

    private static double Ratio(double y, double a) => y == 0.0 ? 0.0 : y / a;
}
