using LoopNet.Tracing;

namespace LoopNet.Checking;

/// <summary>Checks the answers of a hand calculation: judges every number, finds the first wrong one, and says what is behind it.</summary>
public static class AnswerCheck
{
    /// <summary>Checks answers.</summary>
    /// <param name="example">The example that they belong to; it stays as it is.</param>
    /// <param name="answers">The answers, complete or not, in any order.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <exception cref="CheckException">A name, a shape or a number means nothing, a number is given twice, or none is given.</exception>
    /// <exception cref="ArgumentException">The samples do not fit the network or its loss.</exception>
    /// <exception cref="NonFiniteException">The example itself has no finite result.</exception>
    /// <exception cref="OperationCanceledException">The check was ended.</exception>
    public static CheckReport Of(Example example, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellation = default) => Of(OwnNames.Of(example), answers, cancellation);

    /// <summary>Checks answers in somebody's own notation.</summary>
    /// <param name="names">The names in which they are written, of the example that they belong to.</param>
    /// <param name="answers">The answers, complete or not, in any order.</param>
    /// <param name="cancellation">Ends the check.</param>
    /// <inheritdoc cref="Of(Example, IReadOnlyList{GivenAnswer}, CancellationToken)" path="/exception"/>
    public static CheckReport Of(OwnNames names, IReadOnlyList<GivenAnswer> answers, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(names);
        ArgumentNullException.ThrowIfNull(answers);
        Calculation calculation = new(names.Example);
        AnswerReader reader = new(names, calculation);
        IReadOnlyList<AskedNumber> asked = reader.Read(answers);
        return new Judgement(new Recalculation(names.Example, calculation, asked, cancellation), names).Report() with { Blanks = reader.Blanks };
    }
}
