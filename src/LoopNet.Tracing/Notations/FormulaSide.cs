using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace LoopNet.Tracing;

/// <summary>One side of a formula.</summary>
internal sealed class FormulaSide(OwnNames names, int step, int? sample, ShownValues? values)
{
    /// <summary>The side in symbols.</summary>
    /// <param name="text">The side in LoopNet's names.</param>
    /// <param name="factor">What the whole side is multiplied by.</param>
    public string Symbols(string text, LabelFactor factor) => Written(text, factor, Writing.Symbols);

    /// <summary>The side in numbers: made anew from its symbols where labels or the layout change a product; else as it was.</summary>
    /// <param name="symbols">The side in LoopNet's names.</param>
    /// <param name="numbered">The side in numbers.</param>
    /// <param name="factor">What the whole side is multiplied by.</param>
    public string Numbered(string symbols, string numbered, LabelFactor factor)
    {
        // A sum of values, as that of B7, has no product to write anew.
        MatchCollection runs = FormulaRuns.Pattern.Matches(symbols);
        bool areValues = runs.Any(run => FormulaRuns.Names(run.Groups["product"].Value).Count > 1) && !numbered.Contains('*', StringComparison.Ordinal);
        bool isChanged = !areValues && (runs.Any(IsChanged) || (factor != LabelFactor.One && FormulaRuns.IsSum(symbols)));
        bool areKnown = runs.SelectMany(run => FormulaRuns.Names(run.Groups["product"].Value)).All(name => values!.Of(Named(name)) is not null);
        if (areKnown && areValues && factor != LabelFactor.One)
        {
            return Written(symbols, factor, Writing.Values);
        }

        if (areKnown && isChanged)
        {
            return Written(symbols, factor, Writing.Numbers);
        }

        if (factor == LabelFactor.One)
        {
            return numbered;
        }

        string difference = @"^(?<left>\S+) - (?<right>\S+)$";
        Match minus = Regex.Match(numbered, difference, RegexOptions.ExplicitCapture, TimeSpan.FromSeconds(30));
        if (factor == LabelFactor.Minus && minus.Success)
        {
            string left = minus.Groups["left"].Value;
            return $"{Bare(minus.Groups["right"].Value)} - {(left.StartsWith('-') ? $"({left})" : left)}";
        }

        return $"{Times(values!.Of(factor))}({numbered})";
    }

    /// <summary>The value of a side that is one product.</summary>
    public string Value(string symbols, LabelFactor factor) => Bare(Written(symbols, factor, Writing.Values));

    /// <summary>The letters or numbers in the brackets of a name; null where it has none.</summary>
    public static string[]? Letters(Match name)
    {
        string index = name.Groups["index"].Value;
        return index.Length == 0 ? null : [.. index[1..^1].Split(',').Select(letter => letter.Trim())];
    }

    private string Written(string text, LabelFactor factor, Writing writing)
    {
        MatchCollection runs = FormulaRuns.Pattern.Matches(text);
        bool isSum = factor != LabelFactor.One && FormulaRuns.IsSum(text) && (runs.Count == 1 || writing == Writing.Values || runs.All(run => Times(run).Times(factor).Magnitude == LabelFactor.One));
        if (factor == LabelFactor.Minus && runs.Count == 2 && runs[1].Groups["sign"].Value == " - " && runs[0].Length + runs[1].Length == text.Length && Times(runs[0]) == LabelFactor.One && Times(runs[1]) == LabelFactor.Minus)
        {
            return $"{Bare(Product(runs[1], writing))} - {Product(runs[0], writing)}";
        }

        StringBuilder written = new();
        int end = 0;
        foreach (Match run in runs)
        {
            written.Append(text, end, run.Index - end);
            end = run.Index + run.Length;
            LabelFactor own = isSum ? Times(run).Times(factor) : Times(run);
            Append(written, run, own, text[end..], writing);
        }

        written.Append(text, end, text.Length - end);
        string all = written.ToString();
        if (isSum || factor == LabelFactor.One)
        {
            return all;
        }

        return writing == Writing.Symbols ? factor.Before($"({all})") : $"{Times(values!.Of(factor))}({all})";
    }

