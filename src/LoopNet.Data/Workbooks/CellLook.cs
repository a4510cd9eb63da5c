namespace LoopNet.Data;

/// <summary>How a cell looks.</summary>
public enum CellLook
{
    /// <summary>Text as it is.</summary>
    Plain,

    /// <summary>The title of a sheet.</summary>
    Title,

    /// <summary>The heading of a part of a sheet.</summary>
    Heading,

    /// <summary>The id or the formula of an equation.</summary>
    Equation,

    /// <summary>The name of what stands beside it, or above it.</summary>
    Name,

    /// <summary>A remark in a small grey type.</summary>
    Remark,

    /// <summary>A number that is there to be changed.</summary>
    Given,

    /// <summary>A number that follows from others.</summary>
    Computed,

    /// <summary>A number on the way to others, which no trace has.</summary>
    Helper,

    /// <summary>A box to write in.</summary>
    Blank,
}
