namespace LoopNet.Data;

/// <summary>Reads a notation: how somebody writes the numbers of an example. docs/notation.md describes it.</summary>
public static class NotationFile
{
    /// <summary>The keys of a notation.</summary>
    internal static readonly string[] Keys = ["$schema", "description", "layout", "labels"];

    private const int LongestLabel = 60;
    private const int MostLabels = 1000;
    private const string LabelRule = "a label of 60 characters at most, which starts with no digit, - or *, and has none of [ ] , | ` in it";

    private static string Folder => Path.Combine(AppContext.BaseDirectory, "notations");

    /// <summary>The names of the notations that come with LoopNet, in alphabetical order.</summary>
    public static IReadOnlyList<string> Shipped()
    {
        return [.. Directory.GetFiles(Folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order(StringComparer.Ordinal)!];
    }

    /// <summary>The notation that a name or a path means; a file comes before a notation of LoopNet of the same name.</summary>
    /// <param name="argument">The name or the path.</param>
    /// <exception cref="DataException">There is no such notation, or its file cannot be used.</exception>
    public static Notation Resolve(string argument)
    {
        ArgumentNullException.ThrowIfNull(argument);
        return File.Exists(argument) ? Read(argument) : ShippedOf(argument) ?? throw Unknown(argument);
    }

    /// <summary>Reads a notation from its file.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">It cannot be read, or is no notation.</exception>
    public static Notation Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return JsonFile.Read(path, OfObject);
    }

    /// <summary>Reads the key <c>notation</c> of another file: an object, the name of a notation, or a file beside the other one.</summary>
    /// <param name="place">The value of the key.</param>
    /// <param name="folder">The folder of the other file; null where it has none.</param>
    internal static Notation Read(JsonPlace place, string? folder)
    {
        if (place.IsObject)
        {
            return OfObject(place);
        }

        string name = place.Text();
        bool staysInside = !Path.IsPathRooted(name) && !name.Split('/', '\\').Contains("..");
        string path = Path.Combine(folder ?? "", name);
        if (staysInside && folder is not null && File.Exists(path))
        {
            return Read(path);
        }

        return ShippedOf(name) ?? throw place.Wrong(place.Found(), $"{string.Join(", ", Shipped())}, a file in the same folder or below it, or an object");
    }

    private static DataException Unknown(string argument)
    {
        string question = NearWord.Question(argument, Shipped());
        return new DataException($"{argument} is neither a file nor a notation of LoopNet{(question.Length > 0 ? question : $"; its notations are {string.Join(", ", Shipped())}.")}");
    }

    private static Notation? ShippedOf(string name)
    {
        return Shipped().Contains(name, StringComparer.Ordinal) ? Read(Path.Combine(Folder, $"{name}.json")) with { Name = name } : null;
    }

    private static Notation OfObject(JsonPlace place)
    {
        Dictionary<string, JsonPlace> members = place.Members(Keys, []);
        WeightLayout layout = WeightLayout.UnitInput;
        if (members.TryGetValue("layout", out JsonPlace written) && !written.Is("unit-input"))
        {
            layout = written.Is("input-unit") ? WeightLayout.InputUnit : throw written.Wrong(written.Found(), "\"unit-input\" (W[i][k] from input k to unit i) or \"input-unit\" (W[k][i])");
        }

        List<NotationLabel> labels = [];
        if (members.TryGetValue("labels", out JsonPlace all))
        {
            foreach ((string label, JsonPlace meaning) in all.Members(_ => true, "a label"))
            {
                if (!IsLabel(label))
                {
                    throw meaning.Wrong($"the label \"{label}\"", LabelRule);
                }

                labels.Add(new NotationLabel(label, meaning.Text(), meaning.Position));
            }

            if (labels.Count > MostLabels)
            {
                throw all.Wrong(Invariant($"{labels.Count} labels"), Invariant($"{MostLabels} at most"));
            }
        }

        string? description = members.TryGetValue("description", out JsonPlace told) ? told.Text() : null;
        return new Notation(layout, labels) { Description = description };
    }

    private static bool IsLabel(string label)
    {
        string text = label.Trim();
        bool begins = text.Length is > 0 and <= LongestLabel && !char.IsAsciiDigit(text[0]) && text[0] is not ('-' or '*');
        return begins && !text.EndsWith("^T", StringComparison.Ordinal) && !text.Any(letter => letter is '[' or ']' or ',' or '|' or '`' || char.IsControl(letter));
    }
}
