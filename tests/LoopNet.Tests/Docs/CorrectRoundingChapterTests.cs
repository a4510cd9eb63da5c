using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>The numbers in the chapter on correct rounding: its tables add up, and its bounds and its example are those of the code.</summary>
public partial class CorrectRoundingChapterTests
{
    private static string Chapter => Repository.Read("docs/math.md").Split("\n## 11. Correct rounding\n")[1];

    [Fact]
    public void EveryTable_OfErrors_AddsUpToNoMoreThanItsLastRow()
    {
        MatchCollection tables = Tables().Matches(Chapter);

        Assert.Equal(6, tables.Count);
        foreach (Match table in tables)
        {
            double[] rows = [.. Powers().Matches(table.Value).Select(Power)];
            double together = Power(Together().Match(table.Value));

            Assert.InRange(rows.Length, 4, 8);
            Assert.InRange(rows.Sum(), together / 1.2, together);
        }
    }

    [Fact]
    public void EveryBound_OfTheCode_IsTheOneOfTheChapterAndAboveTheTableBeforeIt()
    {
        Dictionary<string, double> bounds = new(StringComparer.Ordinal)
        {
            ["QuickExp"] = QuickExp.ErrorBound,
            ["QuickTanh"] = QuickTanh.ErrorBound,
            ["QuickLog"] = QuickLog.ErrorBound,
            ["ExpVectors"] = ExpVectors<Lane1>.ErrorBound,
        };
        MatchCollection stated = Bounds().Matches(Chapter);

        Assert.Equal(bounds.Keys.Order(StringComparer.Ordinal), stated.Select(match => match.Groups["name"].Value).Order(StringComparer.Ordinal));
        foreach (Match match in stated)
        {
            Assert.Equal(bounds[match.Groups["name"].Value], Power(match));
            double proven = Power(Together().Matches(Chapter[..match.Index])[^1]);
            double share = match.Groups["name"].Value == "QuickTanh" ? 0.5 : 1.0;
            Assert.InRange(proven * share * 1.003, 0.0, Power(match));
        }
    }

    [Fact]
    public void TheExample_OfTheChapter_IsWhatTheCodeComputes()
    {
        QuickExp.Reduce(-0.3775, out long k, out double r, out _);
        QuickExp.Series(r, out double e, out _);
        QuickExp.Estimate(-0.3775, out double high, out double low, out long m);

        Assert.Contains(Invariant($"`k = {k}`, `m = {m}`, `j = {k & 127}` and `r = {r:R}`"), Chapter, StringComparison.Ordinal);
        Assert.Contains(Invariant($"`e = {e:R}`"), Chapter, StringComparison.Ordinal);
        Assert.Contains(Invariant($"`{high:R} + {low:R}`").Replace('E', 'e'), Chapter, StringComparison.Ordinal);
    }

    [Fact]
    public void EveryThreshold_OfTheChapter_IsWhereTheFunctionChanges()
    {
        Assert.Contains("`x = 709.7827128933841`", Chapter, StringComparison.Ordinal);
        Assert.Contains("`x = -745.1332191019411`", Chapter, StringComparison.Ordinal);
        Assert.Equal(double.PositiveInfinity, CorrectlyRounded.Exp(709.7827128933841));
        Assert.True(double.IsFinite(CorrectlyRounded.Exp(Math.BitDecrement(709.7827128933841))));
        Assert.Equal(double.Epsilon, CorrectlyRounded.Exp(-745.1332191019411));
        Assert.Equal(0.0, CorrectlyRounded.Exp(Math.BitDecrement(-745.1332191019411)));
    }

    private static double Power(Match match) => Math.Pow(2.0, double.Parse(match.Groups["power"].Value, CultureInfo.InvariantCulture));

    [GeneratedRegex(@"^\| what is rounded.*?\*\*together\*\*[^\n]*", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Tables();

    [GeneratedRegex(@"\| 2\^(?<power>-[\d.]+) \|$", RegexOptions.Multiline)]
    private static partial Regex Powers();

    [GeneratedRegex(@"\| \*\*together\*\* \| \*\*2\^(?<power>-[\d.]+)\*\* \|")]
    private static partial Regex Together();

    [GeneratedRegex(@"`(?<name>\w+)\.ErrorBound` is 2\^(?<power>-\d+)")]
    private static partial Regex Bounds();
}
