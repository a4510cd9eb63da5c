using System.Text;
using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>The part of docs/mistakes.md that is written by a test: a section for each mistake, and which cannot be told apart.</summary>
public static class MistakesPage
{
    private const int Steps = 2;
    private const int MostExamples = 4;

    private static readonly Numbers Shown = new(Numbers.DefaultDigits);

    /// <summary>The text, after the marker line.</summary>
    public static string Text()
    {
        StringBuilder page = new();
        foreach (Mistake mistake in Catalogue.All)
        {
            page.Append(Section(mistake));
        }

        page.Append("\n## Appendix: mistakes that cannot be told apart\n\n");
        page.Append("Some mistakes give the very same numbers in some examples. Then both are named, and no answers can decide between them. Names\n");
        page.Append("of examples that are not shipped are those of `tests/LoopNet.Tests/Oracles`.\n\n");
        page.Append("Where every number of two steps is given:\n\n");
        Append(page, Confusions.Find(Steps, _ => true));
        page.Append("\nWhere nothing but the new parameters of one step is given, there are more:\n\n");
        Append(page, Confusions.Find(1, tensor => tensor.Kind is TensorKind.W_new or TensorKind.b_new));
        return page.ToString();
    }

    private static string Section(Mistake mistake)
    {
        Example example = CheckedExamples.Read(mistake.ShownIn);
        NumberName name = NumberName.Parse(mistake.ShownBy);
        double right = Number(example, [], name);
        Edit variant = mistake.Edits(example).First(way => Shown.Write(Number(example, [way], name)) != Shown.Write(right));
        string[] parts = mistake.ShownIn.Split(", ");
        string where = parts.Length > 1 ? $" of `{parts[0]}`, summed" : $" of `{parts[0]}`";
        string way = variant.Where.Length > 0 ? $"\nMade here: {variant.Where}.\n" : "";
        string seen = mistake.SeenIn is null ? "" : $"\nSeen in print: {mistake.SeenIn}.\n";
        return $"""

            ## {mistake.Title}

            {mistake.Explanation}

            | | {mistake.Equation} | `{mistake.ShownBy}`{where} |
            |---|---|---:|
            | right | `{mistake.Right}` | {Shown.Write(right)} |
            | wrong | `{mistake.Wrong}` | {Shown.Write(Number(example, [variant], name))} |
            {way}{seen}
            """.Replace("\r\n", "\n");
    }

    private static double Number(Example example, Edit[] variants, NumberName name)
    {
        Shift? shift = variants.Select(variant => variant.Shift).FirstOrDefault();
        NumberName read = shift?.Of(name) ?? name;
        return Learner.Numbers(example, Edit.Equations(variants), Steps + 1)[$"{read.Step}/{read.Sample}/{read.Element}"];
    }

    private static void Append(StringBuilder page, IReadOnlyList<Confusions.Confusion> confusions)
    {
        page.Append("| Mistakes | Where | Why |\n|---|---|---|\n");
        foreach (Confusions.Confusion confusion in confusions)
        {
            string[] examples = [.. confusion.Examples.Select(name => $"`{name.Replace("oracle ", "")}`")];
            string where = examples.Length > MostExamples ? $"{string.Join(", ", examples[..MostExamples])} and {examples.Length - MostExamples} more" : string.Join(", ", examples);
            page.Append($"| {Link(confusion.First)}; {Link(confusion.Second)} | {where} | {ConfusionReasons.Of(confusion.First.Title, confusion.Second.Title)} |\n");
        }
    }

    private static string Link(Mistake mistake) => $"[{mistake.Title}](#{mistake.Anchor})";
}
