using System.CommandLine;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Makes the exercises of a command line, writes their files and says what they tell.</summary>
/// <param name="parse">The command line.</param>
/// <param name="plan">What the exercises are to be.</param>
/// <param name="students">For whom they are.</param>
/// <param name="sheets">Which sheets are written beside them.</param>
/// <param name="terminal">Where the report goes.</param>
internal sealed class ExerciseWriter(ParseResult parse, ExercisePlan plan, ExerciseStudents students, ExerciseSheets sheets, Terminal terminal)
{
    /// <summary>Makes one exercise.</summary>
    /// <param name="path">Its file; null for standard output.</param>
    public int WriteOne(string? path)
    {
        (string id, string name) = students.Ids(parse) is [(string, string) one] ? one : ("", path is null ? "exercise" : Example.NameFrom(Path.GetFileNameWithoutExtension(path)));
        OutputFile file = new("--out", path);
        (OutputFile worksheet, OutputFile key) = sheets.Beside(parse, path);
        OutputFile[] files = [file, worksheet, key];
        foreach (OutputFile output in files)
        {
            output.Check();
        }

        if (path is not null && !OutputFile.HasEnding(path, ".json"))
        {
            throw new UsageException($"--out {path}: an exercise is a JSON file; give a name that ends in .json");
        }

        OutputFile.CheckApart(files);
        ExerciseMaker maker = new(plan, terminal.Interrupted);
        Exercise exercise = maker.Make(name, students.Seed(parse), id, terminal.Interrupted);
        Write(exercise, id, path, worksheet.Path, key.Path);
        foreach (OutputFile output in files.Where(output => output.Path is not null))
        {
            terminal.Output.WriteLine(output.Path);
        }

        Tell([exercise], isNote: path is null);
        return ExitStatus.Done;
    }

    /// <summary>Makes an exercise for each student, into a folder.</summary>
    /// <param name="folder">The folder, which is new or empty.</param>
    public int WriteFolder(string? folder)
    {
        (string Id, string Name)[] ids = students.Ids(parse);
        if (folder is null)
        {
            throw new UsageException($"{students.Several(parse)} makes several exercises: give --out FOLDER");
        }

        if (File.Exists(folder) || (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any()))
        {
            throw new UsageException($"--out {folder}: there is something already; give a new folder, or an empty one");
        }

        _ = sheets.InFolder(parse, folder, "ID");
        ExerciseMaker maker = new(plan, terminal.Interrupted);
        OutputFile.CheckFolder(folder, "--out");
        List<Exercise> exercises = [];
        foreach ((string id, string name) in ids)
        {
            (OutputFile worksheet, OutputFile key) = sheets.InFolder(parse, folder, name);
            foreach (string path in new[] { worksheet.Path, key.Path }.OfType<string>())
            {
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            }

            exercises.Add(maker.Make(name, students.Seed(parse), id, terminal.Interrupted));
            Write(exercises[^1], id, Path.Join(folder, $"{name}.json"), worksheet.Path, key.Path);
        }

        terminal.Output.WriteLine($"{folder}: {NumberText.Count(exercises.Count, "exercise")}, {ids[0].Name}.json to {ids[^1].Name}.json");
        Tell(exercises, isNote: false);
        return ExitStatus.Done;
    }

    private void Write(Exercise exercise, string id, string? path, string? worksheet, string? key)
    {
        string text = ExampleText.Write(exercise.Example, Head(exercise, id));
        if (path is null)
        {
            terminal.Output.Write(text);
        }
        else
        {
            WholeFile.Write(path, text);
        }

        if (worksheet is not null)
        {
            ExerciseSheets.WriteWorksheet(exercise, worksheet, $"loopnet check {(path is null ? "EXAMPLE" : ShellWord.Of(path))} {ShellWord.Of(worksheet)}");
        }

        if (key is not null)
        {
            ExerciseSheets.WriteKey(exercise, key);
        }
    }

    // From seed and ID it can be made again.
    private List<string> Head(Exercise exercise, string id)
    {
        string whose = id.Length == 0 ? "" : $" for {id}";
        List<string> head = [Invariant($"Exercise{whose}, seed {students.Seed(parse)}; numbers to {plan.Digits} significant digits.")];
        if (exercise.Sums.Count > 0)
        {
            string sample = plan.Samples == 1 ? "" : " of the first sample";
            head.Add($"Weighted sums{sample} in step 1: {string.Join("; ", exercise.Sums)}.");
        }

        return head;
    }

    private void Tell(IReadOnlyList<Exercise> exercises, bool isNote)
    {
        foreach (string line in ExerciseSummary.Of(exercises))
        {
            if (isNote)
            {
                terminal.Note(line);
            }
            else
            {
                terminal.Output.WriteLine(line);
            }
        }
    }
}
