namespace LoopNet.BrowserTests;

/// <summary>How a page is looked at.</summary>
/// <param name="Width">The width of the window, in CSS pixels.</param>
/// <param name="Height">Its height.</param>
/// <param name="IsDark">Whether the system asks for dark pages.</param>
/// <param name="HasScript">Whether scripts run.</param>
public sealed record View(int Width = 1280, int Height = 800, bool IsDark = false, bool HasScript = true)
{
    /// <summary>The narrowest telephone.</summary>
    public static readonly View Narrow = new(360, 640);

    /// <summary>A projector, or a large screen.</summary>
    public static readonly View Projector = new(1920, 1080);

    /// <summary>The same on a system that asks for dark pages.</summary>
    public View InTheDark() => this with { IsDark = true };
}
