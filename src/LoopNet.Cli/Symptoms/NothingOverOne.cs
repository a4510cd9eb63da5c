using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>Bytes of which none is over 1: pixels that were divided by 255 already, and are divided once more.</summary>
internal static class NothingOverOne
{
    /// <summary>The heading of its explanation.</summary>
    public const string Heading = "Pixels divided twice";

    /// <summary>Looks for it.</summary>
    /// <param name="training">The training digits.</param>
    public static Symptom? In(DigitSet training)
    {
        return !training.IsRaw && training.LargestPixel() == 1
            ? new Symptom(Heading, Invariant($"no pixel is over 1, and each is divided by 255: they look divided already; --pixels raw takes them as they are"))
            : null;
    }
}
