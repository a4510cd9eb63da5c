using System.Net;
using System.Text;

namespace LoopNet.Checking;

/// <summary>Writes a worksheet as a page to print on A4 or Letter: one file of HTML with nothing to load and nothing to run.</summary>
public static class WorksheetHtml
{
    private const int MostLines = 6;
    private const int MostBeside = 2;

    // dL/db is dL/dz once more: there is nothing to work out.
    private const string CopyingEquation = "B6";

    /// <summary>The text of the page, with line feeds.</summary>
    /// <param name="worksheet">The form.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    public static string Write(Worksheet worksheet, WorksheetKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        StringBuilder text = new();
        string title = $"{(key is null ? "Worksheet" : "Key")}: {worksheet.Header.Example}";
        text.Append("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n");
        text.Append("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n");
        text.Append("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n");
        text.Append($"<title>{Escaped(title)}</title>\n<style>\n{WorksheetStyle.Rules}</style>\n</head>\n<body>\n");
        text.Append($"<header>\n<h1>{Escaped(title)}</h1>\n");
        text.Append(key is null ? "<p class=\"name\"><span>Name</span><span>Date</span></p>\n" : "");
        text.Append("</header>\n<ul>\n");
        foreach (string sentence in worksheet.Conventions)
        {
            text.Append($"<li>{Escaped(sentence)}</li>\n");
        }

        text.Append($"</ul>\n{WorksheetNetwork.Drawing(worksheet)}<h2>Given</h2>\n<div class=\"givens\">\n");
        foreach (WorksheetItem given in worksheet.Givens)
        {
            WriteGiven(text, worksheet, given);
        }

        text.Append("</div>\n").Append(worksheet.Repetition is string again ? $"<p>{Escaped(again)}</p>\n" : "");
        string? place = null;
        foreach (WorksheetItem blank in worksheet.Blanks)
        {
            text.Append(blank.Place == place ? "" : $"<h2>{Escaped(blank.Place)}</h2>\n");
            place = blank.Place;
            WriteBlank(text, worksheet, blank, key);
        }

        return text.Append("</body>\n</html>\n").ToString();
    }

    internal static string Escaped(string text) => WebUtility.HtmlEncode(text);

    private static void WriteGiven(StringBuilder text, Worksheet worksheet, WorksheetItem given)
    {
        IReadOnlyList<string> values = worksheet.Given(given);
        bool isNamedByBox = given.Shape.Count == 0;
        text.Append("<section class=\"given\">\n").Append(isNamedByBox ? "" : $"<p><code>{Escaped(given.Called)}</code></p>\n");
        if (values.Count == 0)
        {
            text.Append(Invariant($"<p>{given.Count:N0} numbers, as in the example's file.</p>\n"));
        }
        else
        {
            WriteBoxes(text, given, place => Escaped(values[place]));
        }

        text.Append("</section>\n");
    }

    private static void WriteBlank(StringBuilder text, Worksheet worksheet, WorksheetItem blank, WorksheetKey? key)
    {
        IReadOnlyList<string>? values = key?.Of(blank);
        int[] asked = [.. Enumerable.Range(0, blank.Count).Where(place => !worksheet.IsZeroByPlace(blank, place))];
        bool isNarrow = blank.Shape.Count == 0 || blank.Shape[^1] <= MostBeside;
        text.Append("<section class=\"blank\">\n");
        text.Append($"<p class=\"equation\"><b>{Escaped(blank.Record.Equation ?? "")}</b> <code>{Escaped(blank.Formula ?? blank.Called)}</code> <small>({Escaped(WorksheetWords.Shape(blank.Shape))})</small></p>\n");
        text.Append(isNarrow ? "<div class=\"beside\">\n" : "<div>\n");
        if (values is null && blank.Record.Equation != CopyingEquation)
        {
            text.Append("<div class=\"work\">").Insert(text.Length, "<i></i>", Math.Min(asked.Length, MostLines)).Append("</div>\n");
        }

        WriteBoxes(text, blank, place => worksheet.IsZeroByPlace(blank, place) ? "0" : Escaped(values?[place] ?? ""));
        text.Append("</div>\n</section>\n");
    }

    // A line of boxes for each row; a long row goes on below. The name of a number stands above its box.
    private static void WriteBoxes(StringBuilder text, WorksheetItem item, Func<int, string> content)
    {
        IReadOnlyList<string> names = item.Names;
        int columns = item.Shape.Count == 0 ? 1 : item.Shape[^1];
        text.Append("<div class=\"boxes\">\n");
        for (int row = 0; row < names.Count / columns; row++)
        {
            text.Append("<div class=\"row\">");
            for (int place = row * columns; place < (row + 1) * columns; place++)
            {
                string written = content(place);
                text.Append($"<div class=\"number\"><code>{Escaped(names[place])}</code><span>{written}</span></div>");
            }

            text.Append("</div>\n");
        }

        text.Append("</div>\n");
    }
}
