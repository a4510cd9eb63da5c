using System.Runtime.InteropServices;
using System.Text;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Finds a text that is not Unicode: <c>"\ud800"</c> is half of a pair, and no reader of JSON can give it out.</summary>
internal static class LoneSurrogate
{
    /// <summary>The place of the first such text, for example <c>$.name</c>; null where there is none.</summary>
    /// <param name="element">Where to look.</param>
    /// <param name="path">Its JSON path.</param>
    public static string? PlaceIn(JsonElement element, string path)
    {
        return element.ValueKind switch
        {
            JsonValueKind.String => IsReadable(() => element.GetString()) ? null : path,
            JsonValueKind.Array => InArray(element, path),
            JsonValueKind.Object => InObject(element, path),
            _ => null,
        };
    }

    private static string? InArray(JsonElement array, string path)
    {
        int index = 0;
        foreach (JsonElement element in array.EnumerateArray())
        {
            if (PlaceIn(element, $"{path}[{index}]") is string place)
            {
                return place;
            }

            index++;
        }

        return null;
    }

    private static string? InObject(JsonElement element, string path)
    {
        foreach (JsonProperty property in element.EnumerateObject())
        {
            // The key as it is written, since it cannot be read.
            string key = Encoding.UTF8.GetString(JsonMarshal.GetRawUtf8PropertyName(property));
            string place = $"{path}.{key}";
            if (!IsReadable(() => property.Name))
            {
                return place;
            }

            if (PlaceIn(property.Value, place) is string inner)
            {
                return inner;
            }
        }

        return null;
    }

    private static bool IsReadable(Func<string?> read)
    {
        try
        {
            _ = read();
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
