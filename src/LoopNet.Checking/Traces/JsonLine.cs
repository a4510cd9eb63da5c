using System.Text.Json;

namespace LoopNet.Checking;

/// <summary>One line of a trace as a JSON object: each of its keys once, each value of the type that the format gives it.</summary>
internal sealed class JsonLine
{
    private const int LongestQuote = 40;
    private const string Rewrite = "Write the trace again, or correct the line by hand; docs/trace-format.md says what each line holds.";

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);

    private JsonLine(long number) => Number = number;

    /// <summary>The number of the line, from 1.</summary>
    public long Number { get; }

    /// <summary>The keys, in their order.</summary>
    public IEnumerable<string> Keys => _members.Keys;

    /// <summary>Reads a line.</summary>
    /// <param name="text">The line without its line feed.</param>
    /// <param name="number">Its number, from 1.</param>
    /// <exception cref="TraceFaultException">It is no JSON object, or a key stands twice.</exception>
    public static JsonLine Parse(string text, long number)
    {
        JsonLine line = new(number);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            JsonElement root = document.RootElement.Clone();
            if (root.ValueKind != JsonValueKind.Object)
            {
                throw line.Wrong($"the line holds {Found(root)}, and an object was expected");
            }

            foreach (JsonProperty property in root.EnumerateObject())
            {
                if (!line._members.TryAdd(property.Name, property.Value))
                {
                    throw line.Wrong($"the key \"{Shortened(property.Name)}\" stands twice, and each key was expected once");
                }
            }
        }
        catch (JsonException exception)
        {
            string where = exception.BytePositionInLine is long place ? $" at byte {place + 1}" : "";
            throw line.Wrong($"the line is not JSON{where}; a JSON object was expected");
        }
        catch (InvalidOperationException)
        {
            throw line.Wrong("a key of the line is not Unicode: half of a surrogate pair stands alone");
        }

        return line;
    }

    /// <summary>Refuses a key that is not known, and the lack of one that is required.</summary>
    public void Require(string[] required, params string[] optional)
    {
        foreach (string key in _members.Keys)
        {
            if (!required.Contains(key) && !optional.Contains(key))
            {
                throw Wrong($"the key \"{Shortened(key)}\" is not known here; the keys are {string.Join(", ", required.Concat(optional))}");
            }
        }

        string? missing = required.FirstOrDefault(key => !_members.ContainsKey(key));
        if (missing is not null)
        {
            throw Wrong($"the key \"{missing}\" is missing");
        }
    }

    /// <summary>Whether a key stands in the line.</summary>
    public bool Has(string key) => _members.ContainsKey(key);

    /// <summary>Whether a key's value is null.</summary>
    public bool IsNull(string key) => _members[key].ValueKind == JsonValueKind.Null;

    /// <summary>A text.</summary>
    public string Text(string key) => Text(_members[key], key);

    /// <summary>A text or null.</summary>
    public string? TextOrNull(string key) => IsNull(key) ? null : Text(key);

    /// <summary>true or false.</summary>
    public bool Truth(string key)
    {
        return _members[key].ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Unexpected(key, _members[key], "true or false"),
        };
    }

    /// <summary>A whole number of 32 bits that is at least 0.</summary>
    public int Whole(string key) => Whole(_members[key], key);

    /// <summary>A finite number.</summary>
    public double Number64(string key) => Number64(_members[key], key);

    /// <summary>Whole numbers.</summary>
    public int[] Wholes(string key) => [.. Array(key, "an array of whole numbers").Select(element => Whole(element, key))];

    /// <summary>Texts.</summary>
    public string[] Texts(string key) => [.. Array(key, "an array of texts").Select(element => Text(element, key))];

    /// <summary>Finite numbers, or null.</summary>
    public double[]? NumbersOrNull(string key)
    {
        return IsNull(key) ? null : [.. Array(key, "an array of numbers, or null").Select(element => Number64(element, key))];
    }

    /// <summary>The complaint that the line is not what the format says.</summary>
    public TraceFaultException Wrong(string problem) => TraceFaultException.At(Number, problem, Rewrite);

    private JsonElement.ArrayEnumerator Array(string key, string expected)
    {
        JsonElement element = _members[key];
        return element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw Unexpected(key, element, expected);
    }

    private string Text(JsonElement element, string key)
    {
        try
        {
            return element.ValueKind == JsonValueKind.String ? element.GetString()! : throw Unexpected(key, element, "a text");
        }
        catch (InvalidOperationException)
        {
            throw Wrong($"the text of \"{key}\" is not Unicode: half of a surrogate pair stands alone");
        }
    }

    private int Whole(JsonElement element, string key)
    {
        bool isWhole = element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) && number >= 0;
        return isWhole ? element.GetInt32() : throw Unexpected(key, element, $"a whole number from 0 to {int.MaxValue}");
    }

    private double Number64(JsonElement element, string key)
    {
        bool isFinite = element.ValueKind == JsonValueKind.Number && double.IsFinite(element.GetDouble());
        return isFinite ? element.GetDouble() : throw Unexpected(key, element, "a finite number");
    }

    private TraceFaultException Unexpected(string key, JsonElement element, string expected)
    {
        return Wrong($"\"{key}\" holds {Found(element)}, and {expected} was expected");
    }

    private static string Found(JsonElement element)
    {
        return element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => Shortened(element.GetRawText()),
        };
    }

    /// <summary>A text of the file as a message quotes it.</summary>
    /// <param name="text">The text.</param>
    /// <param name="expected">The text that was expected, which what is quoted is compared with.</param>
    public static string Shortened(string text, string expected = "")
    {
        int longest = LongestQuote + expected.Length;
        return text.Length <= longest ? text : $"{text[..longest]}...";
    }
}
