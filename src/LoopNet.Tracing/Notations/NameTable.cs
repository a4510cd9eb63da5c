namespace LoopNet.Tracing;

/// <summary>Both names of the numbers of an example's first step: the labels of a notation, and LoopNet's.</summary>
/// <param name="names">The names.</param>
public sealed class NameTable(OwnNames names)
{
    /// <summary>Labels of what the first step does not have.</summary>
    public IReadOnlyList<string> Missing => [.. names.At(1).Missing.Select(missing => $"{missing.Key} ({missing.Value})")];

    /// <summary>A row for each number that has a label of its own, and for each tensor that has one as a whole, in the order of computation.</summary>
    /// <param name="most">A tensor of more numbers than this is not listed number by number.</param>
    public IEnumerable<(string Label, string LoopNet)> Rows(int most)
    {
        foreach (Tensor tensor in names.At(1).Tensors)
        {
            NumberName whole = NumberName.Of(1, tensor.Sample, tensor.Symbol);
            int[][] labelled = tensor.Count > most ? [] : [.. tensor.Indexes().Where(index => names.Element(NumberName.Of(1, tensor.Sample, tensor.Symbol, index)).Label is { IsSingle: true })];
            foreach (int[] index in labelled)
            {
                ShownName shown = names.Element(NumberName.Of(1, tensor.Sample, tensor.Symbol, index));
                string loopNet = Names.Element(tensor.Symbol, OwnLabel.OwnOrder(tensor.Kind, names.Layout, index));
                yield return (shown.Text, shown.Factor.Before(loopNet));
            }

            if (labelled.Length < tensor.Count)
            {
                ShownName shown = names.Whole(whole, null);
                yield return shown.Label is OwnLabel label
                    ? (label.Text, label.Factor.Before($"{(label.Rows is null ? "" : "*/")}{tensor.Symbol}{(label.IsTransposed ? "^T" : "")}"))
                    : (tensor.Symbol, tensor.Symbol);
            }
        }
    }
}
