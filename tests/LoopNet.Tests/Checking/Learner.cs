using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>Writes down the answers of somebody who calculates an example, rightly or with mistakes.</summary>
public static class Learner
{
    private static readonly TensorKind[] NotCalculated = [TensorKind.W, TensorKind.b, TensorKind.y, TensorKind.dz_dW, TensorKind.dz_da];

    /// <summary>Every calculated number of the first steps.</summary>
    /// <param name="example">The example.</param>
    /// <param name="variants">The mistakes, in the order of the catalogue.</param>
    /// <param name="steps">How many steps.</param>
    /// <param name="write">Writes a number.</param>
    /// <param name="only">Which tensors; null for all.</param>
    public static List<GivenAnswer> Answers(Example example, IReadOnlyList<Variant> variants, int steps, Func<double, string> write, Func<TensorPlace, bool>? only = null)
    {
        Shift? shift = variants.Select(variant => variant.Shift).FirstOrDefault(found => found is not null);
        Dictionary<string, double> numbers = Numbers(example, Catalogue.Equations(variants), steps + Math.Max(0, shift?.Steps ?? 0), only);
        List<GivenAnswer> answers = [];
        foreach ((string name, double number) in numbers)
        {
            NumberName parsed = NumberName.Parse(name);
            double? written = shift is null ? number : shift.Of(parsed) is NumberName other && numbers.TryGetValue(Full(other), out double moved) ? moved : null;
            if (parsed.Step <= steps && (written ?? number) is double value && double.IsFinite(value))
            {
                answers.Add(new GivenAnswer(name, write(value), $"answers: $[{answers.Count}]"));
            }
        }

        return answers;
    }

    /// <summary>Every calculated number by its full name.</summary>
    public static Dictionary<string, double> Numbers(Example example, StepEquations equations, int steps, Func<TensorPlace, bool>? only = null)
    {
        Reader reader = new(example, steps, only ?? (_ => true));
        StepCalculator.Run(example, equations, reader);
        return reader.Numbers;
    }

    /// <summary>To a number of significant digits, as a spreadsheet shows them.</summary>
    public static Func<double, string> Digits(int digits) => number => Plain(number.ToString($"E{digits - 1}"));

    private static string Full(NumberName name) => $"{name.Step}/{name.Sample}/{name.Element}";

    private static string Plain(string scientific)
    {
        // A plain decimal where it is short, as people write; else with an exponent.
        int exponent = int.Parse(scientific[(scientific.IndexOf('E') + 1)..]);
        int decimals = scientific.Contains('.') ? scientific.IndexOf('E') - scientific.IndexOf('.') - 1 - exponent : -exponent;
        bool isShort = decimals is >= 0 and <= 20 && exponent is > -8 and < 15;
        return isShort ? decimal.Parse(scientific, System.Globalization.NumberStyles.Float).ToString($"F{decimals}") : scientific;
    }

    private sealed class Reader(Example example, int steps, Func<TensorPlace, bool> only) : ICalculationWatcher
    {
        public Dictionary<string, double> Numbers { get; } = [];

        public int LastStep => steps;

        public bool Watches(int step) => false;

        public bool WantsWeightJacobian(int step, TensorSlot slot) => false;

        public void Computed(Sheet sheet, TensorSlot slot)
        {
        }

        public void Finished(Sheet sheet)
        {
            foreach (TensorPlace place in StepLayout.Of(example, sheet.Count).Places)
            {
                bool input = place.Slot.Kind == TensorKind.a && place.Slot.Layer == 0;
                if (!input && !NotCalculated.Contains(place.Slot.Kind) && only(place))
                {
                    Add(sheet, place);
                }
            }
        }

        private void Add(Sheet sheet, TensorPlace place)
        {
            double[][] rows = sheet.Rows(place.Slot);
            for (int i = 0; i < rows.Length; i++)
            {
                for (int k = 0; k < rows[i].Length; k++)
                {
                    string index = place.Shape.Length switch
                    {
                        0 => "",
                        1 => $"[{k}]",
                        _ => $"[{i},{k}]",
                    };
                    Numbers.Add($"{sheet.Step}/{place.Sample}/{place.Symbol}{index}", rows[i][k]);
                }
            }
        }
    }
}
