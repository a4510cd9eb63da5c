using System.Diagnostics;
using System.Globalization;
using System.Reflection;

namespace LoopNet;

/// <summary>What a debugger shows where a record is opened: every vector and matrix with its numbers, in place of <c>double[2]</c>.</summary>
/// <remarks>It stands in for a <see cref="SampleRecord"/> or a <see cref="StepRecord"/> in a debugger's windows; nothing else makes one.</remarks>
internal sealed class RecordView
{
    private const int MostShown = 10;

    private readonly List<Row> _rows = [];

    /// <summary>Reads a record as it is now.</summary>
    public RecordView(object record)
    {
        foreach (FieldInfo field in record.GetType().GetFields())
        {
            Add(field.Name, field.GetValue(record)!);
        }
    }

    /// <summary>One row for each tensor of each layer, named as in an expression, for example <c>z[1]</c>.</summary>
    [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
    public Row[] Rows => [.. _rows];

    private void Add(string name, object value)
    {
        if (value is double[] || value is not Array list)
        {
            _rows.Add(new Row(name, Text(value), value));
            return;
        }

        for (int index = 0; index < list.Length; index++)
        {
            // There is no z0, and no b1 where layer 1 has no biases.
            object? element = list.GetValue(index);
            if (element is not null and not Array { Length: 0 })
            {
                _rows.Add(new Row(Invariant($"{name}[{index}]"), Text(element), element));
            }
        }
    }

    private static string Text(object value)
    {
        return value switch
        {
            double number => number.ToString("G10", CultureInfo.InvariantCulture),
            double[] vector when vector.Length > MostShown => $"{{{Joined(vector.AsSpan(0, MostShown))}, ... {vector.Length} in all}}",
            double[] vector => $"{{{Joined(vector)}}}",
            double[][] matrix when matrix.Length * matrix[0].Length > MostShown => $"{matrix.Length} x {matrix[0].Length} numbers",
            double[][] matrix => $"{{{string.Join(", ", matrix.Select(Text))}}}",
            _ => Invariant($"{value}"),
        };
    }

    private static string Joined(ReadOnlySpan<double> numbers)
    {
        string[] texts = new string[numbers.Length];
        for (int i = 0; i < texts.Length; i++)
        {
            texts[i] = Text(numbers[i]);
        }

        return string.Join(", ", texts);
    }

    /// <summary>A tensor on one line; opened, it shows what it holds.</summary>
    [DebuggerDisplay("{Text,nq}", Name = "{Name,nq}")]
    internal sealed class Row(string name, string text, object value)
    {
        /// <summary>For example <c>z[1]</c>.</summary>
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string Name { get; } = name;

        /// <summary>For example <c>{0.3, -1}</c>; the shape of a larger matrix.</summary>
        [DebuggerBrowsable(DebuggerBrowsableState.Never)]
        public string Text { get; } = text;

        /// <summary>The array, or the record of a sample.</summary>
        [DebuggerBrowsable(DebuggerBrowsableState.RootHidden)]
        public object Value { get; } = value;
    }
}
