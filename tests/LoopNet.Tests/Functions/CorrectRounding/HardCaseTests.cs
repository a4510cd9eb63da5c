using System.Globalization;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>
/// Arguments whose value lies within 2^-45 units in the last place of the middle between two doubles: those that the search in
/// tests/LoopNet.Benchmarks found, and, where they are at hand, some 3,700 for each function from published lists.
/// </summary>
public class HardCaseTests
{
    private static readonly string Own = Path.Combine(AppContext.BaseDirectory, "Functions", "CorrectRounding", "hard-cases.txt");

    public static TheoryData<string> Names => RoundedFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfHardCases_IsTheNearestDouble(string name)
    {
        HardCase[] cases = OwnCases(name);

        Assert.True(cases.Length >= 36);
        Assert.All(cases, hard => Assert.True(hard.Closeness >= 45));
        Assert.Empty(Wrong(cases, RoundedFunction.Named(name).Value));
        Assert.Empty(Wrong(cases, RoundedFunction.Named(name).Verifying));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AccuratePhase_OfHardCases_IsTheNearestDouble(string name)
    {
        HardCase[] cases = OwnCases(name);
        RoundedFunction function = RoundedFunction.Named(name);

        Assert.Empty(Wrong(cases, x => function.Accurate(x, 192)));
        Assert.All(cases, hard => Assert.True(function.Enclose(hard.Argument, 192).TryRound(out _), "192 bits are enough"));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void AccuratePhase_WithTooFewBitsAtFirst_TakesMore(string name)
    {
        HardCase[] cases = OwnCases(name);
        RoundedFunction function = RoundedFunction.Named(name);

        Assert.All(cases, hard => Assert.False(function.Enclose(hard.Argument, 72).TryRound(out _)));
        Assert.Empty(Wrong(cases, x => function.Accurate(x, 72)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void QuickPhase_WithATestThatAlwaysPasses_IsWrongForHardCases(string name)
    {
        HardCase[] cases = OwnCases(name);

        // A sum that is this close to a middle falls on either side.
        Assert.InRange(Wrong(cases, RoundedFunction.Named(name).Quick).Length, cases.Length / 6, cases.Length * 5 / 6);
    }

    [HardCasesFact]
    public void Value_OfPublishedHardCases_IsTheNearestDouble()
    {
        foreach (RoundedFunction function in RoundedFunction.All)
        {
            HardCase[] cases = HardCase.Read(Path.Combine(HardCasesFactAttribute.Folder, $"{function.Name}.txt"), words => words);

            Assert.True(cases.Length > 3000);
            Assert.Empty(Wrong(cases, function.Value));
            Assert.Empty(Wrong(cases, function.Verifying));
        }
    }

    private static HardCase[] OwnCases(string name) => HardCase.Read(Own, words => words[0] == name ? words[1..] : []);

    private static string[] Wrong(HardCase[] cases, Func<double, double> function)
    {
        return [.. cases.Where(hard => !function(hard.Argument).Equals(hard.Nearest)).Select(hard => hard.Argument.ToString("R", CultureInfo.InvariantCulture))];
    }

    /// <param name="Argument">x.</param>
    /// <param name="Nearest">The double nearest to the value.</param>
    /// <param name="Closeness">c: the value lies within 2^-c units in the last place of the middle.</param>
    private sealed record HardCase(double Argument, double Nearest, int Closeness)
    {
        /// <summary>Reads lines of argument, nearest double and closeness; a line for which <paramref name="pick"/> gives nothing is passed over.</summary>
        public static HardCase[] Read(string path, Func<string[], string[]> pick)
        {
            IEnumerable<string[]> lines = File.ReadLines(path).Where(line => !line.StartsWith('#')).Select(line => pick(line.Split(' ')));
            return [.. lines.Where(words => words.Length == 3).Select(words => new HardCase(HexNumber.Parse(words[0]), HexNumber.Parse(words[1]), int.Parse(words[2])))];
        }
    }
}
