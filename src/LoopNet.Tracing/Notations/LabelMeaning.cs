using System.Globalization;
using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>What a label stands for: <c>[-] [FACTOR ...] TENSOR[^T][INDEX]</c>.</summary>
/// <param name="Factor">What LoopNet's number is multiplied by.</param>
/// <param name="Name">LoopNet's name.</param>
public sealed partial record LabelMeaning(LabelFactor Factor, NameParts Name)
{
    private const string Grammar = "a label stands for [-] [FACTOR ...] TENSOR[^T][INDEX] with factors eta, N, 1/N and numbers, for example -eta dL/dW2[0,0] or 1/N */dL/dz2^T";

    /// <summary>Reads a meaning.</summary>
    /// <param name="text">The meaning.</param>
    /// <exception cref="FormatException">It is none; the message says what is wrong with it.</exception>
    public static LabelMeaning Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        string rest = text.Trim();
        LabelFactor factor = LabelFactor.One;
        if (rest.StartsWith('-') || rest.StartsWith('\u2212'))
        {
            factor = LabelFactor.Minus;
            rest = rest[1..].TrimStart();
        }

        while (FactorPattern().Match(rest) is { Success: true } match)
        {
            factor = factor.Times(FactorOf(match, text));
            rest = rest[match.Length..];
        }

        NameParts name;
        try
        {
            name = NameParts.Parse(rest);
        }
        catch (FormatException exception)
        {
            throw new FormatException($"\"{text}\" says nothing: {Grammar}", exception);
        }

        return CanonicalPattern().IsMatch(name.Symbol)
            ? new LabelMeaning(factor, name with { Symbol = Canonical(name.Symbol) })
            : throw new FormatException($"\"{text}\" names {name.Symbol}, which is no tensor of LoopNet: {Grammar}");
    }

    // a0 is another name of x.
    private static string Canonical(string symbol) => symbol switch
    {
        "a0" => "x",
        "dL/da0" => "dL/dx",
        "dz1/da0" => "dz1/dx",
        _ => symbol,
    };

    private static LabelFactor FactorOf(Match match, string text)
    {
        string factor = match.Groups["factor"].Value;
        switch (factor)
        {
            case "eta":
                return LabelFactor.OfEta;
            case "1/eta":
                return LabelFactor.OfEta.Inverse;
            case "N":
                return new LabelFactor(1.0, 0, 1);
            case "1/N":
                return new LabelFactor(1.0, 0, -1);
            default:
                string[] parts = factor.Split('/');
                double number = double.Parse(parts[0], CultureInfo.InvariantCulture);
                double value = parts.Length == 1 ? number : number / double.Parse(parts[1], CultureInfo.InvariantCulture);
                return value > 0.0 && double.IsFinite(value) ? new LabelFactor(value, 0, 0) : throw new FormatException($"\"{text}\" has a factor that is no number over 0: {factor}");
        }
    }

    [GeneratedRegex(@"^(?<factor>1/eta|1/N|eta|N|[0-9]+(\.[0-9]+)?(/[0-9]+(\.[0-9]+)?)?)\s+", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex FactorPattern();

    [GeneratedRegex(@"^((mean |sum )?(dL/d[Wb][0-9]+|L)|dL/d([az][0-9]+|x)|da[0-9]+/dz[0-9]+|dz[0-9]+/d([Wa][0-9]+|x)|[Wb][0-9]+'?|[az][0-9]+|x|y)$", RegexOptions.ExplicitCapture, 30_000)]
    private static partial Regex CanonicalPattern();
}
