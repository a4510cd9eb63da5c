namespace LoopNet.Tracing;

/// <summary>How far an explanation goes, and how its numbers are written.</summary>
public sealed record ExplanationOptions
{
    /// <summary>How many numbers are explained where nobody asks for another limit.</summary>
    public const int StandardLength = 1000;

    /// <summary>How many levels there are where nobody asks for another limit: enough for several steps of a deep network.</summary>
    public const int StandardDepth = 60;

    /// <summary>How many levels there are below the number itself.</summary>
    public int Depth { get; init; } = StandardDepth;

    /// <summary>How many numbers are explained at most; the others are named with their values.</summary>
    public int Length { get; init; } = StandardLength;

    /// <summary>Whether gradients have their central difference beside them.</summary>
    public bool Numeric { get; init; }

    /// <summary>How numbers are written; 10 significant digits by default.</summary>
    public Numbers Numbers { get; init; } = new(Numbers.DefaultDigits);

    /// <summary>The notation of the explanation; null for that of the example.</summary>
    public Notation? Notation { get; init; }

    /// <summary>Which names are shown, where there is a notation.</summary>
    public NamesShown Names { get; init; }
}
