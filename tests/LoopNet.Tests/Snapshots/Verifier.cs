using System.Runtime.CompilerServices;

namespace LoopNet.Tests.Snapshots;

/// <summary>
/// Stands in for Verify.Xunit, which does not restore everywhere: the same call, the same files, and a refusal wherever the library
/// would do something else. Built with <c>-p:SnapshotLibrary=Verify</c>, the tests use the library itself (docs/testing.md).
/// </summary>
internal static class Verifier
{
    /// <summary>Compares a text with the file of its test, once awaited.</summary>
    /// <param name="text">The text. It is not empty and names no folder that the library writes another way.</param>
    /// <param name="testFile">The file of the test; its class has the same name.</param>
    /// <param name="method">The test.</param>
    /// <exception cref="InvalidOperationException">The library would write another text.</exception>
    public static Snapshot Verify(string text, [CallerFilePath] string testFile = "", [CallerMemberName] string method = "")
    {
        if (text.Length == 0)
        {
            throw new InvalidOperationException("The text is empty, and Verify would write emptyString: verify a text that has something in it.");
        }

        foreach (string folder in RewrittenFolders())
        {
            if (folder.Length > 0 && text.Contains(folder, StringComparison.Ordinal))
            {
                throw new InvalidOperationException(
                    $"The text names the folder {folder}, and Verify would write a word such as {{TempPath}} for it: let the test replace it.");
            }
        }

        return new Snapshot(text, testFile, method);
    }

    private static IEnumerable<string> RewrittenFolders()
    {
        string[] folders = [Path.GetTempPath(), Environment.CurrentDirectory, Repository.Top];
        return folders.Select(folder => folder.TrimEnd('/', '\\'));
    }
}
