using System.Text.Json;

namespace LoopNet.Verifying;

/// <summary>One line of a trace as a JSON object: each of its keys once, each value of the type that the format gives it.</summary>
internal sealed class JsonLine
{
    private const int LongestQuote = 40;

    private readonly Dictionary<string, JsonElement> _members = new(StringComparer.Ordinal);
    private readonly long _number;

    private JsonLine(long number) => _number = number;

    /// <summary>Reads a line, without its line feed.</summary>
    /// <exception cref="TraceFaultException">It is no JSON object, or a key stands twice.</exception>
    public static JsonLine Parse(string text, long number)
    {
        JsonLine line = new(number);
        try
        {
            using JsonDocument document = JsonDocument.Parse(text);
            line.Add(document.RootElement.Clone());
            return line;
        }
        catch (JsonException exception)
        {
            string where = exception.BytePositionInLine is long place ? Invariant($" at byte {place + 1}") : "";
            throw line.Wrong($"the line is not JSON{where}; a JSON object was expected");
        }
        catch (InvalidOperationException)
        {
            throw line.Wrong("a key of the line is not Unicode: half of a surrogate pair stands alone");
        }
    }

    /// <summary>Refuses a key that is not known, and the lack of one that is required.</summary>
    public void Require(string[] required, params string[] optional)
    {
        string[] known = [.. required, .. optional];
        if (_members.Keys.FirstOrDefault(key => !known.Contains(key)) is string unknown)
        {
            throw Wrong($"the key \"{Shortened(unknown)}\" is not known here; the keys are {string.Join(", ", known)}");
        }

        if (required.FirstOrDefault(key => !Has(key)) is string missing)
        {
            throw Wrong($"the key \"{missing}\" is missing");
        }
    }

    /// <summary>Whether a key stands in the line.</summary>
    public bool Has(string key) => _members.ContainsKey(key);

    /// <summary>A text.</summary>
    public string Text(string key) => Text(key, _members[key]);

    /// <summary>A text or null.</summary>
    public string? TextOrNull(string key) => IsNull(key) ? null : Text(key);

    /// <summary>Texts.</summary>
    public string[] Texts(string key) => [.. Array(key, "an array of texts").Select(element => Text(key, element))];

    /// <summary>true or false.</summary>
    public bool Truth(string key)
    {
        JsonElement element = _members[key];
        return element.ValueKind is JsonValueKind.True or JsonValueKind.False ? element.GetBoolean() : throw Unexpected(key, element, "true or false");
    }

    /// <summary>A whole number of 32 bits that is at least 0; -0 is none.</summary>
    public int Whole(string key) => Whole(key, _members[key]);

    /// <summary>A whole number or null.</summary>
    public int? WholeOrNull(string key) => IsNull(key) ? null : Whole(key);

    /// <summary>Whole numbers.</summary>
    public int[] Wholes(string key) => [.. Array(key, "an array of whole numbers").Select(element => Whole(key, element))];

    /// <summary>A finite number.</summary>
    public double Finite(string key) => Finite(key, _members[key]);

    /// <summary>A finite number or null.</summary>
    public double? FiniteOrNull(string key) => IsNull(key) ? null : Finite(key);

    /// <summary>An array in which each element is a finite number or null.</summary>
    public double?[] FinitesAndNulls(string key)
    {
        return [.. Array(key, "an array of numbers and nulls").Select(element => element.ValueKind == JsonValueKind.Null ? (double?)null : Finite(key, element))];
    }

    /// <summary>Finite numbers, or null.</summary>
    public double[]? FinitesOrNull(string key) => IsNull(key) ? null : [.. Array(key, "an array of numbers, or null").Select(element => Finite(key, element))];

    /// <summary>A text of the file as a message quotes it: long enough to be compared with the expected one.</summary>
    public static string Shortened(string text, string expected = "")
    {
        int longest = LongestQuote + expected.Length;
        return text.Length <= longest ? text : $"{text[..longest]}...";
    }

    private void Add(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            throw Wrong($"the line holds {Found(root)}, and an object was expected");
        }

        foreach (JsonProperty property in root.EnumerateObject())
        {
            if (!_members.TryAdd(property.Name, property.Value))
            {
                throw Wrong($"the key \"{Shortened(property.Name)}\" stands twice, and each key was expected once");
            }
        }
    }

    private bool IsNull(string key) => _members[key].ValueKind == JsonValueKind.Null;

    private JsonElement.ArrayEnumerator Array(string key, string expected)
    {
        JsonElement element = _members[key];
        return element.ValueKind == JsonValueKind.Array ? element.EnumerateArray() : throw Unexpected(key, element, expected);
    }

    private string Text(string key, JsonElement element)
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

    private int Whole(string key, JsonElement element)
    {
        bool isWhole = element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out int number) && number >= 0 && element.GetRawText() != "-0";
        return isWhole ? element.GetInt32() : throw Unexpected(key, element, $"a whole number from 0 to {int.MaxValue}");
    }

    private double Finite(string key, JsonElement element)
    {
        bool isFinite = element.ValueKind == JsonValueKind.Number && double.IsFinite(element.GetDouble());
        return isFinite ? element.GetDouble() : throw Unexpected(key, element, "a finite number");
    }

    private TraceFaultException Wrong(string problem) => TraceFaultException.At(_number, problem);

    private TraceFaultException Unexpected(string key, JsonElement element, string expected)
    {
        return Wrong($"\"{key}\" holds {Found(element)}, and {expected} was expected");
    }

    private static string Found(JsonElement element) => element.ValueKind switch
    {
        JsonValueKind.Object => "an object",
        JsonValueKind.Array => "an array",
        _ => Shortened(element.GetRawText()),
    };
}
