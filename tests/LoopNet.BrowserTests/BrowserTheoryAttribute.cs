namespace LoopNet.BrowserTests;

/// <summary>A test with cases that needs a browser.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class BrowserTheoryAttribute : TheoryAttribute
{
    public BrowserTheoryAttribute() => Skip = Chromium.WhySkipped;
}
