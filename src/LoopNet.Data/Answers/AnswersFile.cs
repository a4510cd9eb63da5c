namespace LoopNet.Data;

/// <summary>Reads the answers of a hand calculation: a JSON object of names to numbers, or to nested arrays of numbers; a table of names and values; or arrays of NumPy by name.</summary>
/// <remarks>
/// A number may be a string, to keep its printed digits, and null is a blank. The digits of every number are kept as they are written; what comes from
/// a web page is read where it is clear (<see cref="PastedText"/>).
/// Whether a name means anything is for the example to say that the answers belong to. The key <c>notation</c> tells how they are written,
/// and <c>$schema</c> is for editors.
/// </remarks>
public static class AnswersFile
{
    private const string Expected = "a number, a text that holds one, null for a blank, or an array of these";

    /// <summary>Reads answers.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file is missing or of another kind, a name stands in it twice, or a value is neither number nor blank.</exception>
    public static AnswerSet Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        IReadOnlyList<AnswerEntry>? entries =
            NumPyFile.Is(path) ? NumPyAnswers.Read(path)
            : WorkbookReader.Is(path) ? WorkbookAnswers.Read(path)
            : CsvAnswers.IsNamed(path) ? CsvAnswers.Read(path)
            : null;
        return entries is not null
            ? new AnswerSet(entries, Notation: null)
            : JsonFile.Read(path, root => Read(root, Path.GetDirectoryName(Path.GetFullPath(path))), PastedText.Json);
    }

    /// <summary>Reads answers from their text.</summary>
    /// <param name="text">The JSON.</param>
    /// <param name="name">What the text is called in messages.</param>
    /// <exception cref="DataException">As for <see cref="Read(string)"/>.</exception>
    public static AnswerSet Parse(string text, string name)
    {
        ArgumentNullException.ThrowIfNull(text);
        ArgumentNullException.ThrowIfNull(name);
        return JsonFile.Parse(PastedText.Json(text), name, root => Read(root, null));
    }

    private static AnswerSet Read(JsonPlace root, string? folder)
    {
        List<AnswerEntry> entries = [];
        Notation? notation = null;
        foreach ((string name, JsonPlace place) in root.Members(_ => true, "the name of a number"))
        {
            switch (name)
            {
                case "$schema":
                    break;
                case "notation":
                    notation = NotationFile.Read(place, folder);
                    break;
                default:
                    Add(entries, name, place, [], []);
                    break;
            }
        }

        return new AnswerSet(entries, notation);
    }

    private static void Add(List<AnswerEntry> entries, string name, JsonPlace place, int[] index, int[] lengths)
    {
        if (place.IsArray)
        {
            JsonPlace[] elements = place.Elements("numbers");
            for (int i = 0; i < elements.Length; i++)
            {
                Add(entries, name, elements[i], [.. index, i], [.. lengths, elements.Length]);
            }

            return;
        }

        if (!place.IsNull && !place.IsNumberOrText)
        {
            throw place.Wrong(place.Found(), Expected);
        }

        string? written = place.IsNull ? null : place.Literal();
        string? literal = written is null ? null : PastedText.Number(written);
        if (literal is not null && NumberHint.For(literal) is string hint)
        {
            throw place.Wrong(place.Found(), hint);
        }

        if (literal is not null && LetterName.FirstUnusual(written!) is string letter && !NumberHint.IsNumber(literal))
        {
            throw place.Wrong($"{place.Found()} with {letter} in it", "a number in plain letters, for example -0.0360 or 3.6e-2, or null for a blank");
        }

        entries.Add(new AnswerEntry(Indexed(name, index), literal, place.Position, lengths));
    }

    // A key may have an index of its own, a row of a matrix for example: the places in its array follow that index.
    internal static string Indexed(string name, int[] index)
    {
        if (index.Length == 0)
        {
            return name;
        }

        string trimmed = name.TrimEnd();
        string places = string.Join(',', index);
        return trimmed.EndsWith(']') ? $"{trimmed[..^1]},{places}]" : $"{trimmed}[{places}]";
    }
}
