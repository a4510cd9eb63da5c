namespace LoopNet.Tracing;

/// <summary>Which names a text shows.</summary>
public enum NamesShown
{
    /// <summary>Labels in place of LoopNet's names.</summary>
    Own,

    /// <summary>LoopNet's names, in the layout of the notation.</summary>
    LoopNet,

    /// <summary>Labels, and LoopNet's names behind those of the numbers that are explained.</summary>
    Both,
}
