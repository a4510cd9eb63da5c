using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

public class PairNamingTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void ExplorePairs()
    {
        int both = 0, one = 0, neither = 0, falsely = 0, total = 0;
        System.Diagnostics.Stopwatch watch = System.Diagnostics.Stopwatch.StartNew();
        for (int seed = 0; total < 500; seed++)
        {
            PairOfMistakes? pair = PairOfMistakes.Draw(seed);
            if (pair is null)
            {
                continue;
            }

            total++;
            long before = watch.ElapsedMilliseconds;
            CheckReport report = AnswerCheck.Of(pair.Example, pair.Answers);
            long took = watch.ElapsedMilliseconds - before;
            string outcome = pair.Outcome(report);
            both += outcome == "both" ? 1 : 0;
            one += outcome == "one" ? 1 : 0;
            neither += outcome == "none" ? 1 : 0;
            falsely += outcome == "false" ? 1 : 0;
            if (outcome != "both" || took > 500)
            {
                string told = string.Join(" | ", report.Diagnoses.Select(d => $"{d.Number.Name} {d.Number.Literal} {d.Fit} {(d.Findings.Count > 0 ? string.Join("+", d.Findings[0].Mistakes) + " expl " + d.Findings[0].Explains.Count + " contra " + d.Findings[0].Contradicts.Count + " beside " + string.Join("+", d.Findings[0].Beside) : "")}"));
                output.WriteLine($"{seed} {outcome} {took} ms {pair.Example.Name} answers {pair.Answers.Count} wrong {report.Count(Verdict.Wrong)}: {string.Join(" AND ", pair.Variants)}: {told}");
            }
        }

        output.WriteLine($"== both {both} one {one} none {neither} false {falsely} of {total} in {watch.ElapsedMilliseconds} ms");
    }
}
