using LoopNet.Checking;
using LoopNet.Tracing;

namespace LoopNet.Tests.Checking;

/// <summary>Finds the mistakes that give the very same numbers, so that no answers can tell them apart.</summary>
public static class Confusions
{
    /// <summary>Two mistakes, and the examples in which some way to make the one gives the numbers of some way to make the other.</summary>
    public sealed record Confusion(Mistake First, Mistake Second, IReadOnlyList<string> Examples, string Ways);

    /// <summary>The pairs of mistakes that cannot be told apart, in the order of the catalogue.</summary>
    /// <param name="steps">How many steps the answers have.</param>
    /// <param name="only">Which tensors they have.</param>
    public static IReadOnlyList<Confusion> Find(int steps, Func<Tensor, bool> only)
    {
        Dictionary<(Mistake First, Mistake Second), (List<string> Examples, string Ways)> found = [];
        foreach (string name in CheckedExamples.Names)
        {
            Example example = CheckedExamples.Read(name);
            Dictionary<string, List<Edit>> byNumbers = Grouped(example, steps, only);
            foreach (List<Edit> group in byNumbers.Values)
            {
                foreach ((Edit first, Edit second) in group.SelectMany((first, i) => group.Skip(i + 1).Select(second => (first, second))))
                {
                    if (first.Mistake != second.Mistake)
                    {
                        (Mistake, Mistake) pair = (first.Mistake!, second.Mistake!);
                        found.TryAdd(pair, ([], $"{first.Where} / {second.Where}"));
                        if (!found[pair].Examples.Contains(name))
                        {
                            found[pair].Examples.Add(name);
                        }
                    }
                }
            }
        }

        return [.. found.Select(pair => new Confusion(pair.Key.First, pair.Key.Second, pair.Value.Examples, pair.Value.Ways))
            .OrderBy(confusion => Catalogue.All.ToList().IndexOf(confusion.First)).ThenBy(confusion => Catalogue.All.ToList().IndexOf(confusion.Second))];
    }

    // Twelve digits are the same where rounding errors alone differ.
    private static Dictionary<string, List<Edit>> Grouped(Example example, int steps, Func<Tensor, bool> only)
    {
        string right = Written(Learner.Answers(example, [], steps, Learner.Digits(11), only));
        Dictionary<string, List<Edit>> groups = [];
        foreach (Edit variant in Catalogue.Edits(example))
        {
            string numbers = Written(Learner.Answers(example, [variant], steps, Learner.Digits(11), only));
            if (numbers != right)
            {
                groups.TryAdd(numbers, []);
                groups[numbers].Add(variant);
            }
        }

        return groups;
    }

    private static string Written(List<GivenAnswer> answers) => string.Join(' ', answers.Select(answer => answer.Literal == "-0" ? "0" : answer.Literal));
}
