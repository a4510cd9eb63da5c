using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>What somebody writes under the name of the gradients: the same, times a factor.</summary>
/// <param name="Outputs">The factor of dL/da.</param>
/// <param name="Sums">The factor of dL/dz.</param>
/// <param name="Parameters">The factor of dL/dW and dL/db of a sample.</param>
/// <param name="Batch">The factor of the gradients of a batch.</param>
/// <param name="Text">What the convention is, as a sentence.</param>
/// <param name="NeedsUpdate">Whether it takes right new parameters, or right gradients of the batch, to be believed.</param>
internal sealed record Convention(double Outputs, double Sums, double Parameters, double Batch, string Text, bool NeedsUpdate)
{
    /// <summary>The conventions that people calculate in.</summary>
    /// <param name="example">The example.</param>
    public static IEnumerable<Convention> Of(Example example)
    {
        double eta = example.Rule.LearningRate;
        double[] factors = example.Rule.Moves ? [-1.0, 1.0, eta, -eta] : [-1.0, 1.0];
        bool batches = Alteration.HasBatches(example);
        const string Delta = "You write the errors as target minus output, so your gradients have the other sign; the update adds them, and the new parameters are the right ones.";
        foreach (double sums in new[] { -1.0, 1.0 })
        {
            foreach (double parameters in factors)
            {
                foreach (double outputs in new[] { -1.0, 1.0 })
                {
                    bool plausible = outputs == 1.0 || sums == -1.0;
                    bool changed = outputs != 1.0 || sums != 1.0 || parameters != 1.0;
                    if (plausible && changed)
                    {
                        bool areChanges = outputs == 1.0 && sums == 1.0 && Math.Abs(parameters) == eta;
                        string text = areChanges || Math.Abs(parameters) != 1.0 ? Changes(parameters < 0.0) : Delta;
                        bool needs = outputs != 1.0 || sums != 1.0 || parameters != -eta;
                        yield return new Convention(outputs, sums, parameters, parameters, text, needs);
                    }
                }
            }
        }

        if (example.Rule.Moves)
        {
            yield return new Convention(eta, eta, eta, eta, Changes(negative: false), true);
            yield return new Convention(1.0, eta, eta, eta, Changes(negative: false), true);
            yield return new Convention(-eta, -eta, -eta, -eta, Changes(negative: true), true);
            yield return new Convention(1.0, -eta, -eta, -eta, Changes(negative: true), true);
        }

        if (batches)
        {
            foreach (double sign in new[] { 1.0, -1.0 })
            {
                string divided = "You divide by the number of samples at the beginning, in each sample's gradients, and add them up at the end: the gradients of the batch are the right ones.";
                divided += sign < 0.0 ? $" {Delta}" : "";
                yield return new Convention(sign, sign, sign, sign, divided, true) { DividesFrom = TensorKind.dL_da };
                yield return new Convention(1.0, sign, sign, sign, divided, true) { DividesFrom = TensorKind.dL_dz };
                yield return new Convention(1.0, 1.0, sign, sign, divided, true) { DividesFrom = TensorKind.dL_dW };
            }

            foreach (double sign in example.Rule.Moves ? [-1.0, 1.0] : Array.Empty<double>())
            {
                yield return new Convention(1.0, 1.0, sign * eta, sign * eta, Changes(sign < 0.0), sign > 0.0) { DividesFrom = TensorKind.dL_dW };
                yield return new Convention(1.0, 1.0, 1.0, sign * eta, Changes(sign < 0.0), sign > 0.0);
            }
        }
    }

    /// <summary>The convention that makes right everything that is wrong; null where there is none.</summary>
    public static Convention? Find(Recalculation recalculation)
    {
        return Of(recalculation.Example).FirstOrDefault(convention => convention.Holds(recalculation));
    }

    /// <summary>The first gradient of a sample that is divided by the number of samples; null where none is.</summary>
    public TensorKind? DividesFrom { get; init; }

    /// <summary>The factor of a number.</summary>
    /// <param name="asked">The number.</param>
    /// <param name="example">The example.</param>
    public double FactorOf(AskedNumber asked, Example example)
    {
        double divided = 1.0 / ExampleRun.BatchOf(example, asked.Name.Step).Count;
        return asked.Tensor.Kind switch
        {
            TensorKind.dL_da => DividesFrom is TensorKind.dL_da ? divided * Outputs : Outputs,
            TensorKind.dL_dz => DividesFrom is TensorKind.dL_da or TensorKind.dL_dz ? divided * Sums : Sums,
            TensorKind.dL_dW or TensorKind.dL_db => DividesFrom is not null ? divided * Parameters : Parameters,
            TensorKind.batch_dL_dW or TensorKind.batch_dL_db => Batch,
            _ => 1.0,
        };
    }

    private bool Holds(Recalculation recalculation)
    {
        bool update = false;
        bool moves = false;
        for (int i = 0; i < recalculation.Asked.Count; i++)
        {
            AskedNumber asked = recalculation.Asked[i];
            double factor = FactorOf(asked, recalculation.Example);
            if (factor == 1.0 ? recalculation.Verdicts[i] == Verdict.Wrong : !asked.IsRight(factor * recalculation.Right[i]))
            {
                return false;
            }

            moves |= factor != 1.0 && asked.Written.SignificantDigits > 0;
            bool isUpdate = asked.Tensor.Kind is TensorKind.W_new or TensorKind.b_new || (factor == 1.0 && asked.Tensor.Kind is TensorKind.batch_dL_dW);
            update |= isUpdate || (asked.Name.Step > 1 && asked.Tensor.Kind is TensorKind.z or TensorKind.a or TensorKind.L);
        }

        return moves && (update || !NeedsUpdate);
    }

    private static string Changes(bool negative)
    {
        return negative
            ? "You write the changes of the parameters, -eta times the gradient, under the name of the gradients."
            : "You write eta times the gradient under the name of the gradients; the new parameters are the right ones.";
    }
}
