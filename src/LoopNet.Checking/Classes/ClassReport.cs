using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>A mistake of a class, and how many made it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Count">On how many sheets it was found.</param>
public sealed record ClassMistake(string Name, int Count);

/// <summary>The sheets of a class, graded.</summary>
public sealed class ClassReport
{
    private ClassReport(string subject, IReadOnlyList<ClassLine> lines)
    {
        Subject = subject;
        Lines = lines;
        Mistakes = [.. lines.SelectMany(line => line.Mistakes).CountBy(name => name, StringComparer.Ordinal).OrderBy(mistake => mistake.Key == MistakeLabel.Unknown).ThenByDescending(mistake => mistake.Value).Select(mistake => new ClassMistake(mistake.Key, mistake.Value))];
    }

    /// <summary>What the class was asked: the name of the example, or the folder of the exercises.</summary>
    public string Subject { get; }

    /// <summary>The sheets: of one example in the order in which they were given, of exercises in that of their IDs.</summary>
    public IReadOnlyList<ClassLine> Lines { get; }

    /// <summary>Whether each student had an exercise of its own.</summary>
    public bool IsOfExercises { get; private init; }

    /// <summary>What is behind the wrong numbers, the commonest first; last, on how many sheets nothing known is.</summary>
    public IReadOnlyList<ClassMistake> Mistakes { get; }

    /// <summary>IDs of which there is more than one sheet.</summary>
    public IReadOnlyList<string> Doubled => [.. Lines.Where(line => line.File.Length > 0 && line.Id.Length > 0).CountBy(line => line.Id, StringComparer.OrdinalIgnoreCase).Where(id => id.Value > 1).Select(id => id.Key)];

    /// <summary>How many sheets have a status.</summary>
    public int Count(SheetStatus status) => Lines.Count(line => line.Status == status);

    /// <summary>Whether no number is wrong on any sheet that was graded.</summary>
    public bool AllRight => Lines.All(line => line.Report is null || line.Report.AllRight);

    /// <summary>Grades sheets of one example: what counts is what at least half of them have a place for.</summary>
    /// <param name="example">The example.</param>
    /// <param name="lines">The sheets, checked.</param>
    /// <param name="floor">The fewest points of a sheet that is graded.</param>
    public static ClassReport OfOneExample(Example example, IReadOnlyList<ClassLine> lines, int floor)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(lines);
        IReadOnlyList<NumberName> asked = AskedNumbers.OfMost([.. lines.Select(line => line.Report).OfType<CheckReport>()]);
        return new ClassReport(example.Name, [.. lines.Select(line => line.Graded(asked, floor))]);
    }

    /// <summary>Grades sheets of exercises, each with an example of its own: what counts is what its steps ask for.</summary>
    /// <param name="subject">The folder of the exercises.</param>
    /// <param name="lines">The sheets, checked.</param>
    /// <param name="floor">The fewest points of a sheet that is graded.</param>
    public static ClassReport OfExercises(string subject, IReadOnlyList<ClassLine> lines, int floor)
    {
        ArgumentNullException.ThrowIfNull(subject);
        ArgumentNullException.ThrowIfNull(lines);
        IEnumerable<ClassLine> graded = lines.Select(line => line.Report is null ? line : line.Graded(AskedNumbers.Of(line.Report.Example, line.Report.Example.Steps), floor));
        return new ClassReport(subject, [.. graded.OrderBy(line => line.Id.Length == 0).ThenBy(line => line.Id, StringComparer.OrdinalIgnoreCase)]) { IsOfExercises = true };
    }
}
