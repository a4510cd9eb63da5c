namespace LoopNet.Checking;

/// <summary>What exercises of one kind tell and do not tell, in sentences.</summary>
public static class ExerciseSummary
{
    /// <summary>The sentences, one to a line.</summary>
    /// <param name="exercises">The exercises, at least one, all made from one plan.</param>
    public static IReadOnlyList<string> Of(IReadOnlyList<Exercise> exercises)
    {
        ArgumentNullException.ThrowIfNull(exercises);
        Exercise first = exercises[0];
        string[] texts = [.. exercises.SelectMany(exercise => exercise.Key).Select(number => number.Text)];
        string longest = texts.MaxBy(text => text.Length)!;
        int seen = exercises.Min(exercise => exercise.Seen.Count);
        string each = exercises.Count == 1 ? "" : "each ";
        List<string> lines =
        [
            Invariant($"{first.Key.Count} numbers to write {each}to {first.Plan.Digits} digits, the longest {longest}; {Words.Count(exercises.Sum(exercise => exercise.Draws), "draw")}."),
            Invariant($"{seen} known mistakes give another number{(exercises.Count == 1 ? "" : " in each")}."),
        ];
        Add(lines, "Mistakes that change no number here", exercises, exercise => exercise.Missing.Select(mistake => mistake.Title));
        Add(lines, "Ways of a mistake that change no number here", exercises, Partly);
        Add(lines, "Mistakes that give the same numbers, made in some way", exercises, exercise => exercise.Alike.Select(pair => $"{pair.First.Mistake!.Title} and {pair.Second.Mistake!.Title}"));
        int refused = exercises.Count(exercise => !exercise.IsAccepted);
        if (refused > 0)
        {
            lines.Add(exercises.Count == 1 ? "Other draws of this kind tell more: take another seed." : Invariant($"{Words.Count(refused, "exercise")} tell less than others of this kind: take another seed."));
        }

        return lines;
    }

    private static IEnumerable<string> Partly(Exercise exercise)
    {
        return exercise.Unseen.Where(way => !exercise.Missing.Contains(way.Mistake!)).Select(way => way.Where.Length == 0 ? way.Mistake!.Title : $"{way.Mistake!.Title} ({way.Where})");
    }

    // What holds of all exercises is said plainly; of the others, of how many it holds.
    private static void Add(List<string> lines, string heading, IReadOnlyList<Exercise> exercises, Func<Exercise, IEnumerable<string>> statements)
    {
        KeyValuePair<string, int>[] counted = [.. exercises.SelectMany(exercise => statements(exercise).Distinct(StringComparer.Ordinal)).CountBy(statement => statement, StringComparer.Ordinal).OrderByDescending(statement => statement.Value)];
        if (counted.Length > 0)
        {
            IEnumerable<string> told = counted.Select(statement => statement.Value == exercises.Count ? statement.Key : Invariant($"{statement.Key} [in {statement.Value} of {exercises.Count}]"));
            lines.Add($"{heading}: {string.Join("; ", told)}.");
        }
    }
}
