namespace LoopNet.Tests.Checking;

/// <summary>Why two mistakes cannot be told apart.</summary>
public static class ConfusionReasons
{
    private const string Product = "The new parameters know only the product of learning rate and gradient.";
    private const string Factor = "Both multiply every gradient by the same number.";

    private const string OneOverCount = "The learning rate is 1 over the number of samples.";
    private const string Nothing = "A gradient that comes out as 0 moves nothing, as if the layer had not been updated.";

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
        [("Activation forgotten", "Another activation taken")] = "A ReLU whose units are all on gives its weighted sums.",
        [("Activation forgotten", "Derivative at the wrong quantity")] = "A given gradient does not depend on the outputs: they show in the derivative alone.",
        [("Another activation taken", "Wrong formula for the derivative")] = "The outputs show in the derivative alone: the gradient is given, or the derivative is 0.",
        [("Batch sum in place of the mean", "Learning rate left out")] = OneOverCount,
        [("Divided by the batch size twice", "Learning rate applied twice")] = OneOverCount,
        [("Bias forgotten", "Biases of the step before")] = "The biases of the step before are 0.",
        [("Bias gradient from the weight gradient", "Biases not updated")] = "An input of 0 makes the gradient of its weight 0.",
        [("Bias gradient from the weight gradient", "Learning rate applied twice")] = "The input is the learning rate.",
        [("Bias gradient from the weight gradient", "Learning rate left out")] = "The input is 1 over the learning rate.",
        [("Bias gradient summed over the layer", "Bias gradient from the weight gradient")] = "The sums come out the same for this input.",
        [("Bias gradient summed over the layer", "Biases not updated")] = "The gradients of a softmax with cross-entropy add up to 0.",
        [("Loss of the wrong sign", "Sign of the error reversed")] = "The loss itself is not given, and it moves no parameter.",
        [("Loss of the wrong sign", "Update added")] = "Minus a reversed gradient is plus the gradient.",
        [("Loss of the wrong sign", "Wrong formula for the derivative")] = "The formula is minus the right one.",
        [("Mean over the outputs", "Batch mean in place of the sum")] = Factor,
        [("Mean over the outputs", "Divided by the batch size twice")] = Factor,
        [("Mean over the outputs", "Learning rate applied twice")] = Product,
        [("Mean over the outputs", "Wrong factor in the gradient of the loss")] = "For two outputs 1/n is 1/2.",
        [("Raw errors sent back", "Errors split in proportion to the weights")] = "The weights of the unit add up to 1.",
        [("ReLU applied to the gradient", "Weights left out on the way back")] = "Both let nothing through here.",
        [("Sign of the error reversed", "Wrong formula for the derivative")] = "The formula is minus the right one.",
        [("Weights left out on the way back", "Errors split in proportion to the weights")] = "There is one weight, and its share is 1.",
        [("Weights left out on the way back", "Raw errors sent back")] = "The weights and the derivatives come to the same here.",
        [("Wrong factor in the loss", "Mean over the outputs")] = "For two outputs 1/n is 1/2.",
        [("Wrong formula for the derivative", "Activation derivative left out")] = "The formula gives 1 where the weighted sum is above 0.",
        [("Wrong formula for the derivative", "Derivative of the wrong layer")] = "The formula is that of the other layer.",
        [("Wrong formula for the derivative", "Only one unit of the next layer counted")] = "A derivative that is 0 stops a unit as if it had not been counted.",
        [("Wrong formula for the derivative", "Shortcut where it does not hold")] = "The formula gives 1 where the weighted sum is above 0.",
        [("Wrong formula for the derivative", "Update added")] = "The formula is minus the right one.",
        [("Wrong formula for the derivative", "Weights left out on the way back")] = "Both let nothing through here.",
        [("Derivative of the wrong layer", "ReLU applied to the gradient")] = "Both let nothing through here.",
        [("Derivative of the wrong layer", "Only some layers updated")] = Nothing,
        [("Errors split in proportion to the weights", "Only some layers updated")] = Nothing,
        [("Only one sample of the batch counted", "Only some layers updated")] = Nothing,
        [("Only one unit of the next layer counted", "Only some layers updated")] = Nothing,
        [("Raw errors sent back", "Only some layers updated")] = Nothing,
        [("ReLU applied to the gradient", "Only some layers updated")] = Nothing,
        [("Weight gradient with the wrong input", "Only some layers updated")] = Nothing,
        [("Weights left out on the way back", "Only some layers updated")] = Nothing,
        [("Wrong formula for the derivative", "Only some layers updated")] = Nothing,
    };

    /// <summary>The reason, in a sentence.</summary>
    public static string Of(string first, string second)
    {
        bool known = Reasons.TryGetValue((first, second), out string? reason) || Reasons.TryGetValue((second, first), out reason);
        return known ? reason! : throw new InvalidOperationException($"Why can {first} and {second} not be told apart? Write the reason down here.");
    }
}
