using LoopNet.Checking;

namespace LoopNet.Tests.Checking;

public class MistakeNamingTests(Xunit.Abstractions.ITestOutputHelper output)
{
    [Fact]
    public void Explore()
    {
        foreach (int digits in new[] { 4, 6, 9 })
        {
            Dictionary<string, (int Ok, int Bad, int Examples)> stats = [];
            foreach (string name in CheckedExamples.Names)
            {
                Example example = CheckedExamples.Read(name);
                HashSet<string> seen = [];
                foreach (Variant variant in Catalogue.Variants(example))
                {
                    List<GivenAnswer> answers = Learner.Answers(example, [variant], 2, Learner.Digits(digits));
                    CheckReport report = AnswerCheck.Of(example, answers);
                    if (report.AllRight)
                    {
                        continue;
                    }

                    (int ok, int bad, int examples) = stats.GetValueOrDefault(variant.Mistake.Title);
                    if (seen.Add(variant.Mistake.Title))
                    {
                        examples++;
                    }

                    Diagnosis first = report.Diagnoses[0];
                    bool named = first.Findings.Count > 0 && (first.Findings[0].Mistakes[0].Mistake == variant.Mistake || first.Findings.Any(f => f.IsAlike && f.Mistakes[0].Mistake == variant.Mistake));
                    bool alone = report.Diagnoses.Count == 1 && named;
                    if (!alone)
                    {
                        string told = string.Join(" | ", report.Diagnoses.Select(d => $"{d.Number.Name} {d.Number.Literal} {d.Fit} {(d.Findings.Count > 0 ? string.Join("+", d.Findings[0].Mistakes) + " expl " + d.Findings[0].Explains.Count + " contra " + d.Findings[0].Contradicts.Count + " beside " + d.Findings[0].Beside.Count : "")}"));
                        output.WriteLine($"{digits} {name}: {variant}: wrong {report.Count(Verdict.Wrong)}: {told}");
                    }

                    stats[variant.Mistake.Title] = alone ? (ok + 1, bad, examples) : (ok, bad + 1, examples);
                }
            }

            foreach ((string title, (int ok, int bad, int examples)) in stats)
            {
                output.WriteLine($"== {digits} {title}: ok {ok} bad {bad} examples {examples}");
            }
        }
    }
}
