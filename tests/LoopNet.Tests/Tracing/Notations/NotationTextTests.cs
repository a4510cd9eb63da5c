using System.Data;
using System.Globalization;
using System.Text.RegularExpressions;
using LoopNet.Data;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests.Tracing.Notations;

/// <summary>Traces in other people's notations: locked, and with an arithmetic that is right line by line.</summary>
public partial class NotationTextTests
{
    [Theory]
    [InlineData("mazur", "mazur", NamesShown.Own)]
    [InlineData("mazur", "delta", NamesShown.Both)]
    [InlineData("xor-batch", "rows", NamesShown.Own)]
    [InlineData("xor-batch", "columns", NamesShown.Own)]
    [InlineData("tiny", "rows", NamesShown.LoopNet)]
    public async Task Text_InANotation_IsAsVerified(string example, string notation, NamesShown names)
    {
        await Verify(Text(example, notation, names)).UseParameters(example, notation, $"{names}");
    }

    // What stands between the equals signs of a line is one number: an evaluator of plain arithmetic says so.
    [Theory]
    [InlineData("mazur", "mazur")]
    [InlineData("mazur", "delta")]
    [InlineData("mazur", "rows")]
    [InlineData("xor-batch", "rows")]
    [InlineData("xor-batch", "columns")]
    [InlineData("xor-batch", "delta")]
    [InlineData("tiny", "columns-last")]
    [InlineData("tiny", "delta")]
    [InlineData("relu-homework", "rows-last")]
    public void Text_InANotation_HasRightArithmetic(string example, string notation)
    {
        int checkedLines = 0;
        using DataTable calculator = new() { Locale = CultureInfo.InvariantCulture };
        string[] lines = ContinuationPattern().Replace(Text(example, notation, NamesShown.Own), " ").Split('\n');
        for (int i = 0; i < lines.Length; i++)
        {
            string[] parts = lines[i].Split(" = ");
            string value = parts[^1].Trim();
            string sum = parts.Length > 2 ? parts[^2] : i > 0 ? lines[i - 1].TrimStart(' ', '=') : "";
            if (parts.Length < 2 || !double.TryParse(value, NumberStyles.Float, CultureInfo.InvariantCulture, out double right) || !ArithmeticPattern().IsMatch(sum))
            {
                continue;
            }

            double calculated = Convert.ToDouble(calculator.Compute(Decimal(sum), null), CultureInfo.InvariantCulture);
            Assert.True(Math.Abs(calculated - right) <= 1e-9 * (1.0 + Math.Abs(right)), $"{lines[i]}: {sum} is {calculated}");
            checkedLines++;
        }

        Assert.True(checkedLines > 30, $"only {checkedLines} lines have been checked");
    }

    // ln 1/2 p would be half of p, or half of a logarithm.
    [Fact]
    public void Text_AFactorBehindALogarithm_StandsInParentheses()
    {
        Notation notation = new(WeightLayout.UnitInput, [new NotationLabel("p", "2 a3", "here")]);

        string text = WrittenTrace.Text(ShippedExamples.Read("tiny"), new TextOptions() { Notation = notation });

        Assert.Contains("y[1] ln (1/2 p[1])", text, StringComparison.Ordinal);
        Assert.Contains("F3  L = -sum y ln (1/2 p)", text, StringComparison.Ordinal);
    }

    // Programs read one format: the files for them do not know of notations.
    [Fact]
    public void Lines_OfAnExampleWithANotation_AreThoseWithoutIt()
    {
        Example example = ShippedExamples.Read("xor-batch");

        Assert.Equal(WrittenTrace.Bytes(example), WrittenTrace.Bytes(example with { Notation = NotationFile.Resolve("rows") }));
    }

    private static string Text(string example, string notation, NamesShown names)
    {
        TextOptions options = new() { Notation = NotationFile.Resolve(notation), Names = names };
        return WrittenTrace.Text(ShippedExamples.Read(example), options);
    }

    // A sum that is too long for its line goes on below, with the sign first.
    [GeneratedRegex(@"\n +(?=[+\-] )")]
    private static partial Regex ContinuationPattern();

    // Whole numbers would be divided as such.
    private static string Decimal(string sum) => WholePattern().Replace(sum, "$0.0");

    [GeneratedRegex(@"^[-0-9.+*/() e]*[*/+][-0-9.+*/() e]*$", RegexOptions.None, 30_000)]
    private static partial Regex ArithmeticPattern();

    [GeneratedRegex(@"(?<![0-9.e\-])[0-9]+(?![0-9.e])|(?<=[ (*/]-|^-)[0-9]+(?![0-9.e])", RegexOptions.None, 30_000)]
    private static partial Regex WholePattern();
}