    private void Append(StringBuilder written, Match run, LabelFactor own, string after, Writing writing)
    {
        if (writing == Writing.Values)
        {
            written.Append(written.Length == 0 ? "" : " + ").Append(values!.Product(own, FormulaRuns.Names(run.Groups["product"].Value).Select(Named)));
            return;
        }

        string factors = Product(run, writing);
        string product = writing == Writing.Numbers ? $"{Times(values!.Of(own.Magnitude))}{factors}" : own.Magnitude.Before(factors);
        string before = written.ToString();
        bool bindsCloser = before.EndsWith("/ ", StringComparison.Ordinal) || before.EndsWith("ln ", StringComparison.Ordinal) || after.StartsWith('^') || after.StartsWith(" /", StringComparison.Ordinal);
        bool isInside = bindsCloser && own.Magnitude != LabelFactor.One;
        if (run.Groups["sign"].Length > 0)
        {
            written.Append(own.IsNegative ? " - " : " + ").Append(product);
            return;
        }

        bool isFirst = before.Length == 0 || before.EndsWith('(') || before.EndsWith("= ", StringComparison.Ordinal) || before.EndsWith(": ", StringComparison.Ordinal);
        bool wasNegative = run.Groups["minus"].Length > 0;
        written.Append((own.IsNegative, isFirst || wasNegative, isInside) switch
        {
            (true, true, false) => $"-{product}",
            (true, _, _) => $"(-{product})",
            (false, _, true) => $"({product})",
            _ => product,
        });
    }

    // The sign, eta and the factors of the labels, as they stand before the product; the sign between two terms is one of them.
    private LabelFactor Times(Match run)
    {
        LabelFactor factor = run.Groups["eta"].Length > 0 ? LabelFactor.OfEta : LabelFactor.One;
        bool isNegative = (run.Groups["minus"].Length > 0) != (run.Groups["sign"].Value == " - ");
        factor = isNegative ? factor.Times(LabelFactor.Minus) : factor;
        foreach (Match name in FormulaRuns.Names(run.Groups["product"].Value))
        {
            factor = factor.Times(Shown(name).Factor.Inverse);
        }

        return factor;
    }

    private bool IsChanged(Match run)
    {
        IReadOnlyList<Match> product = FormulaRuns.Names(run.Groups["product"].Value);
        return IsTurned(product) || product.Any(name => Shown(name).Factor != LabelFactor.One);
    }

    // Where weights are W[k,i], vectors are rows and stand before the matrix.
    private bool IsTurned(IReadOnlyList<Match> product)
    {
        return names.Layout == WeightLayout.InputUnit && product.Count > 1 && product[0].Groups["symbol"].Value != product[1].Groups["symbol"].Value;
    }

    private string Product(Match run, Writing writing)
    {
        bool inNumbers = writing == Writing.Numbers;
        IReadOnlyList<Match> product = FormulaRuns.Names(run.Groups["product"].Value);
        bool isTurned = IsTurned(product);
        IEnumerable<string> written = product.Select(name => inNumbers ? values!.Of(Named(name))! : Symbol(name, isTurned));
        return string.Join(inNumbers ? "*" : " ", isTurned ? written.Reverse() : written);
    }

    // The transpose of a product turns its factors: a matrix of weights is written transposed anyway, any other changes sides of ^T.
    private string Symbol(Match name, bool isTurned)
    {
        ShownName shown = Shown(name);
        string place = name.Groups["place"].Value;
        string text = shown.HasSample ? shown.Text : $"{place}{shown.Text}";
        string symbol = name.Groups["symbol"].Value;
        bool isOfActivation = symbol.StartsWith("da", StringComparison.Ordinal) && name.Groups["index"].Length == 0;
        bool hasT = name.Groups["turned"].Length > 0;
        if (isTurned && isOfActivation)
        {
            hasT = !hasT;
        }

        if (hasT && text.EndsWith("^T", StringComparison.Ordinal))
        {
            return text[..^2];
        }

        return hasT ? (isOfActivation ? $"({text})^T" : $"{text}^T") : text;
    }

    private ShownName Shown(Match name)
    {
        string[]? letters = Letters(name);
        NumberName number = Named(name);
        bool hasLetters = letters is not null && number.Index.Count == 0;
        return hasLetters ? names.Whole(number, letters) : names.Element(number);
    }

    private NumberName Named(Match name)
    {
        string symbol = name.Groups["symbol"].Value;
        string[] letters = Letters(name) ?? [];
        int[] index = [.. letters.Select(letter => int.TryParse(letter, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : -1)];
        int[] numbers = index.Contains(-1) ? [] : index;
        int at = step;
        int? of = sample;
        if (name.Groups["place"].Length > 0)
        {
            string[] parts = name.Groups["place"].Value.Split('/');
            at = int.Parse(parts[0], CultureInfo.InvariantCulture);
            of = parts[1].Length > 0 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : null;
        }

        return NumberName.Of(at, NumberName.IsOfStep(symbol) ? null : of ?? 0, symbol, numbers);
    }

    private static string Times(string factor) => factor is "" or "-" ? factor : $"{factor}*";

    // A negative number that comes first needs no parentheses.
    private static string Bare(string number) => number.StartsWith("(-", StringComparison.Ordinal) && number.EndsWith(')') && number.Count(letter => letter == '(') == 1 ? number[1..^1] : number;
}
