namespace LoopNet;

/// <summary>One step of gradient descent: the place for the first breakpoint.</summary>
public static class GradientDescent
{
    /// <summary>
    /// Passes each sample of a batch forward and backward, all with the parameters as they are; then moves all
    /// parameters at once. A network without a loss has no backward pass, a rule without a learning rate no update.
    /// </summary>
    /// <param name="network">The network; afterwards it has the new parameters.</param>
    /// <param name="batch">The samples of this update, at least 1.</param>
    /// <param name="rule">How the parameters move.</param>
    /// <param name="record">Receives every tensor of the step; it was made for this network and for at least as many samples.</param>
    /// <exception cref="ArgumentException">
    /// The record was made for another network or for fewer samples, the samples do not fit the network, a target is none that
    /// the loss takes, or the shortcut does not hold for the network; the network is as it was.
    /// </exception>
    /// <exception cref="NonFiniteException">A number of z, L, dL/da or dL/dz is not finite; the network is as it was.</exception>
    /// <remarks>What the source of the samples throws comes out too; the network is as it was.</remarks>
    public static void Step(Network network, Batch batch, UpdateRule rule, StepRecord record)
    {
        int N = batch.Count;
        record.Open(network, batch, rule);
        for (int s = 0; s < N; s++)
        {
            SampleRecord sample = record.Sample(s);
            int index = batch.IndexOf(s);
            batch.Source.Read(index, sample.x, sample.y);
            ForwardPass.Run(network, sample);
            if (network.GoesBack)
            {
                BackwardPass.Run(network, rule.OutputGradient, sample);
            }

            FiniteCheck.Gradients(sample, s);
            if (N > 1)
            {
                AddSample(network, rule, sample, record);
            }
        }

        if (N > 1 && rule.Reduction == Reduction.Mean)
        {
            DivideByCount(network, N, record);
        }

        if (rule.Moves)
        {
            Update(network, rule, record);
        }
    }

    private static void AddSample(Network network, UpdateRule rule, SampleRecord sample, StepRecord record)
    {
        int last = network.Layers.Length;
        for (int l = 1; l <= last; l++)
        {
            Loops.AddWeightGradient(sample.dL_dW[l], record.batch_dL_dW[l]);
            if (rule.UpdateBiases)
            {
                Loops.AddBiasGradient(sample.dL_db[l], record.batch_dL_db[l]);
            }
        }

        // M3  sum L over the samples, in order; where the mean is asked for, it is divided by their number at the end
        record.batch_L += sample.L;
    }

    private static void DivideByCount(Network network, int N, StepRecord record)
    {
        int last = network.Layers.Length;
        for (int l = 1; l <= last; l++)
        {
            // The mean of M1, row by row, and of M2.
            for (int j = 0; j < record.batch_dL_dW[l].Length; j++)
            {
                Loops.DivideByCount(record.batch_dL_dW[l][j], N);
            }

            Loops.DivideByCount(record.batch_dL_db[l], N);
        }

        // The mean of M3. A quotient that underflows may be -0.0; a loss never is.
        double mean = record.batch_L / N;
        record.batch_L = 0.0 + mean;
    }

    private static void Update(Network network, UpdateRule rule, StepRecord record)
    {
        int last = network.Layers.Length;
        for (int l = 1; l <= last; l++)
        {
            Layer layer = network.Layers[l - 1];
            double[][] dL_dW = record.dL_dW(l);
            Loops.UpdateWeights(layer.W, dL_dW, rule.LearningRate, record.W_new[l]);
            layer.W = record.W_new[l]; // the layer takes W'

            if (layer.b is not null && rule.UpdateBiases)
            {
                double[] dL_db = record.dL_db(l);
                Loops.UpdateBiases(layer.b, dL_db, rule.LearningRate, record.b_new[l]!);
                layer.b = record.b_new[l];
            }
        }
    }
}
