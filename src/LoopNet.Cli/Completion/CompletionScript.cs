namespace LoopNet.Cli;

/// <summary>What a shell has to be told so that it completes <c>loopnet</c>: a function that asks the program for the words.</summary>
/// <remarks>Each asks the program that printed it, by its path: <c>loopnet</c> itself may be an alias, which a function does not see.</remarks>
internal static class CompletionScript
{
    private const string Bash = """
        _loopnet() {
            local first=${COMP_LINE%%[[:space:]]*}
            local line=${COMP_LINE:${#first}+1}
            local IFS=$'\n'
            COMPREPLY=($(compgen -W "$(PROGRAM "[suggest:$((COMP_POINT - ${#first} - 1))]" "$line" 2>/dev/null)" -- "${COMP_WORDS[COMP_CWORD]}"))
        }
        complete -o default -F _loopnet loopnet
        """;

    private const string Zsh = """
        _loopnet() {
            local line="${(j: :)words[2,CURRENT]}"
            local -a found
            found=(${(f)"$(PROGRAM "[suggest:${#line}]" "$line" 2>/dev/null)"})
            compadd -a found
            _files
        }
        (( $+functions[compdef] )) || { autoload -Uz compinit && compinit }
        compdef _loopnet loopnet
        """;

    private const string Fish = """
        function __loopnet_words
            set -l line (string replace -r '^\\S+\\s' '' -- (commandline -cp))
            PROGRAM "[suggest:"(string length -- "$line")"]" "$line" 2>/dev/null
        end
        complete -c loopnet -a '(__loopnet_words)'
        """;

    private const string PowerShell = """
        Register-ArgumentCompleter -Native -CommandName loopnet -ScriptBlock {
            param($word, $ast, $position)
            $typed = $ast.Extent.Text.PadRight($position - $ast.Extent.StartOffset)
            $line = $typed -replace '^\S+\s?', ''
            & PROGRAM "[suggest:$($line.Length)]" "$line" | Where-Object { $_ -like "$word*" } | ForEach-Object {
                [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_)
            }
        }
        """;

    /// <summary>The names of the shells, in the order of the help.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "fish", "powershell"];

    /// <summary>The script for a shell; null where there is none of that name.</summary>
    /// <param name="shell">The shell's name.</param>
    /// <param name="program">The words that start the program, each as it is.</param>
    public static string? For(string shell, IReadOnlyList<string> program)
    {
        string? script = shell switch
        {
            "bash" => Bash,
            "zsh" => Zsh,
            "fish" => Fish,
            "powershell" => PowerShell,
            _ => null,
        };
        string quote = shell == "powershell" ? "''" : "'\\''";
        string words = string.Join(' ', program.Select(word => $"'{word.Replace("'", quote, StringComparison.Ordinal)}'"));
        return script?.ReplaceLineEndings("\n").Replace("PROGRAM", words, StringComparison.Ordinal);
    }

    /// <summary>The words that start the program that runs now: its own file, or <c>dotnet</c> and its library.</summary>
    public static IReadOnlyList<string> ThisProgram()
    {
        string library = typeof(CompletionScript).Assembly.Location;
        string program = Path.ChangeExtension(library, OperatingSystem.IsWindows() ? ".exe" : null);
        return File.Exists(program) ? [program] : ["dotnet", library];
    }
}
