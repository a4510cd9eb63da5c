namespace LoopNet.Checking;

/// <summary>The known mistakes, in the order of the equations that go wrong.</summary>
public static class Catalogue
{
    private static readonly string[] Order = ["F1", "F2", "F3", "B1", "B2", "B3", "B3s", "B5", "B6", "B7", "M1", "M2", "U1", "U2"];

    /// <summary>All of them: every class of this library that is a mistake.</summary>
    public static IReadOnlyList<Mistake> All { get; } = Find();

    /// <summary>The ways in which the mistakes can be made in an example, in the order of the catalogue.</summary>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Variant> Variants(Example example) => [.. All.SelectMany(mistake => mistake.Variants(example))];

    /// <summary>A step with mistakes in it.</summary>
    /// <param name="variants">The mistakes, in the order of the catalogue: an equation that is replaced twice is first replaced by the last.</param>
    public static StepEquations Equations(IEnumerable<Variant> variants)
    {
        ArgumentNullException.ThrowIfNull(variants);
        StepEquations equations = new();
        foreach (Variant variant in variants.Reverse().OrderBy(variant => variant.Mistake.IsOutermost))
        {
            equations = variant.Replace(equations);
        }

        return equations;
    }

    private static Mistake[] Find()
    {
        IEnumerable<Mistake> mistakes = typeof(Mistake).Assembly.GetTypes()
            .Where(type => type.IsSubclassOf(typeof(Mistake)) && !type.IsAbstract)
            .Select(type => (Mistake)Activator.CreateInstance(type)!);
        return [.. mistakes.OrderBy(mistake => mistake.IsSlip).ThenBy(Place).ThenBy(mistake => mistake.Title, StringComparer.Ordinal)];
    }

    private static int Place(Mistake mistake)
    {
        int place = Array.IndexOf(Order, mistake.Equation.Split(',')[0]);
        return place < 0 ? Order.Length : place;
    }
}
