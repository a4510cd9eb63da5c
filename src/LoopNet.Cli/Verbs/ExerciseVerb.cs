using System.CommandLine;
using LoopNet.Checking;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary><c>loopnet exercise</c>: makes examples to be done by hand.</summary>
internal static class ExerciseVerb
{
    private const string Explanation = """
        Makes an example to be done by hand, for one student or for a class. Inputs are whole or halves, weights and biases have one decimal, and
        every result is 0 or stays within what a calculator shows. Numbers are drawn until every known mistake gives another number at
        the digits that are written down, and no two the same; what no draw can tell is said. docs/class.md goes through it.

        The same seed and ID give the same exercise on every machine. With --count, --list or several --for, the folder of --out gets an
        exercise for each, ID.json, with sheets in worksheets and answers in keys. loopnet check --exercises grades what comes back.

        --plain writes a starter for an example of your own: any size, nothing asked of its numbers, and every key explained.
        """;

    private const int MostVariants = 10_000;

    /// <summary>Makes the verb.</summary>
    public static Verb Create(Terminal terminal)
    {
        ExerciseOptions options = new();
        ExerciseSheets sheets = new();
        ExerciseStudents students = new(MostVariants);
        Option<string?> place = new("--out") { HelpName = "FILE|FOLDER", Description = "The file to write, NAME.json; for several exercises, a new folder. Standard output where it is left out." };
        Option<bool> plain = new("--plain") { Description = "Write a starter for an example of your own." };
        return new Verb("exercise", "make an example to be done by hand, or one for each student")
        {
            Explanation = Explanation,
            Examples =
            [
                ("loopnet exercise --worksheet --key --out mine.json", "An exercise, its sheet and its answers."),
                ("loopnet exercise --layers 2,3,2 --hidden tanh --output softmax --loss cross-entropy --exact", "Another network; its outputs are short decimals."),
                ("loopnet exercise --worksheet --key --count 30 --out class7", "A variant for each of thirty students."),
                ("loopnet exercise --plain --layers 3,4,2 --out mine.json", "A file to put your own numbers into."),
            ],
            Takes = [.. options.All, .. students.All, plain, place, .. sheets.All],
            Run = parse =>
            {
                ExercisePlan plan = options.Plan(parse);
                string? path = parse.GetValue(place) is "-" ? null : parse.GetValue(place);
                if (parse.GetValue(plain))
                {
                    string? wish = options.Wish(parse) ?? students.Several(parse) ?? sheets.Given(parse);
                    return wish is null ? WriteStarter(plan, students.Seed(parse), path, terminal) : throw new UsageException($"{wish} is for an exercise; leave it out, or leave --plain out");
                }

                ExerciseWriter writer = new(parse, plan, students, sheets, terminal);
                return students.Several(parse) is null ? writer.WriteOne(path) : writer.WriteFolder(path);
            },
        };
    }

    private static int WriteStarter(ExercisePlan plan, long seed, string? path, Terminal terminal)
    {
        OutputFile file = new("--out", path);
        file.Check();
        string name = path is null ? "mine" : Example.NameFrom(Path.GetFileNameWithoutExtension(path));
        string check = path is null ? "FILE" : ShellWord.Of(path);
        string text = ExampleText.Write(ExerciseMaker.Starter(plan, name, seed), ["An example of your own: put your numbers in.", $"loopnet trace {check} --out - writes every number of it."], isExplained: true);
        if (path is null)
        {
            terminal.Output.Write(text);
        }
        else
        {
            WholeFile.Write(path, text);
            terminal.Output.WriteLine(path);
        }

        return ExitStatus.Done;
    }
}
