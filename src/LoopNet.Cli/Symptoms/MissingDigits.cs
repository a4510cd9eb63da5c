using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Digits that do not occur among the training digits or the test digits.</summary>
internal static class MissingDigits
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Digits are missing";

    private const string Remedy = "--split 90/10 --shuffle puts all digits together, shuffles them and splits them anew (--shuffle without --split leaves both sets as they are)";

    /// <summary>Looks for them.</summary>
    /// <param name="training">The training digits.</param>
    /// <param name="test">The test digits.</param>
    public static IEnumerable<Symptom> In(DigitSet training, DigitSet test)
    {
        int[] learned = training.CountPerClass();
        int[] tested = test.CountPerClass();
        int[] never = [.. Enumerable.Range(0, DigitSet.ClassCount).Where(digit => learned[digit] == 0)];
        int[] untested = [.. Enumerable.Range(0, DigitSet.ClassCount).Where(digit => tested[digit] == 0 && learned[digit] > 0)];
        if (never.Length > 0 && training.Count >= Symptom.FewestDigits)
        {
            bool isTested = never.Any(digit => tested[digit] > 0);
            string remedy = isTested ? $", and there are some among the test digits; {Remedy}" : "";
            yield return new Symptom(Heading, $"no training digit is labelled {List(never)}, so the network never learns to say so{remedy}");
        }

        if (untested.Length > 0 && test.Count >= Symptom.FewestDigits)
        {
            yield return new Symptom(Heading, $"no test digit is labelled {List(untested)}, as where the rows of a file are sorted, so the accuracy says nothing of these; {Remedy}");
        }
    }

    private static string List(int[] digits)
    {
        return digits.Length == 1 ? Invariant($"{digits[0]}") : Invariant($"{string.Join(", ", digits[..^1])} or {digits[^1]}");
    }
}
