namespace LoopNet.Checking;

/// <summary>A step in which some equations are replaced; all others are those of another step, which may have replaced some of its own.</summary>
/// <param name="inner">The other step.</param>
public abstract class MistakenEquations(StepEquations inner) : StepEquations
{
    /// <inheritdoc/>
    public override void Rates(Sheet sheet) => inner.Rates(sheet);

    /// <inheritdoc/>
    public override void Begin(Sheet sheet, int l) => inner.Begin(sheet, l);

    /// <inheritdoc/>
    public override void F1(Sheet sheet, int s, int l) => inner.F1(sheet, s, l);

    /// <inheritdoc/>
    public override void F2(Sheet sheet, int s, int l) => inner.F2(sheet, s, l);

    /// <inheritdoc/>
    public override void F3(Sheet sheet, int s) => inner.F3(sheet, s);

    /// <inheritdoc/>
    public override void B1(Sheet sheet, int s) => inner.B1(sheet, s);

    /// <inheritdoc/>
    public override void B2(Sheet sheet, int s, int l) => inner.B2(sheet, s, l);

    /// <inheritdoc/>
    public override void B3(Sheet sheet, int s, int l) => inner.B3(sheet, s, l);

    /// <inheritdoc/>
    public override void B5(Sheet sheet, int s, int l) => inner.B5(sheet, s, l);

    /// <inheritdoc/>
    public override void B6(Sheet sheet, int s, int l) => inner.B6(sheet, s, l);

    /// <inheritdoc/>
    public override void B7Jacobian(Sheet sheet, int s, int l) => inner.B7Jacobian(sheet, s, l);

    /// <inheritdoc/>
    public override void B7(Sheet sheet, int s, int l) => inner.B7(sheet, s, l);

    /// <inheritdoc/>
    public override void M1(Sheet sheet, int l) => inner.M1(sheet, l);

    /// <inheritdoc/>
    public override void M2(Sheet sheet, int l) => inner.M2(sheet, l);

    /// <inheritdoc/>
    public override void U1(Sheet sheet, int l) => inner.U1(sheet, l);

    /// <inheritdoc/>
    public override void U2(Sheet sheet, int l) => inner.U2(sheet, l);

    /// <inheritdoc/>
    public override void Written(Sheet sheet, TensorSlot slot) => inner.Written(sheet, slot);

    /// <summary>Multiplies every number of a vector.</summary>
    /// <param name="vector">The vector.</param>
    /// <param name="factor">The factor.</param>
    protected static void Scale(double[] vector, double factor)
    {
        ArgumentNullException.ThrowIfNull(vector);
        for (int i = 0; i < vector.Length; i++)
        {
            vector[i] *= factor;
        }
    }

    /// <summary>Multiplies every number of a matrix.</summary>
    /// <param name="matrix">The matrix.</param>
    /// <param name="factor">The factor.</param>
    protected static void Scale(double[][] matrix, double factor)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        foreach (double[] row in matrix)
        {
            Scale(row, factor);
        }
    }

    /// <summary>Sets everything off the diagonal of a matrix to 0.</summary>
    /// <param name="matrix">A square matrix.</param>
    protected static void KeepDiagonal(double[][] matrix)
    {
        ArgumentNullException.ThrowIfNull(matrix);
        for (int i = 0; i < matrix.Length; i++)
        {
            double kept = matrix[i][i];
            Array.Clear(matrix[i]);
            matrix[i][i] = kept;
        }
    }
}
