namespace LoopNet;

/// <summary>A number of a step is infinite or not a number; the step stopped before its update.</summary>
public sealed class NonFiniteException : ArithmeticException
{
    /// <summary>Creates the exception.</summary>
    /// <param name="element">The first such number, in the order of computation, for example <c>dL/dz2[3]</c>.</param>
    /// <param name="value">Infinite, or not a number.</param>
    /// <param name="sample">The sample, from 0 within its step, or within what is evaluated.</param>
    public NonFiniteException(string element, double value, int sample)
        : base(Invariant($"{element} is {value} at sample {sample}."))
    {
        Element = element;
        Value = value;
        Sample = sample;
        SampleOfStep = sample;
    }

    private NonFiniteException(string message, NonFiniteException inner, int sample)
        : base(message, inner)
    {
        Element = inner.Element;
        Value = inner.Value;
        Sample = sample;
        SampleOfStep = inner.SampleOfStep;
    }

    /// <summary>The first number that is not finite, in the order of computation, for example <c>dL/dz2[3]</c>.</summary>
    public string Element { get; }

    /// <summary>Infinite, or not a number.</summary>
    public double Value { get; }

    /// <summary>The sample: from 0 within its step, or within the samples of the example or the training run that the message names.</summary>
    public int Sample { get; }

    /// <summary>The same sample, from 0 within its step.</summary>
    public int SampleOfStep { get; }

    /// <summary>The step of a training run, from 1 over all epochs; null elsewhere.</summary>
    public long? Step { get; private init; }

    /// <summary>The same finding, told with its place in an example.</summary>
    /// <param name="example">The name of the example.</param>
    /// <param name="step">The step, from 1.</param>
    /// <param name="sample">The sample, from 0 within the example's file.</param>
    public NonFiniteException InExample(string example, int step, int sample)
    {
        return new NonFiniteException(Invariant($"{example}: {Element} is {Value} in step {step}, sample {sample} of the example; the step stopped before its update."), this, sample);
    }

    /// <summary>The same finding, told with its place in a training run.</summary>
    /// <param name="epoch">The epoch, from 1.</param>
    /// <param name="step">The step, from 1 over all epochs.</param>
    /// <param name="sample">The sample's index in the data set.</param>
    /// <param name="cause">The likely cause, a clause.</param>
    internal NonFiniteException InTraining(int epoch, long step, int sample, string cause)
    {
        string message = Invariant($"{Element} is {Value} in epoch {epoch}, sample {sample} (step {step}); the parameters stay as they were before that step; likely cause: {cause}.");
        return new NonFiniteException(message, this, sample) { Step = step };
    }
}
