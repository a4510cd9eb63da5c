using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>An exercise to be done by hand: its example, the numbers that it asks for, and what they tell of mistakes.</summary>
public sealed class Exercise
{
    internal Exercise(ExercisePlan plan, ExerciseDraw draw, ExerciseNumbers numbers, MistakeSheets sheets)
    {
        Plan = plan;
        Example = draw.Example;
        Sums = [.. Enumerable.Range(1, plan.Last).Where(l => draw.Sums[l - 1].Length > 0).Select(draw.SumsInWords)];
        Key = [.. numbers.Asked.Select((asked, i) => (asked.Name, KeyNumber.Text(numbers.Right[i], plan.Digits)))];
        Seen = [.. sheets.Seen()];
        Missing = [.. sheets.Missing()];
        Unseen = [.. sheets.Unseen().Select(way => sheets.Ways[way])];
        Alike = [.. sheets.Alike().Select(pair => (sheets.Ways[pair.First], sheets.Ways[pair.Second]))];
    }

    /// <summary>What was asked for.</summary>
    public ExercisePlan Plan { get; }

    /// <summary>The example.</summary>
    public Example Example { get; }

    /// <summary>How many draws it took.</summary>
    public required int Draws { get; init; }

    /// <summary>Whether no other draw of its kind was found that tells more.</summary>
    public required bool IsAccepted { get; init; }

    /// <summary>The weighted sums of the first sample that are logarithms, and the biases that make them so, a line for each layer: <c>z1 = ln 3, -ln 2 with b1 = ln 3 - 0.4, -ln 2 + 1.2</c>.</summary>
    public IReadOnlyList<string> Sums { get; }

    /// <summary>The numbers that it asks for, in the order of computation, each as a person writes it down.</summary>
    public IReadOnlyList<(NumberName Name, string Text)> Key { get; }

    /// <summary>The known mistakes that give another number.</summary>
    public IReadOnlyList<Mistake> Seen { get; }

    /// <summary>The known mistakes that give the right numbers, as far as they are written down, in whatever way they are made.</summary>
    public IReadOnlyList<Mistake> Missing { get; }

    /// <summary>Every way to make a known mistake that gives the right numbers, as far as they are written down.</summary>
    public IReadOnlyList<Edit> Unseen { get; }

    /// <summary>Ways to make two mistakes that give the same numbers, as far as they are written down.</summary>
    public IReadOnlyList<(Edit First, Edit Second)> Alike { get; }
}
