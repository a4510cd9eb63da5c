using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The options <c>--data</c> and <c>--label</c>, the same for every verb that takes digits.</summary>
internal sealed class DataOptions
{
    private readonly Option<string?> _data = new("--data")
    {
        HelpName = "PLACE",
        Description = """
            The digits: a folder with MNIST's four files (raw or .gz) or with mnist_train.csv and mnist_test.csv, a CSV file
            (label,pixel0..pixel783; where it is trained on, its last 1/7 is kept for testing), .npz or .npy of NumPy (x_train,
            y_train, x_test, y_test), or the word embedded
            for the digits that the program draws. Default: ./data/mnist when MNIST is there, else the folder that the environment variable
            LOOPNET_DATA names, else embedded.
            """,
    };

    private readonly Option<string?> _label = new("--label")
    {
        HelpName = "first|last",
        Description = "Where a line of a CSV file, or a row of 785 numbers, has the label: before the pixels or behind them. Default: where its header says, else first.",
    };

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_data, _label];

    /// <summary>The value of <c>--data</c>, or null.</summary>
    public string? Place(ParseResult parse) => parse.GetValue(_data);

    /// <summary>Finds the digits to use, and says on standard error why where the person did not choose.</summary>
    /// <exception cref="UsageException">A value is none.</exception>
    /// <exception cref="DataException">There is no such place, or <c>LOOPNET_DATA</c> names a folder without MNIST.</exception>
    public DigitSource Choose(ParseResult parse, Terminal terminal) => Choose(Place(parse), parse, terminal);

    /// <summary>The same for a place that another option names.</summary>
    public DigitSource Choose(string? place, ParseResult parse, Terminal terminal) => DataChoice.Choose(place, Label(parse), terminal);

    private LabelPlace Label(ParseResult parse)
    {
        return parse.GetValue(_label) switch
        {
            null => LabelPlace.Found,
            "first" => LabelPlace.First,
            "last" => LabelPlace.Last,
            string other => throw new UsageException($"--label is first or last, not '{other}'"),
        };
    }
}
