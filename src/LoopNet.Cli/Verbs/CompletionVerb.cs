using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet completion</c>: what a shell has to be told to complete this command.</summary>
internal static class CompletionVerb
{
    private const string Explanation = """
        Prints a script for a shell. When the shell has read it, the Tab key completes verbs, options, their values and the names of shipped
        examples; where nothing of that fits, it completes names of files. The shell has to know the command as loopnet, for example as an alias.

        bash reads it with eval "$(loopnet completion bash)", zsh with eval "$(loopnet completion zsh)", fish with loopnet completion fish | source,
        PowerShell with loopnet completion powershell | Out-String | Invoke-Expression. In the file that the shell reads when it starts,
        that line makes it last.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Argument<string> shell = new("SHELL") { Description = $"The shell: {string.Join(", ", CompletionScript.Shells)}." };
        shell.CompletionSources.Add([.. CompletionScript.Shells]);
        return new Verb("completion", "print a script that completes this command in a shell")
        {
            Explanation = Explanation,
            Examples = [("loopnet completion bash", "The script for bash.")],
            Takes = [shell],
            Run = parse =>
            {
                string name = parse.GetValue(shell)!;
                string script = CompletionScript.For(name, CompletionScript.ThisProgram())
                    ?? throw new UsageException($"there is no script for '{name}'{Instead(name)}");
                terminal.Output.Write($"{script}\n");
                return ExitStatus.Done;
            },
        };
    }

    private static string Instead(string name)
    {
        string question = NearWord.Question(name, CompletionScript.Shells);
        return question.Length > 0 ? question : $"; the shells are {string.Join(", ", CompletionScript.Shells)}";
    }
}
