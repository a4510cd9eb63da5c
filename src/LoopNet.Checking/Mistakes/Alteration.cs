namespace LoopNet.Checking;

/// <summary>What several mistakes do to numbers or to the equations of a step.</summary>
internal static class Alteration
{
    /// <summary>Multiplies every number of a vector.</summary>
    public static void Scale(double[] vector, double factor)
    {
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    /// <summary>Multiplies every number of a matrix.</summary>
    public static void Scale(double[][] matrix, double factor)
    {
        foreach (double[] row in matrix)
        {
            Scale(row, factor);
        }
    }

    /// <summary>Sets everything off the diagonal of a square matrix to 0.</summary>
    public static void KeepDiagonal(double[][] matrix)
    {
        for (int i = 0; i < matrix.Length; i++)
        {
            double kept = matrix[i][i];
            Array.Clear(matrix[i]);
            matrix[i][i] = kept;
        }
    }

    /// <summary>A layer with as many units as inputs, whose weights can be read transposed.</summary>
    public static bool IsSquare(Layer layer) => layer.Size == layer.InputSize && layer.Size > 1;

    /// <summary>Whether an example takes several samples to an update.</summary>
    public static bool HasBatches(Example example) => Math.Min(example.BatchSize, example.Samples.Count) > 1;

    /// <summary>The equations with the gradient of the loss multiplied by something: B1, or B3 where the output layer goes straight to a - y.</summary>
    public static StepEquations ScaleLossGradient(StepEquations right, Func<CalculatedStep, double> factor) => right with
    {
        B1 = (step, s, l) =>
        {
            right.B1(step, s, l);
            Scale(step.Samples[s].dL_da[l], factor(step));
        },
        B3 = (step, s, l) =>
        {
            right.B3(step, s, l);
            if (step.IsDifference(s, l))
            {
                Scale(step.Samples[s].dL_dz[l], factor(step));
            }
        },
    };

    /// <summary>The equations with the loss multiplied by something.</summary>
    public static StepEquations ScaleLoss(StepEquations right, double factor) => right with
    {
        F3 = (step, s, l) =>
        {
            right.F3(step, s, l);
            step.Samples[s].L *= factor;
        },
    };

    /// <summary>The equations with the gradients over a batch multiplied by something.</summary>
    public static StepEquations ScaleBatch(StepEquations right, Func<CalculatedStep, double> factor) => right with
    {
        M1 = (step, l) =>
        {
            right.M1(step, l);
            Scale(step.Record.batch_dL_dW[l], factor(step));
        },
        M2 = (step, l) =>
        {
            right.M2(step, l);
            Scale(step.Record.batch_dL_db[l], factor(step));
        },
    };

    /// <summary>The ways to move everything that moves, the weights alone or the biases alone by another multiple of the gradient.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="example">The example.</param>
    /// <param name="change">The rate by which they move, from the right one.</param>
    public static IEnumerable<Variant> OfRates(Mistake mistake, Example example, Func<double, double> change)
    {
        bool biasesMove = example.Rule.UpdateBiases && example.Network.Layers.Any(layer => layer.b is not null);
        if (!biasesMove)
        {
            return [new Variant(mistake, "", right => ChangeRates(right, change, weights: true, biases: true))];
        }

        return
        [
            new Variant(mistake, "for all parameters", right => ChangeRates(right, change, weights: true, biases: true)),
            new Variant(mistake, "for the weights", right => ChangeRates(right, change, weights: true, biases: false)),
            new Variant(mistake, "for the biases", right => ChangeRates(right, change, weights: false, biases: true)),
        ];
    }

    private static StepEquations ChangeRates(StepEquations right, Func<double, double> change, bool weights, bool biases) => right with
    {
        Rates = step =>
        {
            right.Rates(step);
            step.WeightRate = weights ? change(step.WeightRate) : step.WeightRate;
            step.BiasRate = biases ? change(step.BiasRate) : step.BiasRate;
        },
    };
}
