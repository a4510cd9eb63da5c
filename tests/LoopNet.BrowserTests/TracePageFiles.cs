using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.BrowserTests;

/// <summary>Traces that the command has written, each of them once for all tests: the page, and the text to hold it against.</summary>
public sealed class TracePageFiles : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, string> _pages = new(StringComparer.Ordinal);

    public void Dispose() => _folder.Dispose();

    /// <summary>The page of an example; its text stands beside it.</summary>
    /// <param name="example">The name of a shipped example, or a file.</param>
    /// <param name="notation">The notation; empty for that of the example.</param>
    public string Page(string example, string notation = "")
    {
        string key = $"{example} {notation}";
        if (!_pages.TryGetValue(key, out string? page))
        {
            string folder = Path.Combine(_folder.Path, $"{_pages.Count}");
            string[] more = notation.Length == 0 ? [] : ["--notation", notation];
            CommandRun run = CommandRun.Of(["trace", example, "--format", "txt,html", "--out", folder, .. more]);
            Assert.Equal("", run.Error);
            page = CommandRun.Lines(run.Output).Single(path => path.EndsWith(".html", StringComparison.Ordinal));
            _pages.Add(key, page);
        }

        return page;
    }

    /// <summary>The text of a page's trace.</summary>
    public static string TextBeside(string page) => File.ReadAllText(Path.ChangeExtension(page, ".txt"));

    /// <summary>Writes a file for a test.</summary>
    public string Write(string name, string text) => _folder.WriteText(name, text);
}
