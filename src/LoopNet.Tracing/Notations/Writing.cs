namespace LoopNet.Tracing;

/// <summary>How the products of a formula are written.</summary>
internal enum Writing
{
    /// <summary>As names.</summary>
    Symbols,

    /// <summary>As numbers, with all their factors.</summary>
    Numbers,

    /// <summary>As their values.</summary>
    Values,
}
