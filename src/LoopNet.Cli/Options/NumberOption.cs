using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LoopNet.Cli;

/// <summary>Options that take a number, with a clear sentence for everything else.</summary>
internal static class NumberOption
{
    /// <summary>An option that takes a whole number and has a default.</summary>
    public static Option<int> Whole(string name, string description, int smallest, int standard, int largest = int.MaxValue)
    {
        return new Option<int>(name)
        {
            HelpName = "N",
            Description = description,
            DefaultValueFactory = _ => standard,
            CustomParser = result => Parse(result, smallest, largest) is long number ? (int)number : 0,
        };
    }

    /// <summary>An option that takes a whole number, or is left out.</summary>
    public static Option<int?> WholeOrNone(string name, string description, int smallest, int largest = int.MaxValue)
    {
        return new Option<int?>(name)
        {
            HelpName = "N",
            Description = description,
            CustomParser = result => result.Tokens.Count == 0 ? null : (int?)Parse(result, smallest, largest),
        };
    }

    /// <summary>The seed of whatever is random in a verb, by default 1.</summary>
    public static Option<long> Seed(string description)
    {
        return new Option<long>("--seed")
        {
            HelpName = "N",
            Description = description,
            DefaultValueFactory = _ => 1,
            CustomParser = result => Parse(result, long.MinValue, long.MaxValue) ?? 0,
        };
    }

    /// <summary>The seed of whatever is random in a verb; nothing is random without it.</summary>
    public static Option<long?> SeedOrNone(string description)
    {
        return new Option<long?>("--seed")
        {
            HelpName = "N",
            Description = description,
            CustomParser = result => Parse(result, long.MinValue, long.MaxValue),
        };
    }

    /// <summary>The learning rate.</summary>
    public static Option<double> LearningRate(string name, string description, double standard)
    {
        return Real(name, "ETA", description, standard, number => double.IsFinite(number) && number > 0.0, "a finite number over 0, for example 0.01");
    }

    /// <summary>The slope of a leaky ReLU.</summary>
    public static Option<double> Slope(string name, string description)
    {
        return Real(name, "SLOPE", description, LeakyRelu.StandardSlope, LeakyRelu.IsSlope, $"{LeakyRelu.SlopeRule}, for example 0.1");
    }

    private static Option<double> Real(string name, string helpName, string description, double standard, Func<double, bool> accepts, string rule)
    {
        return new Option<double>(name)
        {
            HelpName = helpName,
            Description = description,
            DefaultValueFactory = _ => standard,
            CustomParser = result =>
            {
                string text = result.Tokens[0].Value;
                bool isNumber = double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double number);
                if (!isNumber || !accepts(number))
                {
                    result.AddError($"{name} is {rule}, not '{text}'");
                }

                return number;
            },
        };
    }

    private static long? Parse(ArgumentResult result, long smallest, long largest)
    {
        string text = result.Tokens[0].Value;
        bool isNumber = long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out long number);
        if (isNumber && number >= smallest && number <= largest)
        {
            return number;
        }

        string name = ((OptionResult)result.Parent!).Option.Name;
        result.AddError($"{name} is a whole number {Range(smallest, largest)}, not '{text}'");
        return null;
    }

    private static string Range(long smallest, long largest)
    {
        if (smallest < 0)
        {
            return "that fits 64 bits";
        }

        return Invariant($"of at least {smallest} and at most {largest:N0}");
    }
}
