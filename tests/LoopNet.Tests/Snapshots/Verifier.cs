using System.Runtime.CompilerServices;
using System.Text;

namespace LoopNet.Tests.Snapshots;

/// <summary>
/// Stands in for Verify.Xunit, which does not restore everywhere: the same call, the same files. Built with
/// <c>-p:SnapshotLibrary=Verify</c>, the tests use the library itself (docs/testing.md).
/// </summary>
internal static class Verifier
{
    /// <summary>Compares a text with the file of its test, once awaited.</summary>
    public static Snapshot Verify(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        string folder = Path.GetDirectoryName(testFile)!;
        return new Snapshot(text, Path.Combine(folder, $"{Path.GetFileNameWithoutExtension(testFile)}.{method}"));
    }
}

/// <summary>A text, and the files that it is kept in: <c>Class.Method_parameter=value.verified.txt</c>.</summary>
internal sealed class Snapshot(string text, string path)
{
    // As the library has it: with a byte order mark, line feeds, and no line feed at the end unless the text has one.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private string _path = path;

    /// <summary>Adds a parameter of the test to the names of the files.</summary>
    /// <param name="value">The parameter.</param>
    /// <param name="name">Its name: what stands in the call.</param>
    public Snapshot UseParameters(object value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        _path += $"_{name}={value}";
        return this;
    }

    /// <summary>Compares when the snapshot is awaited.</summary>
    public TaskAwaiter GetAwaiter() => Compare().GetAwaiter();

    private async Task Compare()
    {
        string verifiedPath = $"{_path}.verified.txt";
        string receivedPath = $"{_path}.received.txt";
        string received = text.ReplaceLineEndings("\n");
        string? verified = File.Exists(verifiedPath) ? await File.ReadAllTextAsync(verifiedPath) : null;
        if (verified == received)
        {
            File.Delete(receivedPath);
            return;
        }

        await File.WriteAllTextAsync(receivedPath, received, Encoding);
        Assert.Fail($"{Difference(verified, received)}\nReceived: {receivedPath}\nVerified: {verifiedPath}\nTo accept what was received, rename it.");
    }

    private static string Difference(string? verified, string received)
    {
        if (verified is null)
        {
            return "New: there is no verified file yet.";
        }

        string[] old = verified.Split('\n');
        string[] now = received.Split('\n');
        int line = old.Zip(now).TakeWhile(pair => pair.First == pair.Second).Count();
        return $"Not equal, from line {line + 1}:\n- {old.ElementAtOrDefault(line)}\n+ {now.ElementAtOrDefault(line)}";
    }
}
