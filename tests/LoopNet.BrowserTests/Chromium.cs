namespace LoopNet.BrowserTests;

/// <summary>The browser of this system: Debian's, or the one that the environment variable CHROMIUM names.</summary>
public static class Chromium
{
    private const string Debians = "/usr/bin/chromium";

    /// <summary>Its program.</summary>
    public static string Program => Variable("CHROMIUM") is { Length: > 0 } path ? path : Debians;

    /// <summary>Why the tests are skipped; null where they run. On a build server they run, and fail where there is no browser.</summary>
    public static string? WhySkipped => File.Exists(Program) || Variable("CI").Length > 0 || Variable("LOOPNET_CI").Length > 0
        ? null
        : $"there is no browser {Program}: install Debian's chromium, or name another program in the environment variable CHROMIUM";

    private static string Variable(string name) => Environment.GetEnvironmentVariable(name) ?? "";
}
