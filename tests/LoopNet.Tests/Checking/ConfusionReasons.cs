namespace LoopNet.Tests.Checking;

/// <summary>Why two mistakes cannot be told apart.</summary>
public static class ConfusionReasons
{
    private const string Product = "The new parameters know only the product of learning rate and gradient.";
    private const string Factor = "Both multiply every gradient by the same number.";

    private static readonly Dictionary<(string, string), string> Reasons = new()
    {
        [("Wrong factor in the loss", "Wrong factor in the gradient of the loss")] = "The loss itself is not given, and it moves no parameter.",
        [("Wrong factor in the loss", "Batch sum in place of the mean")] = Factor,
        [("Wrong factor in the loss", "Batch mean in place of the sum")] = Factor,
        [("Wrong factor in the loss", "Divided by the batch size twice")] = Factor,
        [("Wrong factor in the loss", "Learning rate applied twice")] = Product,
        [("Wrong factor in the loss", "Learning rate left out")] = Product,
        [("Sign of the error reversed", "Update added")] = "Minus a reversed gradient is plus the gradient.",
        [("Wrong factor in the gradient of the loss", "Batch sum in place of the mean")] = Factor,
        [("Wrong factor in the gradient of the loss", "Batch mean in place of the sum")] = Factor,
        [("Wrong factor in the gradient of the loss", "Divided by the batch size twice")] = "The factor is 1 / m for this number of samples m.",
        [("Wrong factor in the gradient of the loss", "Learning rate applied twice")] = Product,
        [("Wrong factor in the gradient of the loss", "Learning rate left out")] = Product,
        [("Softmax Jacobian cut to its diagonal", "Derivative of the wrong layer")] = "The derivative of sigmoid, a (1 - a), is the diagonal of softmax's Jacobian.",
        [("Gradient let through a dead ReLU", "Derivative of the wrong layer")] = "The other layer's derivative is that of the identity, or its units are all on: it is 1.",
        [("Activation derivative left out", "Derivative of the wrong layer")] = "The other layer's derivative is 1.",
        [("Derivative of the wrong layer", "Only one unit of the next layer counted")] = "A derivative that is 0 stops a unit as if it had not been counted.",
        [("Gradient let through a dead ReLU", "Activation derivative left out")] = "The derivative of a ReLU is 1 or 0: without it, everything passes.",
        [("Activation derivative applied twice", "Derivative kept after the shortcut")] = "a - y has the derivative in it: once more is twice.",
        [("Activation derivative left out", "Shortcut where it does not hold")] = "With this loss dL/da is a - y, or a multiple of it that is 1.",
        [("Batch mean in place of the sum", "Divided by the batch size twice")] = "The sum has no 1/m in it: dividing each sample's gradient by m makes it the mean.",
        [("Parameters of step 1 used in step 2", "Number of another step or sample")] = "With the same samples and the same parameters, step 2 is step 1 again.",
    };

    /// <summary>The reason, in a sentence.</summary>
    public static string Of(string first, string second)
    {
        bool known = Reasons.TryGetValue((first, second), out string? reason) || Reasons.TryGetValue((second, first), out reason);
        return known ? reason! : throw new InvalidOperationException($"Why can {first} and {second} not be told apart? Write the reason down here.");
    }
}
