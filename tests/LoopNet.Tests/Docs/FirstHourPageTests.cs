using System.Diagnostics;
using System.Text.RegularExpressions;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests;

/// <summary>docs/first-hour.md as a session: every file of the page is written, every command is run, and what it prints is on the page.</summary>
public sealed partial class FirstHourPageTests : IDisposable
{
    private const string FreshClone = "dotnet run -c Release --project src/LoopNet.Cli -- ";
    private const string Command = "loopnet ";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Session_FromTopToBottom_PrintsWhatThePageShows()
    {
        int commands = 0;
        string page = Repository.Read("docs/first-hour.md");
        foreach (Match block in Blocks().Matches(page))
        {
            string text = block.Groups["text"].Value;
            if (block.Groups["kind"].Value == "json")
            {
                File.WriteAllText(Path.Combine(_folder.Path, block.Groups["file"].Value), text);
                continue;
            }

            string[] lines = [.. text.Split('\n', StringSplitOptions.RemoveEmptyEntries).Where(line => !line.StartsWith("alias ", StringComparison.Ordinal))];
            string printed = string.Concat(lines.Select(Run));
            string shown = block.Groups["output"].Value;
            Assert.Equal(OfAnyMachine(shown), OfAnyMachine(printed));
            commands += lines.Length;
        }

        Assert.Equal(9, commands);
        Assert.Contains($"alias loopnet=\"{FreshClone.Replace("src", "'$PWD/src", StringComparison.Ordinal).Replace("Cli -- ", "Cli' --", StringComparison.Ordinal)}\"", page, StringComparison.Ordinal);
    }

    private string Run(string line)
    {
        string? start = ((string[])[FreshClone, Command]).FirstOrDefault(start => line.StartsWith(start, StringComparison.Ordinal));
        Assert.True(start is not null, line);
        string[] words = [.. Words().Matches(line[start.Length..]).Select(match => match.Value.Trim('\''))];
        ProcessStartInfo info = new("dotnet", [typeof(LoopNetCommand).Assembly.Location, .. words])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            WorkingDirectory = _folder.Path,
        };
        info.Environment.Remove("LOOPNET_DATA");
        using Process process = Process.Start(info)!;
        Task<string> error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return output.ReplaceLineEndings("\n") + error.Result.ReplaceLineEndings("\n");
    }

    // Without what the page says is each machine's own: the engine, the seconds and the speed.
    private static string OfAnyMachine(string text)
    {
        string other = Engine().Replace(text, "");
        other = Seconds().Replace(other, "$1");
        return Speed().Replace(other, "");
    }

    // A file stands below a paragraph that ends with its name and a colon.
    [GeneratedRegex("(?:`(?<file>[\\w.]+)`:\n\n)?```(?<kind>json|sh)\n(?<text>.*?)```(?:\n\n```text\n(?<output>.*?)```)?", RegexOptions.Singleline)]
    private static partial Regex Blocks();

    [GeneratedRegex("'[^']*'|\\S+")]
    private static partial Regex Words();

    [GeneratedRegex("^engine .*\n(?: .*\n)*", RegexOptions.Multiline)]
    private static partial Regex Engine();

    [GeneratedRegex("^( +[0-9]+ +[0-9.]+ % .* [0-9.]{7,}) +[0-9.]+$", RegexOptions.Multiline)]
    private static partial Regex Seconds();

    [GeneratedRegex(" in [0-9.]+ s: [0-9,]+ samples/s")]
    private static partial Regex Speed();
}
