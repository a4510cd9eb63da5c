using System.Runtime.InteropServices;
using System.Text;
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

        string? difference = Difference(TraceReader.Parse(Committed(file)), TraceReader.Parse(actual));
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
        ReadTrace trace = TraceReader.Parse(Committed("mazur.trace.jsonl"));
        ReadRecord first = trace.Records[0];
        ReadTrace expected = trace with { Records = [first with { Values = [value] }] };
        ReadTrace actual = trace with { Records = [first with { Values = [value + error] }] };

        Assert.Equal(isSmall, Difference(expected, actual) is null);
    }

    [Fact]
    public void Difference_OfAnythingButNumbers_IsTold()
    {
        ReadTrace trace = TraceReader.Parse(Committed("mazur.trace.jsonl"));
        ReadRecord first = trace.Records[0];

        Assert.NotNull(Difference(trace, trace with { Records = [] }));
        Assert.NotNull(Difference(trace, trace with { Header = trace.Header with { Loss = "cross-entropy" } }));
        Assert.NotNull(Difference(trace, trace with { Records = [first with { Formula = "another" }, .. trace.Records.Skip(1)] }));
        Assert.NotNull(Difference(trace, trace with { Records = [first with { Operands = ["x"] }, .. trace.Records.Skip(1)] }));
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

    // Everything but the numbers has to be the same; a number may be off by the tolerance, against its size or 1.
    private static string? Difference(ReadTrace expected, ReadTrace actual)
    {
        if (Described(expected.Header) != Described(actual.Header) || expected.Records.Count != actual.Records.Count)
        {
            return "another header, or another number of records";
        }

        foreach ((ReadRecord left, ReadRecord right) in expected.Records.Zip(actual.Records))
        {
            if (Described(left) != Described(right) || left.Values?.Length != right.Values?.Length)
            {
                return $"{left.Key}: another record";
            }

            for (int i = 0; i < (left.Values?.Length ?? 0); i++)
            {
                double error = Math.Abs(left.Values![i] - right.Values![i]);
                if (!(error <= Tolerance * Math.Max(1.0, Math.Abs(left.Values[i]))))
                {
                    return $"{left.Key}, number {i}: was {left.Values[i]:R} and is {right.Values[i]:R}";
                }
            }
        }

        return null;
    }

    private static string Described(ReadHeader header)
    {
        return string.Join('|', header with { Sizes = [], Activations = [] }, string.Join(',', header.Sizes), string.Join(',', header.Activations));
    }

    private static string Described(ReadRecord record)
    {
        return string.Join('|', ExpectedRecord.Of(record), record.Formula, string.Join(',', record.Operands), record.Note);
    }
}
