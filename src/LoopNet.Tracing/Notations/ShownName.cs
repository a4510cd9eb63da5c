namespace LoopNet.Tracing;

/// <summary>A number or a tensor as it is shown.</summary>
/// <param name="Text">The text, without step and sample.</param>
/// <param name="Factor">What LoopNet's number is multiplied by.</param>
/// <param name="Label">The label that is shown; null where it is LoopNet's name.</param>
internal sealed record ShownName(string Text, LabelFactor Factor, OwnLabel? Label)
{
    /// <summary>Whether the text tells the sample.</summary>
    public bool HasSample => Label is not null && (Label.Rows is not null || Label.Sample is not null);

    /// <summary>Whether the text tells the step.</summary>
    public bool HasStep => Label?.Step is not null;
}
