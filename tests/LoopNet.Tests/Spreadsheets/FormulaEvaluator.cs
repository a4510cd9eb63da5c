using System.Globalization;
using LoopNet.Data;

namespace LoopNet.Tests.Spreadsheets;

/// <summary>Computes the formulas of a workbook as a spreadsheet does: what it knows of their language is its own, and values that are written beside formulas do not count.</summary>
internal sealed class FormulaEvaluator(IReadOnlyList<WorkbookSheet> sheets)
{
    private static readonly string[] Comparisons = ["<>", ">=", "<=", "=", "<", ">"];

    private readonly Dictionary<(string Sheet, CellAddress Address), double> _values = [];

    /// <summary>The value of a cell.</summary>
    public double Value(WorkbookSheet sheet, CellAddress address)
    {
        if (!_values.TryGetValue((sheet.Name, address), out double value))
        {
            Cell cell = sheet[address] ?? throw new InvalidOperationException($"{sheet.Name}!{address} is empty");
            value = cell.Formula is string formula ? new Reading(this, sheet, formula).Whole() : cell.Number!.Value;
            _values.Add((sheet.Name, address), value);
        }

        return value;
    }

    private IEnumerable<double> Values(WorkbookSheet sheet, CellAddress first, CellAddress last)
    {
        for (int row = first.Row; row <= last.Row; row++)
        {
            for (int column = first.Column; column <= last.Column; column++)
            {
                yield return Value(sheet, new CellAddress(row, column));
            }
        }
    }

    /// <summary>A formula, read from left to right. What is read is computed when it is asked for: IF asks for one of its branches.</summary>
    private sealed class Reading(FormulaEvaluator workbook, WorkbookSheet sheet, string formula)
    {
        private int _place;

        public double Whole()
        {
            Func<double> value = Comparison();
            return _place == formula.Length ? value() : throw Wrong();
        }

        private Func<double> Comparison()
        {
            Func<double> left = Sum();
            string? sign = Array.Find(Comparisons, Take);
            if (sign is null)
            {
                return left;
            }

            Func<double> right = Sum();
            return () => Truth(sign, left(), right()) ? 1.0 : 0.0;
        }

        private static bool Truth(string sign, double left, double right) => sign switch
        {
            "=" => left == right,
            "<>" => left != right,
            ">=" => left >= right,
            "<=" => left <= right,
            "<" => left < right,
            _ => left > right,
        };

        private Func<double> Sum()
        {
            Func<double> sum = Product();
            while (true)
            {
                Func<double> left = sum;
                if (Take("+"))
                {
                    Func<double> right = Product();
                    sum = () => left() + right();
                }
                else if (Take("-"))
                {
                    Func<double> right = Product();
                    sum = () => left() - right();
                }
                else
                {
                    return sum;
                }
            }
        }

        private Func<double> Product()
        {
            Func<double> product = Power();
            while (true)
            {
                Func<double> left = product;
                if (Take("*"))
                {
                    Func<double> right = Power();
                    product = () => left() * right();
                }
                else if (Take("/"))
                {
                    Func<double> right = Power();
                    product = () => left() / right();
                }
                else
                {
                    return product;
                }
            }
        }

        // A spreadsheet's sign binds more tightly than its power.
        private Func<double> Power()
        {
            Func<double> left = Signed();
            if (!Take("^"))
            {
                return left;
            }

            Func<double> right = Signed();
            return () => Math.Pow(left(), right());
        }

        private Func<double> Signed()
        {
            if (Take("-"))
            {
                Func<double> value = Signed();
                return () => -value();
            }

            return Primary();
        }

        private Func<double> Primary()
        {
            if (Take("("))
            {
                Func<double> inner = Comparison();
                return Take(")") ? inner : throw Wrong();
            }

            string word = Word();
            if (word.Length > 0 && char.IsAsciiDigit(word[0]))
            {
                double number = double.Parse(word, CultureInfo.InvariantCulture);
                return () => number;
            }

            return Take("(") ? Function(word) : Cells(word).Single;
        }

        private Func<double> Function(string name)
        {
            if (name == "SUMPRODUCT")
            {
                Func<IEnumerable<double>> left = Cells(Word()).All;
                Func<IEnumerable<double>> right = Take(",") ? Cells(Word()).All : throw Wrong();
                return Take(")") ? () => left().Zip(right(), (a, b) => a * b).Sum() : throw Wrong();
            }

            List<Func<double>> given = [];
            do
            {
                given.Add(Comparison());
            }
            while (Take(","));
            return Take(")") ? Function(name, given) : throw Wrong();
        }

        private Func<double> Function(string name, List<Func<double>> given) => (name, given.Count) switch
        {
            ("IF", 3) => () => given[0]() != 0.0 ? given[1]() : given[2](),
            ("AND", _) => () => given.TrueForAll(condition => condition() != 0.0) ? 1.0 : 0.0,
            ("OR", _) => () => given.Exists(condition => condition() != 0.0) ? 1.0 : 0.0,
            ("MAX", _) => () => given.Max(number => number()),
            ("EXP", 1) => () => Math.Exp(given[0]()),
            ("LN", 1) => () => Math.Log(given[0]()),
            ("TANH", 1) => () => Math.Tanh(given[0]()),
            ("ABS", 1) => () => Math.Abs(given[0]()),
            _ => throw Wrong(),
        };

        // A cell, a range of cells or a name, of this sheet or of another.
        private (Func<double> Single, Func<IEnumerable<double>> All) Cells(string word)
        {
            WorkbookSheet of = sheet;
            if (word.Length == 0 && Take("'"))
            {
                int end = formula.IndexOf('\'', _place);
                of = workbook.Sheets.Single(other => other.Name == formula[_place..end]);
                _place = end + 1;
                word = Take("!") ? Word() : throw Wrong();
            }

            CellAddress? address = CellAddress.Parse(word);
            CellAddress first = address ?? of.Names.Single(name => name.Name == word).First;
            CellAddress last = Take(":") ? CellAddress.Parse(Word()) ?? throw Wrong() : first;
            return (() => workbook.Value(of, first), () => workbook.Values(of, first, last));
        }

        private string Word()
        {
            int start = _place;
            while (_place < formula.Length && (char.IsAsciiLetterOrDigit(formula[_place]) || formula[_place] is '.' or '_'))
            {
                _place++;
            }

            return formula[start.._place];
        }

        private bool Take(string text)
        {
            bool stands = string.CompareOrdinal(formula, _place, text, 0, text.Length) == 0;
            _place += stands ? text.Length : 0;
            return stands;
        }

        private InvalidOperationException Wrong() => new($"{sheet.Name}: ={formula} cannot be read at {_place}");
    }

    private IReadOnlyList<WorkbookSheet> Sheets => sheets;
}
