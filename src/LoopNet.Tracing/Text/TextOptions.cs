using System.IO.Enumeration;

namespace LoopNet.Tracing;

/// <summary>What a person wants to see of a trace's text.</summary>
public sealed record TextOptions
{
    /// <summary>How numbers are written; 10 significant digits by default.</summary>
    public Numbers Numbers { get; init; } = new(Numbers.DefaultDigits);

    /// <summary>The notation of the text; null for that of the example.</summary>
    public Notation? Notation { get; init; }

    /// <summary>Which names the text shows, where there is a notation.</summary>
    public NamesShown Names { get; init; }

    /// <summary>A pattern for symbols, in which <c>*</c> stands for anything, for example <c>dL/*</c>; null for all of them.</summary>
    public string? Only { get; init; }

    /// <summary>Whether a tensor is shown.</summary>
    public bool Shows(string symbol) => Only is null || FileSystemName.MatchesSimpleExpression(Only, symbol, ignoreCase: false);
}
