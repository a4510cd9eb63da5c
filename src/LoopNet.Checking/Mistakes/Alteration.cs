using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What several changes do to numbers or to the equations of a step.</summary>
internal static class Alteration
{
    /// <summary>An equation after which more is done to what it has filled.</summary>
    public static SampleEquation Then(this SampleEquation right, SampleEquation more) => (step, s, l) =>
    {
        right(step, s, l);
        more(step, s, l);
    };

    /// <summary>An equation after which more is done to what it has filled.</summary>
    public static LayerEquation Then(this LayerEquation right, LayerEquation more) => (step, l) =>
    {
        right(step, l);
        more(step, l);
    };

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

    /// <summary>Whether an example compares outputs with targets.</summary>
    public static bool HasTarget(Example example) => example.Network.HasLoss && example.Network.Loss.TakesTarget;

    /// <summary>Whether an example takes several samples to an update.</summary>
    public static bool HasBatches(Example example) => Math.Min(example.BatchSize, example.Samples.Count) > 1;

    /// <summary>The layers in which the derivative of an activation counts: not where it is 1, nor where the shortcut has it in already.</summary>
    /// <param name="example">The example.</param>
    /// <param name="counts">Whether the derivative of an activation counts.</param>
    public static Func<int, bool> WithDerivative(Example example, Func<Activation, bool> counts)
    {
        int last = example.Network.Layers.Length;
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        return l => counts(example.Network.Layers[l - 1].Activation) && !(shortcut && l == last);
    }

    /// <summary>A matrix with its rows as columns; one that is not square would not fit.</summary>
    public static double[][] Transposed(double[][] matrix)
    {
        double[][] transposed = Tensors.Matrix(matrix[0].Length, matrix.Length);
        for (int i = 0; i < matrix.Length; i++)
        {
            for (int k = 0; k < matrix[i].Length; k++)
            {
                transposed[k][i] = matrix[i][k];
            }
        }

        return transposed;
    }

    /// <summary>Exchanges the rows and columns of a square matrix in place.</summary>
    public static void Transpose(double[][] matrix)
    {
        double[][] transposed = Transposed(matrix);
        for (int i = 0; i < matrix.Length; i++)
        {
            transposed[i].CopyTo(matrix[i], 0);
        }
    }

    /// <summary>Does B7 with other weights than those that stand in the record.</summary>
    public static void Through(SampleEquation right, double[][] W, CalculatedStep step, int s, int l)
    {
        double[][] written = step.dz_da[s][l];
        step.dz_da[s][l] = W;
        right(step, s, l);
        step.dz_da[s][l] = written;
    }

    /// <summary>The equations with another da/dz, which is read in the product of B3 only.</summary>
    /// <param name="right">The equations.</param>
    /// <param name="fill">Fills da/dz, which holds zeros.</param>
    public static StepEquations InTheProduct(StepEquations right, SampleEquation fill) => right with
    {
        B3 = (step, s, l) =>
        {
            SampleRecord sample = step.Samples[s];
            double[][] written = sample.da_dz[l];
            sample.da_dz[l] = Tensors.Matrix(sample.z[l].Length, sample.z[l].Length);
            fill(step, s, l);
            right.B3(step, s, l);
            sample.da_dz[l] = written;
        },
    };

    /// <summary>The equations with the gradient of the loss multiplied by something: B1, or B3 where the output layer goes straight to a - y.</summary>
    public static StepEquations ScaleLossGradient(StepEquations right, Func<CalculatedStep, double> factor) => right with
    {
        B1 = right.B1.Then((step, s, l) => Scale(step.Samples[s].dL_da[l], factor(step))),
        B3 = right.B3.Then((step, s, l) =>
        {
            if (step.IsDifference(s, l))
            {
                Scale(step.Samples[s].dL_dz[l], factor(step));
            }
        }),
    };

    /// <summary>The equations with the loss multiplied by something.</summary>
    public static StepEquations ScaleLoss(StepEquations right, double factor) => right with
    {
        F3 = right.F3.Then((step, s, _) => step.Samples[s].L *= factor),
    };

