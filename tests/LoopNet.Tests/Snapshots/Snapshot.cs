using System.Runtime.CompilerServices;
using System.Text;

namespace LoopNet.Tests.Snapshots;

/// <summary>A text, and the files that it is kept in: <c>Class.Method_parameter=value.verified.txt</c>.</summary>
internal sealed class Snapshot(string text, string testFile, string method)
{
    // As the library has it: with a byte order mark, line feeds, and no line feed at the end unless the text has one.
    private static readonly UTF8Encoding Encoding = new(encoderShouldEmitUTF8Identifier: true);

    private string[]? _values;

    /// <summary>Puts the parameters of the test into the names of the files.</summary>
    /// <param name="values">One value for each parameter of the method, in its order.</param>
    /// <exception cref="InvalidOperationException">A second call, which the library takes for the only one.</exception>
    public Snapshot UseParameters(params string[] values)
    {
        if (_values is not null)
        {
            throw new InvalidOperationException("A second UseParameters: Verify would forget the values of the first. Give all of them in one call.");
        }

        _values = values;
        return this;
    }

    /// <summary>Compares when the snapshot is awaited.</summary>
    public TaskAwaiter GetAwaiter() => Compare().GetAwaiter();

    private async Task Compare()
    {
        string path = Path.Combine(Path.GetDirectoryName(testFile)!, SnapshotName.Of(testFile, method, _values ?? []));
        string verifiedPath = $"{path}.verified.txt";
        string receivedPath = $"{path}.received.txt";
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
