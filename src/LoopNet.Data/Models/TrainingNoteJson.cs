using System.Text.Json;

namespace LoopNet.Data;

/// <summary>The member <c>training</c> of a model.</summary>
internal static class TrainingNoteJson
{
    private static readonly string[] Required = ["data", "dataSha256", "samples", "epochs", "batch", "shuffle", "learningRate", "init", "seed"];

    /// <summary>Reads a note; one of another kind is no error but null, since no number is computed from it.</summary>
    public static TrainingNote? Read(JsonPlace place)
    {
        Dictionary<string, JsonPlace> members = place.Members(_ => true, "any key");
        if (!Required.All(members.ContainsKey))
        {
            return null;
        }

        return new TrainingNote
        {
            Preset = members.TryGetValue("preset", out JsonPlace preset) ? preset.Text() : null,
            Data = members["data"].Text(),
            DataSha256 = members["dataSha256"].Text(),
            Samples = members["samples"].WholeNumber("a whole number of at least 1"),
            Epochs = Epochs(members["epochs"]),
            Batch = members["batch"].WholeNumber("a whole number of at least 1"),
            Shuffle = members["shuffle"].Truth(),
            LearningRate = members["learningRate"].Number(),
            Init = members["init"].Text(),
            Seed = members["seed"].Integer(),
            TestLoss = members.TryGetValue("testLoss", out JsonPlace loss) ? loss.Number() : null,
            TestAccuracy = members.TryGetValue("testAccuracy", out JsonPlace accuracy) ? accuracy.Number() : null,
        };
    }

    /// <summary>Writes a note.</summary>
    public static void Write(Utf8JsonWriter writer, TrainingNote note)
    {
        writer.WriteStartObject();
        if (note.Preset is not null)
        {
            writer.WriteString("preset", note.Preset);
        }

        writer.WriteString("data", note.Data);
        writer.WriteString("dataSha256", note.DataSha256);
        writer.WriteNumber("samples", note.Samples);
        writer.WriteNumber("epochs", note.Epochs);
        writer.WriteNumber("batch", note.Batch);
        writer.WriteBoolean("shuffle", note.Shuffle);
        writer.WriteNumber("learningRate", note.LearningRate);
        writer.WriteString("init", note.Init);
        writer.WriteNumber("seed", note.Seed);
        if (note.TestLoss is double loss && note.TestAccuracy is double accuracy)
        {
            writer.WriteNumber("testLoss", loss);
            writer.WriteNumber("testAccuracy", accuracy);
        }

        writer.WriteEndObject();
    }

    private static int Epochs(JsonPlace place)
    {
        long epochs = place.Integer();
        return epochs is >= 0 and < int.MaxValue ? (int)epochs : throw place.Wrong(place.Found(), "a whole number of at least 0");
    }
}