    /// <summary>The ways to put the gradients of a batch together differently: of weights and biases, of the weights alone or of the biases alone.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="example">The example.</param>
    /// <param name="weights">What is done to the gradient of the weights when it is there.</param>
    /// <param name="biases">What is done to the gradient of the biases.</param>
    /// <param name="way">Which of several ways it is.</param>
    public static IEnumerable<Edit> OfBatch(Mistake mistake, Example example, LayerEquation weights, LayerEquation biases, string way = "")
    {
        string Named(string what) => way.Length == 0 ? what : $"{way}, {what}";
        yield return mistake.Way(right => right with { M1 = right.M1.Then(weights), M2 = right.M2.Then(biases) }, way, _ => true);
        if (example.Rule.UpdateBiases && example.Network.Layers.Any(layer => layer.b is not null))
        {
            yield return mistake.Way(right => right with { M1 = right.M1.Then(weights) }, Named("weights only"), _ => true);
            yield return mistake.Way(right => right with { M2 = right.M2.Then(biases) }, Named("biases only"), l => example.Network.Layers[l - 1].b is not null);
        }
    }

    /// <summary>The ways to multiply the gradients of a batch, or its loss, by something.</summary>
    public static IEnumerable<Edit> ScaleBatch(Mistake mistake, Example example, Func<CalculatedStep, double> factor, string way = "")
    {
        foreach (Edit gradients in OfBatch(mistake, example, (step, l) => Scale(step.Record.batch_dL_dW[l], factor(step)), (step, l) => Scale(step.Record.batch_dL_db[l], factor(step)), way))
        {
            yield return gradients;
        }

        if (example.Network.HasLoss)
        {
            string losses = way.Length == 0 ? "the loss only" : $"{way}, the loss only";
            string name = Names.OverBatch(example.Rule.Reduction, "L");
            string right = example.Rule.Reduction == Reduction.Mean ? $"{name} = (sum_s L) / m" : $"{name} = sum_s L";
            yield return mistake.Way(equations => equations with { M3 = equations.M3.Then((step, _) => step.Record.batch_L *= factor(step)) }, losses, wrong: mistake.Wrong.Replace("dL/dW", "L", StringComparison.Ordinal)) with
            {
                Equation = "M3",
                Right = right,
            };
        }
    }

    /// <summary>The ways to move everything that moves, the weights alone or the biases alone by another multiple of the gradient.</summary>
    /// <param name="mistake">The mistake.</param>
    /// <param name="example">The example.</param>
    /// <param name="rate">What they move by in place of eta.</param>
    public static IEnumerable<Edit> OfRates(Mistake mistake, Example example, double rate)
    {
        if (!example.Rule.Moves)
        {
            yield break;
        }

        bool biasesMove = example.Rule.UpdateBiases && example.Network.Layers.Any(layer => layer.b is not null);
        yield return mistake.Way(right => MoveBy(right, rate, weights: true, biases: true), biasesMove ? "for all parameters" : "", _ => true);
        if (biasesMove)
        {
            yield return mistake.Way(right => MoveBy(right, rate, weights: true, biases: false), "for the weights", _ => true);
            yield return mistake.Way(right => MoveBy(right, rate, weights: false, biases: true), "for the biases", _ => true);
        }
    }

    private static StepEquations MoveBy(StepEquations right, double rate, bool weights, bool biases) => right with
    {
        U1 = !weights ? right.U1 : (step, l) => Loops.UpdateWeights(step.Record.W[l], step.Record.dL_dW(l), rate, step.Record.W_new[l]),
        U2 = !biases ? right.U2 : (step, l) =>
        {
            if (step.Example.Rule.UpdateBiases)
            {
                Loops.UpdateBiases(step.Record.b[l]!, step.Record.dL_db(l), rate, step.Record.b_new[l]!);
            }
            else
            {
                right.U2(step, l);
            }
        },
    };
}
