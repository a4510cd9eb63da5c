using System.Globalization;
using System.Text.Json;

namespace LoopNet.Data;

/// <summary>The member <c>training</c> of a model.</summary>
internal static class TrainingNoteJson
{
    private static readonly string[] FigureKeys = ["epoch", "trainingLoss", "trainingAccuracy", "testLoss", "testAccuracy"];

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
            PlannedEpochs = members.TryGetValue("plannedEpochs", out JsonPlace planned) ? Epochs(planned) : null,
            Limit = members.TryGetValue("limit", out JsonPlace limit) ? limit.WholeNumber("a whole number of at least 1") : null,
            Split = members.TryGetValue("split", out JsonPlace split) ? split.Text() : null,
            TestDataSha256 = members.TryGetValue("testDataSha256", out JsonPlace test) ? test.Text() : null,
            Batch = members["batch"].WholeNumber("a whole number of at least 1"),
            Shuffle = members["shuffle"].Truth(),
            LearningRate = members["learningRate"].Number(),
            Init = members["init"].Text(),
            Seed = members["seed"].Integer(),
            Pixels = members.TryGetValue("pixels", out JsonPlace pixels) ? pixels.Text() : null,
            TestLoss = members.TryGetValue("testLoss", out JsonPlace loss) ? loss.Number() : null,
            TestAccuracy = members.TryGetValue("testAccuracy", out JsonPlace accuracy) ? accuracy.Number() : null,
        };
    }

    /// <summary>Reads the figures of the epochs; there are none in a file that does not have them.</summary>
    public static IReadOnlyList<EpochFigures> ReadHistory(JsonPlace place)
    {
        return place.Members(_ => true, "any key").TryGetValue("history", out JsonPlace history) ? [.. history.Elements("epochs").Select(ReadFigures)] : [];
    }

    /// <summary>Writes a note, with the figures of the epochs.</summary>
    public static void Write(Utf8JsonWriter writer, TrainingNote note, IReadOnlyList<EpochFigures> history)
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
        if (note.PlannedEpochs is int planned)
        {
            writer.WriteNumber("plannedEpochs", planned);
        }

        if (note.Limit is int limit)
        {
            writer.WriteNumber("limit", limit);
        }

        if (note.Split is not null)
        {
            writer.WriteString("split", note.Split);
        }

        if (note.TestDataSha256 is not null)
        {
            writer.WriteString("testDataSha256", note.TestDataSha256);
        }

        writer.WriteNumber("batch", note.Batch);
        writer.WriteBoolean("shuffle", note.Shuffle);
        writer.WriteNumber("learningRate", note.LearningRate);
        writer.WriteString("init", note.Init);
        writer.WriteNumber("seed", note.Seed);
        if (note.Pixels is not null)
        {
            writer.WriteString("pixels", note.Pixels);
        }

        if (note.TestLoss is double loss && note.TestAccuracy is double accuracy)
        {
            writer.WriteNumber("testLoss", loss);
            writer.WriteNumber("testAccuracy", accuracy);
        }

        if (history.Count > 0)
        {
            writer.WriteStartArray("history");
            foreach (EpochFigures figures in history)
            {
                WriteFigures(writer, figures);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }

    // An epoch stays on one line, as in the CSV of the history.
    private static void WriteFigures(Utf8JsonWriter writer, EpochFigures figures)
    {
        double[] numbers = [figures.Epoch, figures.TrainingLoss, figures.TrainingAccuracy, figures.TestLoss, figures.TestAccuracy];
        IEnumerable<string> members = FigureKeys.Zip(numbers, (key, number) => $"\"{key}\": {number.ToString("R", CultureInfo.InvariantCulture)}");
        writer.WriteRawValue($"{{ {string.Join(", ", members)} }}");
    }

    private static EpochFigures ReadFigures(JsonPlace place)
    {
        Dictionary<string, JsonPlace> members = place.Members(FigureKeys, FigureKeys);
        double[] numbers = [.. FigureKeys.Skip(1).Select(key => members[key].Number())];
        return new EpochFigures(Epochs(members["epoch"]), numbers[0], numbers[1], numbers[2], numbers[3]);
    }

    private static int Epochs(JsonPlace place)
    {
        long epochs = place.Integer();
        return epochs is >= 0 and < int.MaxValue ? (int)epochs : throw place.Wrong(place.Found(), "a whole number of at least 0");
    }
}
