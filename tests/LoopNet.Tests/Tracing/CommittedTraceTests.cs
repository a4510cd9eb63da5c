using System.Text;
using LoopNet.Cli;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Tracing;

/// <summary>The traces of traces/ are what the code writes now.</summary>
public class CommittedTraceTests
{
    // Too large to be committed: 784 inputs.
    private static readonly string[] NotCommitted = ["full-size"];

    public static TheoryData<string> Names => [.. CommittedNames];

    private static string[] CommittedNames => [.. Data.ShippedExamples.Names.Except(NotCommitted)];

    [Theory]
    [MemberData(nameof(Names))]
    public void CommittedTrace_OnEverySystem_IsByteForByteWhatTheCommandWrites(string name)
    {
        using TemporaryFolder folder = new();
        Write(name, folder.Path);

        foreach (string file in new string[] { $"{name}.trace.txt", $"{name}.trace.jsonl" })
        {
            AssertSameText(Committed(file), File.ReadAllBytes(Path.Combine(folder.Path, file)), name);
        }
    }

    [Fact]
    public void Traces_InTheirFolder_AreThoseOfTheShippedExamples()
    {
        IEnumerable<string> expected = CommittedNames.SelectMany(name => new string[] { $"{name}.trace.jsonl", $"{name}.trace.txt" });
        IEnumerable<string?> found = Directory.GetFileSystemEntries(Folder, "*", SearchOption.AllDirectories).Select(Path.GetFileName);

        Assert.Equal(expected.Order(StringComparer.Ordinal), found.Order(StringComparer.Ordinal));
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
}
