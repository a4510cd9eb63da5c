namespace LoopNet.Checking;

/// <summary>A right number in the wrong place: that of a neighbouring step or sample.</summary>
internal static class Misplaced
{
    public static Mistake Mistake { get; } = new()
    {
        Title = "Number of another step or sample",
        Equation = "all",
        Right = "the number of this step and this sample",
        Wrong = "the number of the same name, one step or one sample away",
        Explanation =
            "The number is right, but it belongs to a neighbouring step or sample. Steps count from 1 and begin before their update: what holds after 10,000 updates is found in step 10,001.",
        SeenIn =
            "Matt Mazur, A Step by Step Backpropagation Example (2015): its loss after 10,000 updates; hmkcode (2018): the hidden outputs after the update",
        ShownIn = "mazur",
        ShownBy = "2/0/L",
        Ways = Ways,
    };

    private static IEnumerable<Edit> Ways(Example example)
    {
        foreach ((int steps, int samples, string where) in Neighbours)
        {
            if (samples == 0 || Alteration.HasBatches(example))
            {
                yield return Mistake.Way(right => right, where) with { Shift = new Shift(steps, samples) };
            }
        }
    }

    private static readonly (int Steps, int Samples, string Where)[] Neighbours =
    [
        (-1, 0, "of the step before"),
        (1, 0, "of the step after"),
        (0, -1, "of the sample before"),
        (0, 1, "of the sample after"),
    ];
}
