namespace LoopNet.Data;

/// <summary>Where a line of a table has the digit's label.</summary>
public enum LabelPlace
{
    /// <summary>Where its header says, else in the first column.</summary>
    Found,

    /// <summary>Before the pixels.</summary>
    First,

    /// <summary>After the pixels.</summary>
    Last,
}
