using System.Reflection;
using System.Security.Cryptography;
using System.Text;

namespace LoopNet.Tracing;

/// <summary>The frame of a page with its style and its script in it. The policy of the page allows these two, by their hashes, and nothing else.</summary>
internal static class PageTemplate
{
    // In the order of the chapters: a file may use what stands in those before it.
    private static readonly string[] Styles = ["page.css", "tensors.css", "network.css", "panel.css", "print.css"];

    private static readonly string[] Scripts =
    [
        "elements.js", "numbers.js", "trace.js", "equations.js", "formula.js", "view.js", "cover.js", "answers.js", "tensors.js",
        "heatmap.js", "network.js", "explanation.js", "timeline.js", "print.js", "page.js",
    ];

    /// <summary>What stands before the steps and what stands after them.</summary>
    /// <param name="title">The title, as plain text.</param>
    public static (string Before, string After) For(string title)
    {
        string style = Joined(Styles);
        string script = Joined(Scripts);
        string policy = $"default-src 'none'; style-src '{Hash(style)}'; script-src '{Hash(script)}'; base-uri 'none'; form-action 'none'";
        string[] parts = Read("page.html").TrimEnd('\n').Split("{{steps}}\n");
        return (Filled(parts[0]), Filled(parts[1]));

        string Filled(string part) => part
            .Replace("{{policy}}", policy, StringComparison.Ordinal)
            .Replace("{{title}}", PageText.Escaped(title), StringComparison.Ordinal)
            .Replace("{{style}}", style, StringComparison.Ordinal)
            .Replace("{{script}}", script, StringComparison.Ordinal);
    }

    private static string Joined(string[] files) => string.Join('\n', files.Select(Read).Prepend(""));

    private static string Hash(string text) => $"sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}";

    private static string Read(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)!;
        using StreamReader reader = new(stream, Encoding.UTF8);
        return reader.ReadToEnd().ReplaceLineEndings("\n");
    }
}
