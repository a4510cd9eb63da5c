using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

/// <summary>Two mistakes in the same answers are told apart.</summary>
public class PairNamingTests
{
    private const double LeastNamed = 0.80;
    private const double MostFalse = 0.02;

    private static readonly int Count = FullRun.Count(usual: 50, full: 500);

    [Fact]
    public void Of_AnswersWithTwoMistakes_NamesBothInMostCases()
    {
        int[] outcomes = new int[Enum.GetValues<PairOfMistakes.Told>().Length];
        int drawn = 0;
        for (int seed = 0; drawn < Count; seed++)
        {
            if (PairOfMistakes.Draw(seed) is PairOfMistakes pair)
            {
                drawn++;
                CheckReport report = AnswerCheck.Of(pair.Example, pair.Answers);
                outcomes[(int)pair.Outcome(report)]++;
            }
        }

        string told = string.Join(", ", Enum.GetValues<PairOfMistakes.Told>().Select(outcome => $"{outcome} {outcomes[(int)outcome]}"));
        Assert.True(outcomes[(int)PairOfMistakes.Told.Both] >= LeastNamed * Count, told);
        Assert.True(outcomes[(int)PairOfMistakes.Told.Falsely] <= MostFalse * Count, told);
    }
}
