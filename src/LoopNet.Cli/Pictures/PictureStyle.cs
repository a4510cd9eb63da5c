namespace LoopNet.Cli;

/// <summary>What all pictures share: paper, ink and type, on a light and on a dark page.</summary>
/// <remarks>
/// A picture brings its paper along, so that it stays readable where the page around it is light and the system dark, or the
/// other way round. Red, blue and orange are chosen to differ in lightness too, for people who do not see red and green
/// apart; and no colour carries a meaning alone.
/// </remarks>
internal static class PictureStyle
{
    /// <summary>The rules of CSS that every picture begins with.</summary>
    public const string Common = """

        .picture { color: #1f2328; font: 13px system-ui, -apple-system, "Segoe UI", Roboto, "DejaVu Sans", sans-serif; }
        .paper { fill: #ffffff; }
        text { fill: currentColor; }
        .title { font-size: 16px; font-weight: 600; }
        .soft { fill: #57606a; }
        .small { font-size: 12px; }
        .strong { font-weight: 700; }
        .middle { text-anchor: middle; }
        .end { text-anchor: end; }
        .frame { fill: none; stroke: #6e7781; stroke-width: 1; }
        .grid { stroke: #d8dde3; stroke-width: 1; }
        @media (prefers-color-scheme: dark) {
        .picture { color: #e6e8eb; }
        .paper { fill: #16181d; }
        .soft { fill: #a9b1bb; }
        .frame { stroke: #8b949e; }
        .grid { stroke: #343a43; }
        }

        """;
}
