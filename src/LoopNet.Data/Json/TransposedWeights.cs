namespace LoopNet.Data;

/// <summary>Tells that weight matrices are transposed, where the shapes of a network do not fit each other as they are and would fit so.</summary>
internal static class TransposedWeights
{
    /// <summary>Refuses a network whose shapes fit with one matrix transposed, or with all of them.</summary>
    /// <param name="layers">The layers.</param>
    /// <param name="layout">How the matrices are said to be written.</param>
    /// <param name="sample">A sample, whose input and target have to fit, too; null where there is none.</param>
    /// <exception cref="DataException">The shapes fit with a matrix transposed, and not without.</exception>
    public static void Refuse(JsonPlace[] layers, WeightLayout layout, JsonPlace? sample)
    {
        Shape[] shapes = [.. layers.Select(Shape.Of)];
        bool isByInput = layout == WeightLayout.InputUnit;
        if (!shapes.All(shape => shape.IsMatrix) || Fits(shapes, sample, _ => isByInput))
        {
            return;
        }

        if (Fits(shapes, sample, _ => !isByInput) && shapes.Length > 1)
        {
            throw Complaint(layers[0], shapes, [.. Enumerable.Range(0, shapes.Length)], layout);
        }

        for (int l = 0; l < shapes.Length; l++)
        {
            int turned = l;
            if (Fits(shapes, sample, index => (index == turned) != isByInput))
            {
                throw Complaint(layers[l], shapes, [l], layout);
            }
        }
    }

    private static DataException Complaint(JsonPlace layer, Shape[] shapes, int[] turned, WeightLayout layout)
    {
        string verb = turned.Length == 1 ? "seems" : "seem";
        string found = string.Join(" and ", turned.Select(l => Invariant($"W{l + 1} with {JsonPlace.Count(shapes[l].Rows, "row")} of {shapes[l].Columns}")));
        string expected = string.Join(" and ", turned.Select(l => Invariant($"{JsonPlace.Count(shapes[l].Columns, "row")} of {shapes[l].Rows}")));
        string rule = layout == WeightLayout.InputUnit
            ? "the layout is input-unit, so that a row holds the weights of one input and weights[k][i] goes from input k to unit i"
            : "a row holds the weights into one unit, so that weights[i][k] goes from input k to unit i; a file whose rows are inputs says so, \"notation\": {\"layout\": \"input-unit\"}";
        return layer.Member("weights")!.Value.Wrong($"{found}, which {verb} transposed", $"{expected}: {rule}");
    }

    private static bool Fits(Shape[] shapes, JsonPlace? sample, Func<int, bool> isTurned)
    {
        int inputs = sample?.Member("input")?.Length ?? 0;
        for (int l = 0; l < shapes.Length; l++)
        {
            int units = isTurned(l) ? shapes[l].Columns : shapes[l].Rows;
            int own = isTurned(l) ? shapes[l].Rows : shapes[l].Columns;
            if ((inputs > 0 && own != inputs) || (shapes[l].Biases > 0 && shapes[l].Biases != units))
            {
                return false;
            }

            inputs = units;
        }

        int targets = sample?.Member("target")?.Length ?? 0;
        return targets == 0 || targets == inputs;
    }

    /// <summary>The lengths that a layer has in a file; 0 for what is not there.</summary>
    private readonly record struct Shape(int Rows, int Columns, int Biases, bool IsMatrix)
    {
        public static Shape Of(JsonPlace layer)
        {
            JsonPlace weights = layer.Member("weights") ?? default;
            int rows = layer.Member("weights") is null ? 0 : weights.Length;
            int columns = rows == 0 ? 0 : weights[0].Length;
            bool isMatrix = columns > 0 && Enumerable.Range(0, rows).All(row => weights[row].Length == columns);
            return new Shape(rows, columns, layer.Member("biases")?.Length ?? 0, isMatrix);
        }
    }
}
