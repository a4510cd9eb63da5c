using System.Text;
using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Writes the key of an exercise as an answers file: every number as a person writes it down.</summary>
public static class KeyJson
{
    /// <summary>The text of the file, with line feeds.</summary>
    /// <param name="exercise">The exercise.</param>
    public static string Write(Exercise exercise)
    {
        ArgumentNullException.ThrowIfNull(exercise);
        StringBuilder text = new();
        string carry = exercise.Plan.Carry is int digits ? $"every number was rounded to {Words.Count(digits, "digit")} before it was used" : "all digits were carried on";
        text.Append($"// Key of {exercise.Example.Name}, to {Words.Count(exercise.Plan.Digits, "significant digit")}; {carry}.\n{{\n");
        IGrouping<(int Step, int? Sample, string Symbol), (NumberName Name, string Text)>[] tensors = [.. exercise.Key.GroupBy(number => (number.Name.Step, number.Name.Sample, number.Name.Symbol))];
        foreach ((int place, IGrouping<(int Step, int? Sample, string Symbol), (NumberName Name, string Text)> tensor) in tensors.Index())
        {
            NumberName whole = NumberName.Of(tensor.Key.Step, tensor.Key.Sample, tensor.Key.Symbol);
            text.Append($"  \"{whole}\": {Values([.. tensor])}{(place == tensors.Length - 1 ? "" : ",")}\n");
        }

        return text.Append("}\n").ToString();
    }

    // A single number, a vector, or a matrix with a row to a line.
    private static string Values((NumberName Name, string Text)[] numbers)
    {
        string[] Quoted(IEnumerable<(NumberName Name, string Text)> some) => [.. some.Select(number => $"\"{number.Text}\"")];
        return numbers[0].Name.Index.Count switch
        {
            0 => Quoted(numbers)[0],
            1 => $"[{string.Join(", ", Quoted(numbers))}]",
            _ => $"[\n    {string.Join(",\n    ", numbers.GroupBy(number => number.Name.Index[0]).Select(row => $"[{string.Join(", ", Quoted(row))}]"))}\n  ]",
        };
    }
}
