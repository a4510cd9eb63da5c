using System.CommandLine;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet data show</c>: shows a digit of one's own as a network gets it.</summary>
internal static class ShowVerb
{
    private const string Explanation = """
        Reads a picture of one digit and makes it ready as MNIST's own digits were: grey, the digit light on black (which side is ink is
        found out), cropped, scaled into 20 x 20 pixels keeping its shape, and centred by its mass in 28 x 28. Prints it as text, or
        writes it as a PGM, which predict --picture and most programs for pictures read.
        """;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        Option<string> picture = new("--picture") { HelpName = "FILE", Required = true, Description = "A picture of one digit: PNG, JPEG, BMP, GIF or PGM." };
        Option<string?> file = new("--out") { HelpName = "FILE.pgm", Description = "Write the 28 x 28 pixels to this file." };
        return new Verb("show", "show a digit of your own as a network gets it")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet data show --picture seven.png", "A digit from a picture, as text."),
                ("loopnet data show --picture seven.jpg --out seven.pgm", "The same, and as a picture of 28 x 28."),
            ],
            Takes = [picture, file],
            Run = parse => Show(parse.GetValue(picture)!, parse.GetValue(file), terminal),
        };
    }

    private static int Show(string picture, string? file, Terminal terminal)
    {
        OutputFile output = new("--out", file);
        output.Check();
        OutputFile.CheckApart([output], picture);
        DigitSet digit = PictureFile.Digit(picture);
        DigitText.Write(digit.Pixels(0), terminal.Output);
        if (file is not null)
        {
            WholeFile.Write(file, PgmFile.Text(digit.Pixels(0)));
            terminal.Output.WriteLine();
            terminal.Output.WriteLine($"written   {file}");
        }

        return ExitStatus.Done;
    }
}
