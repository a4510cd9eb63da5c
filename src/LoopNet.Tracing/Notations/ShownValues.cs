namespace LoopNet.Tracing;

/// <summary>The numbers of a step, as they are shown under their labels.</summary>
/// <param name="Names">The names.</param>
/// <param name="Step">The step.</param>
/// <param name="Numbers">How numbers are written.</param>
internal sealed record ShownValues(OwnNames Names, StepTrace Step, Numbers Numbers)
{
    /// <summary>A number, as a factor or a term.</summary>
    public string? Of(NumberName name)
    {
        TraceRecord? record = name.Step == Step.Number ? Step.Find(name.Symbol, name.Sample) : null;
        return record is null || name.Index.Count != record.Tensor.Shape.Length ? null : Numbers.Part(Names.FactorOf(name) * record.At(name.Index));
    }

    /// <summary>A product of numbers of LoopNet, as a term.</summary>
    /// <param name="factor">What it is multiplied by, once its names are labels.</param>
    /// <param name="names">The numbers.</param>
    public string Product(LabelFactor factor, IEnumerable<NumberName> names)
    {
        double product = factor.Value(Names.Example.Rule.LearningRate, Step.Numbers.Count);
        foreach (NumberName name in names)
        {
            product *= Names.FactorOf(name) * Step.Find(name.Symbol, name.Sample)!.At(name.Index);
        }

        return Numbers.Part(0.0 + product);
    }

    /// <summary>A factor, written.</summary>
    public string Of(LabelFactor factor) => factor.InNumbers(Numbers.Write(Names.Example.Rule.LearningRate), Step.Numbers.Count);
}
