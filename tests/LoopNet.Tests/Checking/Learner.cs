using System.Globalization;
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
    public static List<GivenAnswer> Answers(Example example, IReadOnlyList<Edit> variants, int steps, Func<double, string> write, Func<Tensor, bool>? only = null)
    {
        steps = Math.Min(steps, example.LastStep);
        Shift? shift = variants.Select(variant => variant.Shift).FirstOrDefault(found => found is not null);
        Dictionary<string, double> numbers = Numbers(example, Edit.Equations(variants), steps + Math.Max(0, shift?.Steps ?? 0), only);
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
    public static Dictionary<string, double> Numbers(Example example, StepEquations equations, int steps, Func<Tensor, bool>? only = null)
    {
        Calculation calculation = new(example);
        Reader reader = new(calculation, steps, only ?? (_ => true));
        calculation.Run(equations, reader);
        return reader.Numbers;
    }

    /// <summary>To a number of significant digits, as a spreadsheet shows them.</summary>
    public static Func<double, string> Digits(int digits) => number => Plain(number.ToString(Invariant($"E{digits - 1}"), CultureInfo.InvariantCulture));

    private static string Full(NumberName name) => $"{name.Step}/{name.Sample}/{name.Element}";

    private static string Plain(string scientific)
    {
        // A plain decimal where it is short, as people write; else with an exponent.
        int exponent = int.Parse(scientific[(scientific.IndexOf('E') + 1)..], CultureInfo.InvariantCulture);
        int decimals = scientific.Contains('.') ? scientific.IndexOf('E') - scientific.IndexOf('.') - 1 - exponent : -exponent;
        bool isShort = decimals is >= 0 and <= 20 && exponent is > -8 and < 15;
        return isShort ? decimal.Parse(scientific, NumberStyles.Float, CultureInfo.InvariantCulture).ToString(Invariant($"F{decimals}"), CultureInfo.InvariantCulture) : scientific;
    }

    private sealed class Reader(Calculation calculation, int steps, Func<Tensor, bool> only) : ICalculationWatcher
    {
        public Dictionary<string, double> Numbers { get; } = [];

        public int LastStep => steps;

        public bool Watches(int step) => false;

        public bool WantsWeightJacobian(int step, Tensor tensor) => false;

        public void Computed(CalculatedStep step, Tensor tensor)
        {
        }

        public void Finished(CalculatedStep step)
        {
            foreach (Tensor tensor in calculation.Tensors(step.Number).InOrder)
            {
                bool input = tensor.Kind == TensorKind.a && tensor.Layer == 0;
                if (!input && !NotCalculated.Contains(tensor.Kind) && only(tensor))
                {
                    Add(step, tensor);
                }
            }
        }

        private void Add(CalculatedStep step, Tensor tensor)
        {
            double[][] rows = step.Rows(tensor);
            for (int i = 0; i < rows.Length; i++)
            {
                for (int k = 0; k < rows[i].Length; k++)
                {
                    Numbers.Add($"{step.Number}/{tensor.Sample}/{Names.Element(tensor.Symbol, tensor.Index(i, k))}", rows[i][k]);
                }
            }
        }
    }
}
