using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes a worksheet as an answers file to fill in: JSON with comments, and null for every number.</summary>
public static class WorksheetJson
{
    private const int MostInALine = 10;

    private static readonly JsonSerializerOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The text of the file, with line feeds.</summary>
    /// <param name="worksheet">The form.</param>
    /// <param name="check">The command line that checks it when it is filled in.</param>
    /// <param name="key">What fills it in; null for a blank form.</param>
    public static string Write(Worksheet worksheet, string check, WorksheetKey? key = null)
    {
        ArgumentNullException.ThrowIfNull(worksheet);
        StringBuilder text = new();
        AppendComment(text, key is null
            ? $"Worksheet for {worksheet.Header.Example}: put your number in the place of each null; what stays null is a blank."
            : $"Key to the worksheet for {worksheet.Header.Example}.");
        AppendComment(text, "A number is judged to the digits that you write; in quotes (\"0.50\") it keeps its last zeros.");
        text.Append($"// To check it:\n//   {check}\n//\n");
        foreach (string sentence in WorksheetWords.Conventions(worksheet))
        {
            AppendComment(text, sentence);
        }

        text.Append("//\n// Given:\n");
        foreach (WorksheetItem given in worksheet.Givens)
        {
            AppendComment(text, $"  {given.Called} = {Numbers(given, worksheet.Given(given))}", margin: "      ");
        }

        if (WorksheetWords.Repetition(worksheet) is string again)
        {
            AppendComment(text, $"  {again}", margin: "  ");
        }

        text.Append("{\n").Append(Notation(worksheet.Names));
        string? place = null;
        for (int index = 0; index < worksheet.Blanks.Count; index++)
        {
            WorksheetItem blank = worksheet.Blanks[index];
            string here = blank.Place;
            text.Append(index == 0 ? "" : "\n");
            text.Append(here == place ? "" : $"  // {here}\n\n");
            place = here;
            AppendComment(text, $"{blank.Record.Equation,-3} {blank.Formula}   ({WorksheetWords.Shape(blank.Shape)})", indent: "  ", margin: "    ");
            text.Append($"  \"{blank.Called}\": {Content(blank.Shape, "  ", new Queue<string>(key?.Of(blank) ?? []))}{(index == worksheet.Blanks.Count - 1 ? "" : ",")}\n");
        }

        return text.Append("}\n").ToString();
    }

    // Answers that are not in the example's own notation say in which they are.
    private static string Notation(OwnNames names)
    {
        if (names.Notation is not Notation notation || notation == names.Example.Notation)
        {
            return "";
        }

        object content = (object?)notation.Name ?? new
        {
            layout = notation.Layout == WeightLayout.InputUnit ? "input-unit" : "unit-input",
            labels = notation.Labels.ToDictionary(label => label.Label, label => label.Meaning, StringComparer.Ordinal),
        };
        return $"  \"notation\": {JsonSerializer.Serialize(content, Options)},\n";
    }

    private static void AppendComment(StringBuilder text, string sentence, string indent = "", string margin = "")
    {
        foreach (string line in FittedLines.Of($"{indent}// {sentence}", FittedLines.StandardWidth, $"{indent}// {margin}"))
        {
            text.Append($"{line}\n");
        }
    }

    // A vector on one line where it is short, else ten numbers to a line; of more dimensions, the rows below each other.
    private static string Content(IReadOnlyList<int> shape, string indent, Queue<string> numbers)
    {
        if (shape.Count == 0)
        {
            return numbers.TryDequeue(out string? number) ? number : "null";
        }

        string inner = $"{indent}  ";
        int[] rest = [.. shape.Skip(1)];
        string[] parts = [.. Enumerable.Range(0, shape[0]).Select(_ => Content(rest, inner, numbers))];
        if (shape.Count == 1)
        {
            return $"[{string.Join($",\n{inner}", parts.Chunk(MostInALine).Select(line => string.Join(", ", line)))}]";
        }

        return $"[\n{inner}{string.Join($",\n{inner}", parts)}\n{indent}]";
    }

    private static string Numbers(WorksheetItem given, IReadOnlyList<string> numbers)
    {
        if (numbers.Count == 0)
        {
            return Invariant($"{given.Count:N0} numbers, as in the example's file");
        }

        if (given.Shape.Count == 0)
        {
            return numbers[0];
        }

        string[] rows = [.. numbers.Chunk(given.Shape[^1]).Select(row => $"[{string.Join(", ", row)}]")];
        return given.Shape.Count == 1 ? rows[0] : $"[{string.Join(", ", rows)}]";
    }
}
