namespace LoopNet.Checking;

/// <summary>Calculates the steps of an example by equations that may have been replaced; of long runs it keeps the last three steps only.</summary>
public static class StepCalculator
{
    // Step t reads the parameters of the sheet before it, and a mistake may read the parameters that that one had read.
    private const int SheetsInTurn = 3;

    /// <summary>Calculates from step 1 to the last step that is watched.</summary>
    /// <param name="example">The example; it stays as it is.</param>
    /// <param name="equations">The equations.</param>
    /// <param name="watcher">Sees the numbers.</param>
    /// <param name="cancellation">Ends the calculation between two steps.</param>
    /// <exception cref="OperationCanceledException">The calculation was ended.</exception>
    public static void Run(Example example, StepEquations equations, ICalculationWatcher watcher, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(example);
        ArgumentNullException.ThrowIfNull(equations);
        ArgumentNullException.ThrowIfNull(watcher);
        int updates = Batch.CountPerPass(example.Samples.Count, example.BatchSize);
        Sheet[] sheets = new Sheet[Math.Min(SheetsInTurn, watcher.LastStep)];
        Sheet? before = null;
        for (int step = 1; step <= watcher.LastStep; step++)
        {
            cancellation.ThrowIfCancellationRequested();
            Sheet sheet = sheets[step % sheets.Length] ??= new Sheet(example);
            Batch batch = Batch.Of(example.Samples, null, example.BatchSize, (step - 1) % updates);
            sheet.Step = step;
            sheet.Count = batch.Count;
            sheet.Before = before;
            new StepRun(sheet, equations, watcher.Watches(step) ? watcher : null).Run(batch);
            watcher.Finished(sheet);
            before = sheet;
        }
    }

    private readonly struct StepRun(Sheet sheet, StepEquations equations, ICalculationWatcher? watcher)
    {
        public void Run(Batch batch)
        {
            equations.Rates(sheet);
            for (int l = 1; l <= sheet.LastLayer; l++)
            {
                equations.Begin(sheet, l);
                Given(TensorKind.W, -1, l);
                if (sheet.b[l] is not null)
                {
                    Given(TensorKind.b, -1, l);
                }
            }

            for (int s = 0; s < sheet.Count; s++)
            {
                SampleSheet sample = sheet.Samples[s];
                batch.Source.Read(batch.IndexOf(s), sample.a[0], sample.y);
                Given(TensorKind.a, s, 0);
                Forward(s);
            }

            for (int l = sheet.LastLayer; l >= 1; l--)
            {
                Backward(l);
            }

            Update();
        }

        private void Forward(int s)
        {
            for (int l = 1; l <= sheet.LastLayer; l++)
            {
                equations.F1(sheet, s, l);
                Written(TensorKind.z, s, l);
                equations.F2(sheet, s, l);
                Written(TensorKind.a, s, l);
            }

            Given(TensorKind.y, s, sheet.LastLayer);
            equations.F3(sheet, s);
            Written(TensorKind.L, s, sheet.LastLayer);
            if (!sheet.HasShortcut)
            {
                equations.B1(sheet, s);
                Written(TensorKind.dL_da, s, sheet.LastLayer);
            }
        }

        // Layer by layer through all samples: what a sample's B7 reads may be the update of the whole batch, by mistake.
        private void Backward(int l)
        {
            for (int s = 0; s < sheet.Count; s++)
            {
                if (l < sheet.LastLayer || !sheet.HasShortcut)
                {
                    equations.B2(sheet, s, l);
                    Written(TensorKind.da_dz, s, l);
                }

                equations.B3(sheet, s, l);
                Written(TensorKind.dL_dz, s, l);
                SpreadOut(s, l);
                equations.B5(sheet, s, l);
                Written(TensorKind.dL_dW, s, l);
                if (sheet.b[l] is not null)
                {
                    equations.B6(sheet, s, l);
                    Written(TensorKind.dL_db, s, l);
                }
            }

            for (int s = 0; s < sheet.Count; s++)
            {
                equations.B7Jacobian(sheet, s, l);
                Given(TensorKind.dz_da, s, l);
                equations.B7(sheet, s, l);
                Written(TensorKind.dL_da, s, l - 1);
            }
        }

        // The tensor of B4 is the outputs of the layer before, spread out; it is only made where somebody has written a number of it.
        private void SpreadOut(int s, int l)
        {
            TensorSlot slot = new(TensorKind.dz_dW, s, l);
            SampleSheet sample = sheet.Samples[s];
            sample.dz_dW[l] = null;
            if (watcher is not null && watcher.WantsWeightJacobian(sheet.Step, slot))
            {
                int units = sample.z[l].Length;
                double[][][] full = Tracing.WeightJacobian.Of(units, sample.a[l - 1]);
                sample.dz_dW[l] = [.. full.Select(matrix => matrix.SelectMany(row => row).ToArray())];
                watcher.Computed(sheet, slot);
            }
        }

        private void Update()
        {
            for (int l = 1; l <= sheet.LastLayer && sheet.Count > 1; l++)
            {
                equations.M1(sheet, l);
                Written(TensorKind.batch_dL_dW, -1, l);
                if (sheet.b[l] is not null && sheet.Rule.UpdateBiases)
                {
                    equations.M2(sheet, l);
                    Written(TensorKind.batch_dL_db, -1, l);
                }
            }

            for (int l = 1; l <= sheet.LastLayer; l++)
            {
                equations.U1(sheet, l);
                Written(TensorKind.W_new, -1, l);
                if (sheet.b[l] is not null)
                {
                    equations.U2(sheet, l);
                    Written(TensorKind.b_new, -1, l);
                }
            }
        }

        private void Written(TensorKind kind, int s, int l)
        {
            TensorSlot slot = new(kind, s, l);
            equations.Written(sheet, slot);
            watcher?.Computed(sheet, slot);
        }

        private void Given(TensorKind kind, int s, int l) => watcher?.Computed(sheet, new TensorSlot(kind, s, l));
    }
}
