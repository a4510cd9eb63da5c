using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>Reads and writes a model: <c>layers</c>, <c>loss</c> and <c>outputGradient</c> as in an example, and <c>training</c>.</summary>
public static class ModelFile
{
    private static readonly string[] Keys = ["$schema", "layers", "loss", "outputGradient", "training"];
    private static readonly string[] RequiredKeys = ["layers", "loss"];
    private static readonly JsonWriterOptions Options = new() { Indented = true, NewLine = "\n", Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Reads a model.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="DataException">The file is missing or is no model; the message gives file, JSON path, what was found and what was expected.</exception>
    public static Model Read(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return JsonFile.Read(path, root =>
        {
            Dictionary<string, JsonPlace> members = root.Members(Keys, RequiredKeys);
            Network network = NetworkJson.Read(members["layers"], members["loss"]);
            OutputGradient outputGradient = OutputGradient.Jacobian;
            if (members.TryGetValue("outputGradient", out JsonPlace place))
            {
                outputGradient = NetworkJson.ReadOutputGradient(place, network);
            }

            TrainingNote? training = members.TryGetValue("training", out JsonPlace note) ? TrainingNoteJson.Read(note) : null;
            return new Model(network, outputGradient, training) { History = training is null ? [] : TrainingNoteJson.ReadHistory(note) };
        });
    }

    /// <summary>Writes a model, whole or not at all; every number reads back to the same double.</summary>
    /// <param name="path">Where to; a name that ends in .npz asks for the parameters alone, as arrays of NumPy.</param>
    /// <param name="model">The model.</param>
    /// <exception cref="DataException">The file cannot be written, a parameter is not finite, or the file could not be read back: an activation or the loss is not LoopNet's.</exception>
    public static void Write(string path, Model model)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(model);
        RefuseNonFinite(path, model.Network);
        if (NumPyFile.IsNamed(path))
        {
            NumPyModel.Write(path, model.Network, model.Layout);
            return;
        }

        RefuseOwnFunctions(path, model.Network);
        WholeFile.Write(path, stream =>
        {
            using Utf8JsonWriter writer = new(stream, Options);
            Write(writer, model);
        });
    }

    private static void RefuseNonFinite(string path, Network network)
    {
        for (int l = 1; l <= network.Layers.Length; l++)
        {
            Layer layer = network.Layers[l - 1];
            bool finite = layer.W.All(row => row.All(double.IsFinite)) && (layer.b is null || layer.b.All(double.IsFinite));
            if (!finite)
            {
                throw new DataException(Invariant($"{path}: the model is not written, since a parameter of layer {l} is infinite or not a number; train with a smaller learning rate."));
            }
        }
    }

    // A file holds the names of functions: another program would read other functions, or none.
    private static void RefuseOwnFunctions(string path, Network network)
    {
        Layer? layer = network.Layers.FirstOrDefault(layer => !layer.Activation.IsStandard);
        string? own = network.Loss.IsStandard ? null : $"the loss {network.Loss.DisplayName}";
        own = layer is null ? own : $"the activation {layer.Activation.DisplayName}";
        if (own is not null)
        {
            throw new DataException($"{path}: the model is not written, since {own} is not LoopNet's, and the file could not be read back; give a name that ends in .npz, for the parameters alone.");
        }
    }

    private static void Write(Utf8JsonWriter writer, Model model)
    {
        writer.WriteStartObject();
        writer.WriteString("loss", model.Network.Loss.Name);
        writer.WriteString("outputGradient", model.OutputGradient == OutputGradient.Shortcut ? "shortcut" : "jacobian");
        if (model.Training is TrainingNote note)
        {
            writer.WritePropertyName("training");
            TrainingNoteJson.Write(writer, note, model.History);
        }

        writer.WriteStartArray("layers");
        foreach (Layer layer in model.Network.Layers)
        {
            writer.WriteStartObject();
            writer.WriteString("activation", layer.Activation.Name);
            if (layer.Activation is LeakyRelu leaky)
            {
                writer.WriteNumber("slope", leaky.Slope);
            }

            if (layer.b is not null)
            {
                writer.WritePropertyName("biases");
                WriteRow(writer, layer.b);
            }

            writer.WriteStartArray("weights");
            foreach (double[] row in layer.W)
            {
                WriteRow(writer, row);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    // A row stays on one line, so that a matrix in the file looks like one.
    private static void WriteRow(Utf8JsonWriter writer, double[] row)
    {
        string numbers = string.Join(", ", row.Select(number => number.ToString("R", CultureInfo.InvariantCulture)));
        writer.WriteRawValue($"[{numbers}]", skipInputValidation: true);
    }
}
