using LoopNet.Verifying;
using Xunit.Abstractions;

namespace LoopNet.Tests.Verifying;

/// <summary>Traces with one thing changed in each: none passes, and of changed numbers the right record is named.</summary>
public class AlteredTraceTests(ITestOutputHelper output)
{
    private const double RightlyNamed = 0.95;

    private static readonly int Alterations = FullRun.Count(usual: 250, full: 1000);

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Verify_OfAlteredTraces_PassesNoneAndNamesTheChangedRecord(long seed)
    {
        string[] traces = [.. Traces()];
        int numbers = 0;
        int rightlyNamed = 0;
        Dictionary<string, (int Made, int Named)> kinds = [];
        for (int index = 0; index < Alterations; index++)
        {
            SeededRandom random = new(seed, $"alteration {index}");
            string trace = traces[index % traces.Length];
            TraceAlteration alteration = TraceAlteration.Of(trace, random);
            TraceVerdict verdict = Verified.Verdict(alteration.Text);

            Assert.True(verdict.Outcome == TraceOutcome.DoesNotFollow, $"{trace[..80]}: {alteration.Kind}: {alteration.Change}");
            bool named = verdict.Fault!.Line == alteration.Line;
            (int made, int right) = kinds.GetValueOrDefault(alteration.Kind);
            kinds[alteration.Kind] = (made + 1, right + (named ? 1 : 0));
            if (alteration.Kind is "number" or "sign")
            {
                numbers++;
                rightlyNamed += named ? 1 : 0;
                if (!named)
                {
                    output.WriteLine($"{trace[..60]} line {alteration.Line}: {alteration.Change}; named line {verdict.Fault.Line}: {verdict.Fault.Problem}");
                }
            }
        }

        output.WriteLine(string.Join(", ", kinds.Select(kind => $"{kind.Key} {kind.Value.Named}/{kind.Value.Made}")));
        Assert.True(rightlyNamed >= RightlyNamed * numbers, $"{rightlyNamed} of {numbers} records were named");
    }

    // Every kind of network and rule: the shipped examples, the 27 pairs over two samples and three updates, the oracles.
    private static IEnumerable<string> Traces()
    {
        foreach (string name in Data.ShippedExamples.Names.Where(name => name != "full-size"))
        {
            yield return Verified.Text(Data.ShippedExamples.Read(name));
        }

        foreach (Example pair in PairExamples.All(seed: 3))
        {
            yield return Verified.Text(pair with { BatchSize = 1, Steps = 3 });
        }

        foreach (string name in Oracle.Names.AsEnumerable<object[]>().Select(row => (string)row[0]))
        {
            yield return Verified.Text(Oracle.Read(name).Example);
        }
    }
}
