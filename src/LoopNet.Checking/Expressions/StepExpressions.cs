using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>The equations of a step, each as a sum of products.</summary>
internal static class StepExpressions
{
    /// <summary>All of them that hold somewhere in an example.</summary>
    /// <param name="example">The example.</param>
    public static IReadOnlyList<Expression> Of(Example example)
    {
        int last = example.Network.Layers.Length;
        IEnumerable<Expression> loss = example.Network.HasLoss ? [LossExpressions.Loss(example), LossExpressions.Gradient(example)] : [];
        IEnumerable<Expression> back = example.Network.GoesBack ? [.. Derivatives(), .. SumGradients(example), .. ParameterGradients()] : [];
        IEnumerable<Expression> batch = Alteration.HasBatches(example) ? OfBatch(example) : [];
        Expression[] all = [.. WeightedSums(), .. Outputs(), .. loss, .. back, .. batch, .. example.Rule.Moves ? Updates(example) : []];
        return [.. all.Where(expression => Enumerable.Range(1, last).Any(l => expression.Exists(example, l)))];
    }

    private static IEnumerable<Expression> WeightedSums()
    {
        Term products = new(1.0, [Quantities.W, Quantities.aBefore]) { Sum = SumOver.Inputs };
        Term bias = new(1.0, [Quantities.b]);
        foreach (bool biased in new[] { true, false })
        {
            yield return new Expression("F1", "z_l[i]", Places.Unit, Stage.Sum, biased ? [products, bias] : [products])
            {
                Holds = (example, l) => example.Network.Layers[l - 1].b is not null == biased,
                Set = (step, s, l, i, _, value) => step.Samples[s].z[l][i] = value,
            };
        }
    }

    private static IEnumerable<Expression> Outputs()
    {
        return FunctionQuantities.Activations.Select(function => new Expression("F2", "a_l[i]", Places.Unit, Stage.Output, [new Term(1.0, [function.Output])])
        {
            Holds = (example, l) => example.Network.Layers[l - 1].Activation.GetType() == function.Activation,
            Set = (step, s, l, i, _, value) => step.Samples[s].a[l][i] = value,
        });
    }

    private static IEnumerable<Expression> Derivatives()
    {
        foreach (ActivationQuantities function in FunctionQuantities.Activations)
        {
            bool softmax = function.Activation == typeof(Softmax);
            yield return new Expression("B2", softmax ? "da_l/dz_l[i,k]" : "da_l/dz_l[i,i]", softmax ? Places.OwnPair : Places.Unit, Stage.Derivative, [new Term(1.0, [function.Derivative])])
            {
                Holds = (example, l) => example.Network.Layers[l - 1].Activation.GetType() == function.Activation,
                Set = (step, s, l, i, k, value) => step.Samples[s].da_dz[l][i][softmax ? k : i] = value,
            };
        }
    }

    private static IEnumerable<Expression> SumGradients(Example example)
    {
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        int last = example.Network.Layers.Length;
        Action<CalculatedStep, int, int, int, int, double> set = (step, s, l, i, _, value) => step.Samples[s].dL_dz[l][i] = value;
        yield return new Expression("B3s", "dL/dz_l[i]", Places.Unit, Stage.SumGradient, [new Term(1.0, [Quantities.a]), new Term(-1.0, [Quantities.y])])
        {
            Holds = (_, l) => shortcut && l == last,
            Set = set,
        };
        foreach (ActivationQuantities function in FunctionQuantities.Activations.Where(function => function.Activation != typeof(Softmax)))
        {
            yield return new Expression("B3", "dL/dz_l[i]", Places.Unit, Stage.SumGradient, [new Term(1.0, [function.Derivative, Quantities.dL_da])])
            {
                Holds = (of, l) => !(shortcut && l == last) && of.Network.Layers[l - 1].Activation.GetType() == function.Activation,
                Set = set,
            };
        }

        yield return new Expression("B3", "dL/dz_l[i]", Places.Unit, Stage.SumGradient, [new Term(1.0, [FunctionQuantities.ThroughSoftmax])])
        {
            Holds = (of, l) => !(shortcut && l == last) && of.Network.Layers[l - 1].Activation is not ElementwiseActivation,
            Set = set,
        };
    }

