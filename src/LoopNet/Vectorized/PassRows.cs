namespace LoopNet;

/// <summary>What a pass over samples leaves behind for the update: a row for each sample.</summary>
internal sealed class PassRows
{
    /// <summary>Makes room.</summary>
    /// <param name="sizes">n_0, n_1, ..., n_L.</param>
    /// <param name="samples">The samples of a pass.</param>
    public PassRows(int[] sizes, int samples)
    {
        a = new Rows[sizes.Length];
        dL_dz = new Rows[sizes.Length];
        for (int l = 1; l < sizes.Length; l++)
        {
            a[l] = new Rows(samples, sizes[l]);
            dL_dz[l] = new Rows(samples, sizes[l]);
        }
    }

    /// <summary>F2: outputs of layer l, from 1.</summary>
    public Rows[] a { get; }

    /// <summary>B3: gradients with respect to the weighted sums of layer l, from 1.</summary>
    public Rows[] dL_dz { get; }
}
