using System.Diagnostics;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

public class CompletionTests
{
    [Theory]
    [InlineData("tra", "trace", "train")]
    [InlineData("chec", "check")]
    [InlineData("data d", "download")]
    [InlineData("train --le", "--learning-rate")]
    [InlineData("train --loss mean", "mean-squared-error")]
    [InlineData("train --hidden ", "identity", "leaky-relu", "relu", "sigmoid", "softmax", "tanh")]
    [InlineData("trace ma", "mazur")]
    [InlineData("help wo", "worksheet")]
    [InlineData("completion ", "bash", "fish", "powershell", "zsh")]
    [InlineData("evaluate --model ")]
    public void Suggest_AtTheEndOfALine_NamesWhatMayStandThere(string line, params string[] words)
    {
        CommandRun run = CommandRun.Of(Invariant($"[suggest:{line.Length}]"), line);

        Assert.Equal(ExitStatus.Done, run.Status);
        Assert.Equal("", run.Error);
        Assert.Equal(words, CommandRun.Lines(run.Output).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Suggest_OfNothing_NamesEveryVerb()
    {
        string[] words = CommandRun.Lines(CommandRun.Of("[suggest:0]", "").Output);

        Assert.Contains("train", words);
        Assert.Contains("completion", words);
        Assert.DoesNotContain(words, word => word.StartsWith('-'));
    }

    [Theory]
    [InlineData("bash", "complete -o default -F _loopnet loopnet")]
    [InlineData("zsh", "compdef _loopnet loopnet")]
    [InlineData("fish", "complete -c loopnet")]
    [InlineData("powershell", "Register-ArgumentCompleter -Native -CommandName loopnet")]
    public void Completion_OfEachShell_AsksThisProgram(string shell, string line)
    {
        string script = CommandRun.Of("completion", shell).Output;

        Assert.Contains(line, script, StringComparison.Ordinal);
        Assert.Contains("LoopNet.Cli", script, StringComparison.Ordinal);
        Assert.DoesNotContain("PROGRAM", script, StringComparison.Ordinal);
    }

    // The shells themselves, where they are: bash is on every system with a unix shell, the others are not.
    [Theory]
    [InlineData("bash", """COMP_LINE='loopnet tra'; COMP_POINT=11; COMP_WORDS=(loopnet tra); COMP_CWORD=1; _loopnet; printf '%s\n' "${COMPREPLY[@]}" """)]
    [InlineData("fish", """complete -C 'loopnet tra'""")]
    public void Completion_InTheShell_CompletesAVerb(string shell, string ask)
    {
        if (OperatingSystem.IsWindows() || !IsInstalled(shell))
        {
            Assert.True(OperatingSystem.IsWindows() || shell != "bash", "Every unix has bash where the tests run.");
            return;
        }

        string script = CommandRun.Of("completion", shell).Output;

        string answer = Run(shell, "-c", $"{script}\n{ask}");

        Assert.Equal(["trace", "train"], answer.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split('\t')[0]).Where(word => word.StartsWith("tra", StringComparison.Ordinal)).Distinct().Order(StringComparer.Ordinal));
    }

    private static bool IsInstalled(string shell)
    {
        string[] folders = (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator);
        return folders.Any(folder => File.Exists(Path.Combine(folder, shell)));
    }

    private static string Run(string program, params string[] args)
    {
        ProcessStartInfo start = new(program, args) { UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true };
        using Process process = Process.Start(start)!;
        string error = process.StandardError.ReadToEnd();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal("", error);
        return output;
    }
}
