namespace LoopNet.Cli;

/// <summary>The network takes all test digits for the same one.</summary>
internal static class OneAnswer
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "One answer for every digit";

    private const int FewestClasses = 5;

    /// <summary>Looks for it.</summary>
    /// <param name="confusion">How often each test digit was taken for each: <c>[target][predicted]</c>.</param>
    public static Symptom? In(int[][] confusion)
    {
        int count = confusion.Sum(row => row.Sum());
        int classes = confusion.Count(row => row.Sum() > 0);
        int answer = Array.FindIndex([.. Enumerable.Range(0, confusion.Length)], digit => confusion.Sum(row => row[digit]) == count);
        return answer >= 0 && count >= Symptom.FewestDigits && classes >= FewestClasses
            ? new Symptom(Heading, Invariant($"the answer to all {count:N0} test digits is {answer}, and {NumberText.Percent(confusion[answer][answer], count)} of them are one"))
            : null;
    }
}
