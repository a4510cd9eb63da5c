using System.Text;
using LoopNet.Cli;
using LoopNet.Tests.Data;

namespace LoopNet.Tests.Cli;

/// <summary>The page of files as people bring them: read, or refused, and in which words. LOOPNET_WRITE_DOCS=1 writes it.</summary>
public sealed class FileShapesTests : IDisposable
{
    private const string Page = "docs/files.md";

    private const string Head = """
        # Files as people bring them

        What `loopnet train --data PLACE` says to each kind of file: read, with the line that it prints of the data, or refused, with its sentence. The files are made
        from drawn digits by [a test](../tests/LoopNet.Tests/Cli/Files/FileShape.cs), which also writes these tables, so they say what is so.
        What is in doubt is refused: a wrong reading would give figures that mean something else.


        """;

    private const string Tail = """

        ## Weights and answers

        | file | what it is for |
        |---|---|
        | `.npz` with `W1`, `b1`, `W2`, ... | `--model` of `train`, `evaluate` and `predict`, and `train --save m.npz`. Weights are n x inputs or inputs x n: the shapes say which, and `--layout` says it where they do not. Biases are `(n,)`, `(n, 1)` or `(1, n)` |
        | `.npz` with `dL/dW1` or `dL_dW1`, ... | `check EXAMPLE answers.npz`: doubles count as written with 15 digits, floats of 32 bits with 6; nan is a blank |
        | JSON copied from a web page | `check EXAMPLE answers.json`: `×10^-4`, `×10⁻⁴`, minus signs and dashes, full-width digits, typographic quotes, no-break spaces, `≈` and `∂L/∂W₁` are read; what is not clear is named |
        | PNG, JPEG, BMP, GIF, PGM | `predict --picture`: one digit of your own, made ready as MNIST's were; `data show --picture` shows it |

        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Page_OfAllFiles_SaysWhatIsSo()
    {
        string path = Path.Combine(Repository.Top, Page);
        string text = Text();
        if (Environment.GetEnvironmentVariable("LOOPNET_WRITE_DOCS") == "1")
        {
            File.WriteAllText(path, text);
        }

        Assert.Equal(File.ReadAllText(path), text);
    }

    [Fact]
    public void EveryFile_ThatIsNotText_IsNamedAndNotToldToBeCorrected()
    {
        foreach (FileShape shape in FileShape.All.Where(shape => shape.Bytes.Contains((byte)0) || (shape.Bytes is [.., > 127])))
        {
            CommandRun run = Run(_folder.Write(shape.Name, shape.Bytes), shape.Options);
            Assert.DoesNotContain("correct the line", run.Error, StringComparison.Ordinal);
            Assert.DoesNotContain("get the file again", run.Error, StringComparison.Ordinal);
        }
    }

    private string Text()
    {
        StringBuilder text = new(Head);
        text.Append("## Files\n\n| file | | the words |\n|---|---|---|\n");
        foreach (FileShape shape in FileShape.All)
        {
            text.Append(Row(shape.What, Run(_folder.Write(shape.Name, shape.Bytes), shape.Options)));
        }

        text.Append("\n## Folders\n\n| folder | | the words |\n|---|---|---|\n");
        foreach ((string what, (string Path, byte[] Bytes)[] files) in FileShape.Folders)
        {
            using TemporaryFolder folder = new();
            foreach ((string name, byte[] bytes) in files)
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.Join(folder.Path, name))!);
                folder.Write(name, bytes);
            }

            CommandRun run = Run(folder.Path, []);
            text.Append(Row(what, run with { Output = run.Output.Replace(folder.Path, "FOLDER", StringComparison.Ordinal), Error = run.Error.Replace(folder.Path, "FOLDER", StringComparison.Ordinal) }));
        }

        return text.Append(Tail.TrimStart('\n').Insert(0, "\n")).ToString();
    }

    private static CommandRun Run(string place, string[] options) => CommandRun.Of(["train", "--epochs", "0", "--data", place, .. options]);

    private string Row(string what, CommandRun run)
    {
        bool isRead = run.Status == ExitStatus.Done;
        string words = isRead ? CommandRun.Lines(run.Output)[1]["data".Length..].Trim() : run.Error["loopnet: ".Length..].Trim();
        words = words.Replace($"{_folder.Path}/", "", StringComparison.Ordinal).Replace("|", "\\|", StringComparison.Ordinal).Replace("<", "&lt;", StringComparison.Ordinal);
        return $"| {what} | {(isRead ? "read" : "refused")} | {words} |\n";
    }
}
