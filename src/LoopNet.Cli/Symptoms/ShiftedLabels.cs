namespace LoopNet.Cli;

/// <summary>Most test digits are taken for the one beside them: their labels look shifted.</summary>
internal static class ShiftedLabels
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Labels shifted by one";

    private const double Most = 0.5;

    /// <summary>Looks for it.</summary>
    /// <param name="confusion">How often each test digit was taken for each: <c>[target][predicted]</c>.</param>
    public static Symptom? In(int[][] confusion)
    {
        int count = confusion.Sum(row => row.Sum());
        if (count < Symptom.FewestDigits || OneAnswer.In(confusion) is not null)
        {
            return null;
        }

        foreach (int shift in (int[])[1, confusion.Length - 1])
        {
            int beside = Enumerable.Range(0, confusion.Length).Sum(target => confusion[target][(target + shift) % confusion.Length]);
            if (beside >= Most * count)
            {
                string which = shift == 1 ? "one more than its label says (a 0 for a 9)" : "one less than its label says (a 9 for a 0)";
                return new Symptom(Heading, Invariant($"{NumberText.Percent(beside, count)} of the test digits are taken for {which}: the labels look shifted by one"));
            }
        }

        return null;
    }
}
