using System.Net;
using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LoopNet.Cli;

/// <summary>A page that shows the curves of a training over the whole window, and follows its file while more is to come.</summary>
/// <remarks>
/// The page is one file, with its style (<c>PlotPage.css</c>) and its script (<c>PlotPage.js</c>) in it; a Content-Security-Policy
/// allows these two alone, by their hashes, and a frame for its own file. It asks the network for nothing, and shows what it holds
/// without the script too.
/// </remarks>
internal static class PlotPage
{
    // The plots have no size before the page is shown: their lines are drawn in thousandths.
    private const double Thousand = 1000.0;

    private static readonly string Style = PictureStyle.Common + CurvePlot.Style + Resource("PlotPage.css");
    private static readonly string Script = Resource("PlotPage.js");

    /// <summary>The page.</summary>
    /// <param name="title">What it shows, for example the network and the data.</param>
    /// <param name="state">How far the training is, in words.</param>
    /// <param name="plots">The curves.</param>
    /// <param name="goesOn">Whether more epochs will come.</param>
    public static string Html(string title, string state, IEnumerable<CurvePlot> plots, bool goesOn)
    {
        string heading = WebUtility.HtmlEncode(VisibleText.Of(title));
        string words = WebUtility.HtmlEncode(state);
        string figures = string.Concat(plots.Select(Figure));
        string allowed = $"style-src '{Hash(Style)}'; script-src '{Hash(Script)}'; frame-src 'self' file:";
        string withoutScript = goesOn ? "<p id=\"without-script\">Load this page again to see the epochs that came since.</p>\n" : "";
        return $"""
            <!DOCTYPE html>
            <html lang="en">
            <head>
            <meta charset="utf-8" />
            <meta http-equiv="Content-Security-Policy" content="default-src 'none'; {allowed}; base-uri 'none'; form-action 'none'" />
            <meta name="viewport" content="width=device-width, initial-scale=1" />
            <title>{words}: {heading}</title>
            <style>{Style}</style>
            </head>
            <body>
            <main class="{(goesOn ? "goes-on" : "ended")}">
            <h1>{heading}</h1>
            <p role="status">{words}</p>
            {withoutScript}<div class="plots">
            {figures}</div>
            </main>
            <script>{Script}</script>
            </body>
            </html>

            """;
    }

    private static string Figure(CurvePlot plot)
    {
        SvgWriter svg = new(plot.Title, plot.Description, "plot");
        plot.Draw(svg, Thousand, Thousand);
        string room = plot.HasLongValues ? " class=\"long-values\"" : "";
        return $"<figure{room}>\n{svg}</figure>\n";
    }

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Resource(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
