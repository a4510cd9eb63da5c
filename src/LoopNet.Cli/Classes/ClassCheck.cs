using LoopNet.Checking;
using LoopNet.Data;
using LoopNet.Tracing;

namespace LoopNet.Cli;

/// <summary>Grades the sheets of a class. A sheet that cannot be read has a line of its own, and does not stop the others.</summary>
/// <param name="names">The names in which numbers are read and shown.</param>
/// <param name="floor">The fewest points of a sheet that is graded.</param>
/// <param name="cancellation">Ends the grading.</param>
internal sealed class ClassCheck(SheetNames names, int floor, CancellationToken cancellation)
{
    /// <summary>Grades sheets of one example.</summary>
    /// <param name="exampleArgument">The example, as it is named on the command line.</param>
    /// <param name="files">The sheets.</param>
    public ClassReport OfOneExample(string exampleArgument, IReadOnlyList<SheetFile> files)
    {
        Example example = ExampleArgument.Resolve(exampleArgument);
        return ClassReport.OfOneExample(example, [.. files.Select(file => Line(file, StudentName.Stem(file.Name), () => example))], floor);
    }

    /// <summary>Grades sheets of exercises, each paired with its own by its name.</summary>
    /// <param name="folder">The folder of the exercises.</param>
    /// <param name="files">The sheets.</param>
    public ClassReport OfExercises(string folder, IReadOnlyList<SheetFile> files)
    {
        ExerciseFolder exercises = ExerciseFolder.In(folder);
        List<ClassLine> lines = [.. files.Select(file => Line(file, exercises))];
        HashSet<string> handedIn = [.. lines.Select(line => line.Id)];
        lines.AddRange(exercises.Files.Keys.Where(id => !handedIn.Contains(id)).Select(id => new ClassLine("", id, null, "not handed in")));
        return ClassReport.OfExercises(Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder))), lines, floor);
    }

    private ClassLine Line(SheetFile file, ExerciseFolder exercises)
    {
        if (!File.Exists(file.Path))
        {
            return new ClassLine(file.Name, "", null, "there is no such file");
        }

        IReadOnlyList<string> ids = exercises.Of(file.Name);
        return ids.Count switch
        {
            1 => Line(file, ids[0], () => ExampleFile.Read(exercises.Files[ids[0]])),
            0 => new ClassLine(file.Name, "", null, "fits no exercise: put the ID of one into its name"),
            _ => new ClassLine(file.Name, "", null, $"fits the exercises {string.Join(" and ", ids.Take(3))}: put the ID of one into its name"),
        };
    }

    private ClassLine Line(SheetFile file, string id, Func<Example> example)
    {
        try
        {
            return new ClassLine(file.Name, id, SheetCheck.Of(example(), file.Path, names, cancellation), "");
        }
        catch (Exception exception) when (exception is DataException or TraceException or NonFiniteException or IOException or UnauthorizedAccessException)
        {
            return new ClassLine(file.Name, id, null, Reason(exception.Message, file.Path));
        }
    }

    // The table names the file already.
    private static string Reason(string message, string path) => message.Replace($"{path}: ", "", StringComparison.Ordinal).TrimEnd('.');
}
