using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>A value in a JSON file that knows where it stands, so that every complaint names file, path, what was found and what was expected.</summary>
internal readonly struct JsonPlace
{
    private const int LongestQuote = 40;

    private readonly string _file;
    private readonly JsonElement _element;

    /// <summary>A value at a path.</summary>
    /// <param name="file">The file's name, for messages.</param>
    /// <param name="path">The JSON path, for example <c>$.layers[0]</c>.</param>
    /// <param name="element">The value.</param>
    public JsonPlace(string file, string path, JsonElement element)
    {
        _file = file;
        Path = path;
        _element = element;
    }

    /// <summary>The JSON path, for example <c>$.layers[0].weights</c>.</summary>
    public string Path { get; }

    /// <summary>Whether the value is an object.</summary>
    public bool IsObject => _element.ValueKind == JsonValueKind.Object;

    /// <summary>Whether the value is an array.</summary>
    public bool IsArray => _element.ValueKind == JsonValueKind.Array;

    /// <summary>Whether the value is null.</summary>
    public bool IsNull => _element.ValueKind == JsonValueKind.Null;

    /// <summary>Whether the value is a number or a text.</summary>
    public bool IsNumberOrText => _element.ValueKind is JsonValueKind.Number or JsonValueKind.String;

    /// <summary>File and path, as messages begin: <c>answers.json: $.z1[0]</c>.</summary>
    public string Position => $"{_file}: {Path}";

    /// <summary>Whether the value is the text <paramref name="text"/>.</summary>
    public bool Is(string text) => _element.ValueKind == JsonValueKind.String && Unicode() == text;

    /// <summary>The members of an object, none twice, none that is not known.</summary>
    /// <param name="known">The keys that may stand here.</param>
    /// <param name="required">The keys that have to stand here.</param>
    public Dictionary<string, JsonPlace> Members(string[] known, string[] required)
    {
        Dictionary<string, JsonPlace> members = Members(_ => true, "any key");
        foreach ((string key, JsonPlace place) in members)
        {
            if (!known.Contains(key))
            {
                throw place.Unknown($"the unknown key \"{Shortened(key)}\"", key, known);
            }
        }

        foreach (string key in required)
        {
            if (!members.ContainsKey(key))
            {
                throw Wrong($"no key \"{key}\"", $"an object with {string.Join(", ", required)}");
            }
        }

        return members;
    }

    /// <summary>The members of an object, none twice, each of them a key that is accepted.</summary>
    /// <param name="accepts">Whether a key may stand here.</param>
    /// <param name="expected">What keys may stand here, for the message.</param>
    public Dictionary<string, JsonPlace> Members(Func<string, bool> accepts, string expected)
    {
        if (!IsObject)
        {
            throw Wrong(Found(), "an object");
        }

        Dictionary<string, JsonPlace> members = new(StringComparer.Ordinal);
        foreach (JsonProperty property in _element.EnumerateObject())
        {
            string name = Name(property);
            string key = Shortened(name);
            JsonPlace place = new(_file, $"{Path}.{key}", property.Value);
            if (!accepts(name))
            {
                throw place.Wrong($"the unknown key \"{key}\"", expected);
            }

            if (!members.TryAdd(name, place))
            {
                throw place.Wrong($"the key \"{key}\" a second time", "each key once");
            }
        }

        return members;
    }

    /// <summary>The elements of an array with at least one element.</summary>
    /// <param name="what">What the array holds, for the message, for example <c>layers</c>.</param>
    public JsonPlace[] Elements(string what)
    {
        if (_element.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(Found(), $"an array of {what}");
        }

        if (_element.GetArrayLength() == 0)
        {
            throw Wrong("an empty array", $"{what}, at least one");
        }

        JsonPlace[] elements = new JsonPlace[_element.GetArrayLength()];
        int index = 0;
        foreach (JsonElement element in _element.EnumerateArray())
        {
            elements[index] = new JsonPlace(_file, Invariant($"{Path}[{index}]"), element);
            index++;
        }

        return elements;
    }

    /// <summary>A finite number.</summary>
    public double Number()
    {
        if (_element.ValueKind != JsonValueKind.Number)
        {
            throw Wrong(Found(), NumberText() ?? "a number");
        }

        double number = _element.GetDouble();
        if (!double.IsFinite(number))
        {
            throw Wrong($"{Found()}, which is over the range of a double", "a finite number");
        }

        return number;
    }

    /// <summary>A whole number of at least 1.</summary>
    /// <param name="expected">What was expected, for the message.</param>
    /// <param name="largest">The largest that may stand here.</param>
    public int WholeNumber(string expected, int largest = int.MaxValue)
    {
        bool whole = _element.ValueKind == JsonValueKind.Number;
        double number = whole ? _element.GetDouble() : double.NaN;
        if (!(number >= 1.0) || number > largest || Math.Floor(number) != number)
        {
            throw Wrong(Found(), expected);
        }

        return (int)number;
    }

    /// <summary>A whole number of any sign that fits 64 bits.</summary>
    public long Integer()
    {
        bool whole = _element.ValueKind == JsonValueKind.Number && _element.TryGetInt64(out _);
        return whole ? _element.GetInt64() : throw Wrong(Found(), "a whole number");
    }

    /// <summary>A row of finite numbers.</summary>
    /// <param name="length">How many there have to be; null for any number of at least 1.</param>
    /// <param name="why">What fixes that number, for the message, for example <c>one for each input</c>.</param>
    public double[] Vector(int? length, string why)
    {
        JsonPlace[] elements = Elements("numbers");
        if (length is not null && elements.Length != length)
        {
            throw Wrong($"{Count(elements.Length, "number")}", Invariant($"{length}, {why}{CommaHint()}"));
        }

        return [.. elements.Select(element => element.Number())];
    }

    /// <summary>A text.</summary>
    public string Text()
    {
        return _element.ValueKind == JsonValueKind.String ? Unicode() : throw Wrong(Found(), "a text");
    }

    /// <summary>A number digit by digit as it is written, or a text without its quotes.</summary>
    public string Literal() => _element.ValueKind == JsonValueKind.String ? Unicode() : _element.GetRawText();

    /// <summary>true or false.</summary>
    public bool Truth()
    {
        return _element.ValueKind switch
        {
            JsonValueKind.True => true,
            JsonValueKind.False => false,
            _ => throw Wrong(Found(), "true or false"),
        };
    }

    /// <summary>The complaint that something else was found than expected.</summary>
    /// <param name="found">What stands there.</param>
    /// <param name="expected">What should.</param>
    public DataException Wrong(string found, string expected) => new($"{_file}: {Path}: found {found}; expected {expected}.");

    /// <summary>The complaint that a word is none of those that may stand here, with the one that may be meant.</summary>
    /// <param name="found">What stands there.</param>
    /// <param name="word">The word itself.</param>
    /// <param name="known">The words that may stand here.</param>
    public DataException Unknown(string found, string word, IReadOnlyCollection<string> known)
    {
        return NearWord.Of(word, known) is string near
            ? new DataException($"{_file}: {Path}: found {found}; did you mean \"{near}\"? Expected {Choice(known)}.")
            : Wrong(found, Choice(known));
    }

    /// <summary>One of some words.</summary>
    /// <param name="known">The words that may stand here.</param>
    /// <exception cref="DataException">The value is another word, or no text.</exception>
    public string Word(IReadOnlyCollection<string> known)
    {
        string word = _element.ValueKind == JsonValueKind.String ? Unicode() : throw Wrong(Found(), Choice(known));
        return known.Contains(word, StringComparer.Ordinal) ? word : throw Unknown(Found(), word, known);
    }

    /// <summary>How many elements an array has; 0 for anything else.</summary>
    public int Length => IsArray ? _element.GetArrayLength() : 0;

    /// <summary>An element of an array.</summary>
    public JsonPlace this[int index] => new(_file, Invariant($"{Path}[{index}]"), _element[index]);

    /// <summary>The member of an object with a key; null where there is none, or no object.</summary>
    public JsonPlace? Member(string key)
    {
        return IsObject && _element.TryGetProperty(key, out JsonElement element) ? new JsonPlace(_file, $"{Path}.{key}", element) : null;
    }

    /// <summary>What to write where the value seems to have decimal commas, as the end of a message; nothing where it has none.</summary>
    public string CommaHint() => NumberHint.DecimalComma(_element.GetRawText());

    /// <summary>The value as the message quotes it.</summary>
    public string Found()
    {
        return _element.ValueKind switch
        {
            JsonValueKind.Object => "an object",
            JsonValueKind.Array => "an array",
            _ => Shortened(_element.GetRawText()),
        };
    }

    /// <summary>A count with its noun, for messages: <c>1 number</c>, <c>2 numbers</c>.</summary>
    public static string Count(int count, string noun) => count == 1 ? $"1 {noun}" : Invariant($"{count} {noun}s");

    private static string Choice(IReadOnlyCollection<string> known)
    {
        return known.Count == 2 ? string.Join(" or ", known.Select(word => $"\"{word}\"")) : $"one of {string.Join(", ", known)}";
    }

    // What to write in place of a text that holds a number; null where it holds none.
    private string? NumberText()
    {
        if (_element.ValueKind != JsonValueKind.String)
        {
            return null;
        }

        string text = Unicode();
        return NumberHint.For(text) ?? (NumberHint.IsNumber(text) ? $"a number, without quotes: {text.Trim()}" : null);
    }

    private string Unicode()
    {
        JsonElement element = _element;
        return Unicode(() => element.GetString()!, Path);
    }

    // A key that cannot be read is named as it is written.
    private string Name(JsonProperty property)
    {
        return Unicode(() => property.Name, $"{Path}.{Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property))}");
    }

    // "\ud800" is half of a pair, and no reader of JSON can give it out.
    private string Unicode(Func<string> read, string path)
    {
        try
        {
            return read();
        }
        catch (InvalidOperationException exception)
        {
            throw new DataException($"{_file}: {path}: this text is not Unicode: half of a surrogate pair stands alone; expected both halves.", exception);
        }
    }

    private static string Shortened(string text) => text.Length <= LongestQuote ? text : $"{text[..LongestQuote]}...";
}
