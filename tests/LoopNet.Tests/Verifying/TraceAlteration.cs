using System.Globalization;
using System.Text.Json.Nodes;

namespace LoopNet.Tests.Verifying;

/// <summary>A trace with one thing in it changed, and the line that is to be named.</summary>
/// <param name="Kind">What was changed, for example <c>number</c> or <c>line removed</c>.</param>
/// <param name="Text">The altered trace.</param>
/// <param name="Line">The changed line, from 1.</param>
/// <param name="Change">What was changed, in words.</param>
public sealed record TraceAlteration(string Kind, string Text, int Line, string Change)
{
    // exp, ln and tanh may be two units off: a change of three is the smallest that has to be found.
    private const int FewestUnits = 3;
    private const double SmallestChange = 4e-16;

    private static readonly string[] Kinds =
        ["number", "number", "number", "number", "sign", "symbol", "operand", "line removed", "line doubled", "line moved", "end cut off"];

    /// <summary>Alters a trace; the same seed gives the same alteration.</summary>
    public static TraceAlteration Of(string trace, SeededRandom random)
    {
        string[] lines = trace.TrimEnd('\n').Split('\n');
        string kind = Kinds[Below(random, Kinds.Length)];
        while (true)
        {
            int line = 2 + Below(random, lines.Length - 2);
            TraceAlteration? alteration = kind switch
            {
                "number" or "sign" => Number(lines, line, kind, random),
                "symbol" => Word(lines, line, kind, random),
                "operand" => Word(lines, line, kind, random),
                "end cut off" => Cut(trace, random),
                _ => Moved(lines, line, kind, random),
            };
            if (alteration is not null)
            {
                return alteration;
            }
        }
    }

    private static TraceAlteration? Number(string[] lines, int line, string kind, SeededRandom random)
    {
        JsonNode record = JsonNode.Parse(lines[line - 1])!;
        if (record["values"] is not JsonArray values)
        {
            return null;
        }

        int place = Below(random, values.Count);
        double before = (double)values[place]!;
        if (kind == "sign" && before == 0.0)
        {
            return null;
        }

        double after = kind == "sign" ? -before : Changed(before, random);
        if (before != 0.0 && after * before > 0.0 && UnitsApart(before, after) < FewestUnits)
        {
            return null;
        }

        values[place] = after;
        string change = $"{record["step"]}/{record["sample"]}/{record["symbol"]}, number {place}: {before:R} -> {after:R}";
        return With(kind, lines, line, record.ToJsonString(), change);
    }

    // From a change of the last digits up to twice the number, either way, each size of change equally often.
    private static double Changed(double number, SeededRandom random)
    {
        double size = SmallestChange * Math.Pow(2.0 / SmallestChange, random.NextUniform());
        double sign = random.NextUniform() < 0.5 ? -1.0 : 1.0;
        return number == 0.0 ? sign * size : number * (1.0 + (sign * size));
    }

    private static long UnitsApart(double first, double second)
    {
        return Math.Abs(BitConverter.DoubleToInt64Bits(first) - BitConverter.DoubleToInt64Bits(second));
    }

    private static TraceAlteration? Word(string[] lines, int line, string kind, SeededRandom random)
    {
        JsonNode record = JsonNode.Parse(lines[line - 1])!;
        JsonArray operands = record["operands"]!.AsArray();
        if (kind == "operand" && operands.Count == 0)
        {
            return null;
        }

        string[] others = ["W1", "x", "b1", "z1", "a1", "a2", "y", "L", "dL/dz1", "dL/da1", "W1'", "q"];
        string word = others[Below(random, others.Length)];
        int place = kind == "operand" ? Below(random, operands.Count) : 0;
        string before = kind == "operand" ? operands[place]!.ToString() : record["symbol"]!.ToString();
        if (word == before)
        {
            return null;
        }

        if (kind == "operand")
        {
            operands[place] = word;
        }
        else
        {
            record["symbol"] = word;
        }

        return With(kind, lines, line, record.ToJsonString(), $"{kind} {before} -> {word}");
    }

    private static TraceAlteration? Moved(string[] lines, int line, string kind, SeededRandom random)
    {
        List<string> altered = [.. lines];
        int first = line;
        if (kind != "line doubled")
        {
            altered.RemoveAt(line - 1);
        }

        if (kind == "line doubled")
        {
            altered.Insert(line, lines[line - 1]);
            first = line + 1;
        }
        else if (kind == "line moved")
        {
            int to = 2 + Below(random, lines.Length - 2);
            altered.Insert(to - 1, lines[line - 1]);
            first = Math.Min(line, to);
            if (to == line)
            {
                return null;
            }
        }

        return new TraceAlteration(kind, string.Join('\n', altered) + "\n", first, $"{kind}: {line}");
    }

    private static TraceAlteration Cut(string trace, SeededRandom random)
    {
        int length = trace.Length - 1 - Below(random, trace.Length - trace.IndexOf('\n', StringComparison.Ordinal) - 2);
        string text = trace[..length];
        return new TraceAlteration("end cut off", text, text.Count(letter => letter == '\n') + 1, length.ToString(CultureInfo.InvariantCulture));
    }

    private static TraceAlteration With(string kind, string[] lines, int line, string altered, string change)
    {
        string[] all = [.. lines];
        all[line - 1] = altered;
        return new TraceAlteration(kind, string.Join('\n', all) + "\n", line, change);
    }

    private static int Below(SeededRandom random, int count) => (int)(random.NextUniform() * count);
}
