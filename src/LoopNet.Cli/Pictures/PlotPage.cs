using System.Net;

namespace LoopNet.Cli;

/// <summary>A page that shows one picture, and loads itself again while more is to come.</summary>
/// <remarks>
/// The browser does that by itself from a line in the head of the page, so it needs neither a script nor a server: a file
/// opened from the disk is renewed as well. The last version lacks the line, and stays.
/// </remarks>
internal static class PlotPage
{
    private const int SecondsBetween = 2;

    /// <summary>The page.</summary>
    /// <param name="title">What the picture shows.</param>
    /// <param name="state">How far the training is, in words, for the tab of the browser and for those who hear the page.</param>
    /// <param name="svg">The picture.</param>
    /// <param name="renews">Whether the page loads itself again.</param>
    public static string Html(string title, string state, string svg, bool renews)
    {
        string renewal = renews ? $"<meta http-equiv=\"refresh\" content=\"{SecondsBetween}\" />\n" : "";
        string heading = WebUtility.HtmlEncode(VisibleText.Of($"{state}: {title}"));
        return $$"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta name="viewport" content="width=device-width" />
            <meta name="color-scheme" content="light dark" />
            {{renewal}}<title>{{heading}}</title>
            <style>
            body { margin: 1rem; background: #ffffff; color: #1f2328; font: 15px system-ui, sans-serif; }
            p { max-width: 1100px; margin: 0.5rem auto; text-align: center; }
            svg { display: block; width: 100%; max-width: 1100px; height: auto; margin: 0 auto; }
            @media (prefers-color-scheme: dark) { body { background: #16181d; color: #e6e8eb; } }
            </style>
            </head>
            <body>
            {{svg}}<p role="status">{{WebUtility.HtmlEncode(state)}}</p>
            </body>
            </html>

            """;
    }
}
