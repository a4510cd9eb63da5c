namespace LoopNet.Checking;

/// <summary>The layers in which the derivative of an activation counts: not where it is 1, nor where the shortcut has it in already.</summary>
internal static class DerivativeLayers
{
    public static IEnumerable<LayerChoice> Of(Example example, Func<Activation, bool> counts)
    {
        int last = example.Network.Layers.Length;
        bool shortcut = example.Rule.OutputGradient == OutputGradient.Shortcut;
        return LayerChoice.Of(example, l => counts(example.Network.Layers[l - 1].Activation) && !(shortcut && l == last));
    }
}
