namespace LoopNet.Data;

/// <summary>A trained network with a note on how it was made.</summary>
/// <param name="Network">The network with its parameters.</param>
/// <param name="OutputGradient">How its output gradient was computed while it was trained.</param>
/// <param name="Training">How it was made; null where its file does not say.</param>
public sealed record Model(Network Network, OutputGradient OutputGradient, TrainingNote? Training);

/// <summary>How a model was made, for a person to read: nothing is computed from it.</summary>
/// <param name="Data">What it was trained on, for example <c>MNIST training digits</c>.</param>
/// <param name="Samples">How many samples one epoch had.</param>
/// <param name="Epochs">How many whole epochs were trained.</param>
/// <param name="Batch">The samples of one update.</param>
/// <param name="LearningRate">The learning rate eta.</param>
/// <param name="Seed">The seed of the initial weights and of everything else that was drawn.</param>
public sealed record TrainingNote(string Data, int Samples, int Epochs, int Batch, double LearningRate, long Seed);
