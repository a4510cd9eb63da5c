namespace LoopNet.Checking;

/// <summary>A right number in the wrong place: that of a neighbouring step or sample.</summary>
internal sealed class Misplaced : Mistake
{
    private static readonly (int Steps, int Samples, string Where)[] Ways =
    [
        (-1, 0, "of the step before"),
        (1, 0, "of the step after"),
        (0, -1, "of the sample before"),
        (0, 1, "of the sample after"),
    ];

    public override string Title => "Number of another step or sample";

    public override string Equation => "all";

    public override string Right => "the number of this step and this sample";

    public override string Wrong => "the number of the same name, one step or one sample away";

    public override string Explanation =>
        "The number is right, but it belongs to a neighbouring step or sample. Steps count from 1 and begin before their update: what holds after 10,000 updates is found in step 10,001.";

    public override string? SeenIn => "Matt Mazur, A Step by Step Backpropagation Example (2015): its loss after 10,000 updates; hmkcode (2018): the hidden outputs after the update";

    public override string ShownIn => "mazur";

    public override string ShownBy => "2/0/L";

    public override bool IsSlip => true;

    public override IEnumerable<Variant> Variants(Example example)
    {
        foreach ((int steps, int samples, string where) in Ways)
        {
            if (samples == 0 || BatchMean.HasBatches(example))
            {
                yield return Variant(where, inner => inner) with { Shift = new Shift(steps, samples) };
            }
        }
    }
}