    private static IEnumerable<Expression> ParameterGradients()
    {
        yield return new Expression("B5", "dL/dW_l[i,k]", Places.Pair, Stage.ParameterGradient, [new Term(1.0, [Quantities.dL_dz, Quantities.aBefore])])
        {
            Holds = (_, _) => true,
            Set = (step, s, l, i, k, value) => step.Samples[s].dL_dW[l][i][k] = value,
        };
        yield return new Expression("B6", "dL/db_l[i]", Places.Unit, Stage.ParameterGradient, [new Term(1.0, [Quantities.dL_dz])])
        {
            Holds = (example, l) => example.Network.Layers[l - 1].b is not null,
            Set = (step, s, l, i, _, value) => step.Samples[s].dL_db[l][i] = value,
        };
        yield return new Expression("B7", "dL/da_(l-1)[k]", Places.Input, Stage.ParameterGradient, [new Term(1.0, [Quantities.WBack, Quantities.dL_dz]) { Sum = SumOver.Units }])
        {
            Holds = (_, _) => true,
            Set = (step, s, l, _, k, value) => step.Samples[s].dL_da[l - 1][k] = value,
        };
    }

    private static IEnumerable<Expression> OfBatch(Example example)
    {
        if (example.Network.HasLoss)
        {
            yield return new Expression("M3", Names.OverBatch(example.Rule.Reduction, "L"), Places.One, Stage.BatchGradient, [new Term(1.0, [FunctionQuantities.OfSamples("L", Places.One, sample => (_, _, _) => sample.L)])])
            {
                Holds = (of, l) => l == of.Network.Layers.Length,
                Set = (step, _, _, _, _, value) => step.Record.batch_L = value,
            };
        }

        if (example.Network.GoesBack)
        {
            yield return new Expression("M1", Quantities.WeightGradient(example).Text, Places.Pair, Stage.BatchGradient, [new Term(1.0, [FunctionQuantities.OfSamples("dL/dW_l[i,k]", Places.Pair, sample => (l, i, k) => sample.dL_dW[l][i][k])])])
            {
                Holds = (_, _) => true,
                Set = (step, _, l, i, k, value) => step.Record.batch_dL_dW[l][i][k] = value,
            };
            yield return new Expression("M2", Quantities.BiasGradient(example).Text, Places.Unit, Stage.BatchGradient, [new Term(1.0, [FunctionQuantities.OfSamples("dL/db_l[i]", Places.Unit, sample => (l, i, _) => sample.dL_db[l][i])])])
            {
                Holds = (of, l) => of.Network.Layers[l - 1].b is not null && of.Rule.UpdateBiases,
                Set = (step, _, l, i, _, value) => step.Record.batch_dL_db[l][i] = value,
            };
        }
    }

    private static IEnumerable<Expression> Updates(Example example)
    {
        Quantity eta = new("eta", Places.One, Stage.Start, (step, _, _, _, _) => step.Rate);
        yield return new Expression("U1", "W_l'[i,k]", Places.Pair, Stage.Update, [new Term(1.0, [Quantities.W]), new Term(-1.0, [eta, Quantities.WeightGradient(example)])])
        {
            Holds = (_, _) => true,
            Set = (step, _, l, i, k, value) => step.Record.W_new[l][i][k] = value,
        };
        yield return new Expression("U2", "b_l'[i]", Places.Unit, Stage.Update, [new Term(1.0, [Quantities.b]), new Term(-1.0, [eta, Quantities.BiasGradient(example)])])
        {
            Holds = (of, l) => of.Network.Layers[l - 1].b is not null && of.Rule.UpdateBiases,
            Set = (step, _, l, i, _, value) => step.Record.b_new[l]![i] = value,
        };
    }
}
