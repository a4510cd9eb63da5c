using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.RegularExpressions;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Tracing;

/// <summary>The traces of traces/ are what the code writes now.</summary>
public class CommittedTraceTests
{
    // exp, ln and tanh may differ in their last bit between systems, and a step passes that on a few dozen times.
    private const double Tolerance = 1e-14;

    // Too large to be committed: 784 inputs.
    private static readonly string[] NotCommitted = ["full-size"];

    public static TheoryData<string> Names => [.. CommittedNames];

    private static string[] CommittedNames => [.. Data.ShippedExamples.Names.Except(NotCommitted)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Text_OfACommittedTrace_IsWhatTheCommandWrites(string name)
    {
        using TemporaryFolder folder = new();
        Write(name, folder.Path);

        string file = $"{name}.trace.txt";
        AssertSameText(Committed(file), File.ReadAllBytes(Path.Combine(folder.Path, file)), name);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void JsonLines_OfACommittedTrace_AreWhatTheCommandWrites(string name)
    {
        using TemporaryFolder folder = new();
        Write(name, folder.Path);

        string file = $"{name}.trace.jsonl";
        byte[] actual = File.ReadAllBytes(Path.Combine(folder.Path, file));
        bool sameSystem = OperatingSystem.IsLinux() && RuntimeInformation.ProcessArchitecture == Architecture.X64;
        if (sameSystem)
        {
            AssertSameText(Committed(file), actual, name);
        }

        string? difference = Difference(Lines(Committed(file)), Lines(actual));
        Assert.True(difference is null, $"traces/{file}: {difference}. {HowToRegenerate(name)}");
    }

    [Fact]
    public void Traces_InTheirFolder_AreThoseOfTheShippedExamples()
    {
        IEnumerable<string> expected = CommittedNames.SelectMany(name => new string[] { $"{name}.trace.jsonl", $"{name}.trace.txt" });
        IEnumerable<string?> found = Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName);

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
    }

    [Theory]
    [InlineData(0.3, 1e-13, false)]
    [InlineData(0.3, 1e-15, true)]
    [InlineData(1000.0, 1e-12, true)]
    [InlineData(1000.0, 1e-10, false)]
    public void Difference_OfANumber_IsMeasuredAgainstItsSizeOrOne(double value, double error, bool isSmall)
    {
        string[] expected = [Invariant($$"""{"symbol":"L","values":[1,{{value:R}}]}""")];
        string[] actual = [Invariant($$"""{"symbol":"L","values":[1,{{value + error:R}}]}""")];

        Assert.Equal(isSmall, Difference(expected, actual) is null);
    }

    [Theory]
    [InlineData("mazur", "other")]
    [InlineData("z1 = W1 x + b1", "z1 = W1 x")]
    [InlineData("\"operands\":[\"W1\"", "\"operands\":[\"W2\"")]
    [InlineData("[0.15,0.2,0.25,0.3]", "[0.15,0.2,0.25]")]
    [InlineData("[0.15,0.2,0.25,0.3]", "null")]
    [InlineData("{\"end\"", "\n{\"end\"")]
    public void Difference_OfAnythingButNumbers_IsTold(string before, string after)
    {
        string text = Encoding.UTF8.GetString(Committed("mazur.trace.jsonl"));
        Assert.Contains(before, text, StringComparison.Ordinal);

        Assert.NotNull(Difference(text.Split('\n'), text.Replace(before, after, StringComparison.Ordinal).Split('\n')));
    }

    [Theory]
    [InlineData("tiny")]
    [InlineData("full-size")]
    public void Write_OfTwoRuns_GivesTheSameBytes(string name)
    {
        using TemporaryFolder first = new();
        using TemporaryFolder second = new();
        Write(name, first.Path);
        Write(name, second.Path);

        foreach (string file in new string[] { $"{name}.trace.txt", $"{name}.trace.jsonl" })
        {
            Assert.Equal(File.ReadAllBytes(Path.Combine(first.Path, file)), File.ReadAllBytes(Path.Combine(second.Path, file)));
        }
    }

    private static string Folder => Path.Combine(Repository.Top, "traces");

    private static byte[] Committed(string file)
    {
        string path = Path.Combine(Folder, file);
        Assert.True(File.Exists(path), $"traces/{file} is missing. {HowToRegenerate(file.Split('.')[0])}");
        return File.ReadAllBytes(path);
    }

    private static void Write(string name, string folder)
    {
        CommandRun run = CommandRun.Of("trace", name, "--out", folder);
        Assert.Equal("", run.Error);
        Assert.Equal(ExitStatus.Done, run.Status);
    }

    private static void AssertSameText(byte[] expected, byte[] actual, string name)
    {
        if (expected.AsSpan().SequenceEqual(actual))
        {
            return;
        }

        string[] committed = Encoding.UTF8.GetString(expected).Split('\n');
        string[] written = Encoding.UTF8.GetString(actual).Split('\n');
        int line = committed.Zip(written).TakeWhile(pair => pair.First == pair.Second).Count();
        string was = line < committed.Length ? committed[line] : "(nothing)";
        string now = line < written.Length ? written[line] : "(nothing)";
        Assert.Fail($"The committed trace of {name} is not what the code writes now. Line {line + 1} was\n{was}\nand is\n{now}\n{HowToRegenerate(name)}");
    }

    private static string HowToRegenerate(string name)
    {
        return $"If the change is meant, look at it as if you had to sign it, and regenerate: loopnet trace {name} --out traces";
    }

    private static string[] Lines(byte[] trace) => Encoding.UTF8.GetString(trace).Split('\n');

    // Everything but the numbers has to be the same; a number may be off by the tolerance, against its size or 1.
    private static string? Difference(string[] expected, string[] actual)
    {
        if (expected.Length != actual.Length)
        {
            return "another number of lines";
        }

        for (int line = 0; line < expected.Length; line++)
        {
            (string words, double[] numbers) = WordsAndNumbers(expected[line]);
            (string wordsNow, double[] numbersNow) = WordsAndNumbers(actual[line]);
            bool isSame = words == wordsNow && numbers.Length == numbersNow.Length;
            if (!isSame || !numbers.Zip(numbersNow).All(pair => Math.Abs(pair.First - pair.Second) <= Tolerance * Math.Max(1.0, Math.Abs(pair.First))))
            {
                return $"line {line + 1} was\n{expected[line]}\nand is\n{actual[line]}\n";
            }
        }

        return null;
    }

    private static (string Words, double[] Numbers) WordsAndNumbers(string line)
    {
        Match values = Regex.Match(line, @"""values"":\[(?<numbers>[^\]]*)\]");
        double[] numbers = values.Success ? [.. values.Groups["numbers"].Value.Split(',').Select(number => double.Parse(number, CultureInfo.InvariantCulture))] : [];
        return (line.Remove(values.Index, values.Length), numbers);
    }
}
