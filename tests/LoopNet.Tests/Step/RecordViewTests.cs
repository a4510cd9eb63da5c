using System.Diagnostics;
using System.Reflection;

namespace LoopNet.Tests;

public class RecordViewTests
{
    [Fact]
    public void Rows_OfASample_NameEachTensorAndShowItsNumbers()
    {
        SampleRecord sample = ExampleRun.Records(Mazur.Example())[0].Samples[0];

        List<(string Name, string Text)> rows = RowsOf(sample);

        Assert.Equal(
            ["y", "z[1]", "z[2]", "a[0]", "a[1]", "a[2]", "L", "da_dz[1]", "da_dz[2]", "dL_da[0]", "dL_da[1]", "dL_da[2]",
                "dL_dz[1]", "dL_dz[2]", "dL_dW[1]", "dL_dW[2]", "dL_db[1]", "dL_db[2]", "Saturated"],
            rows.Select(row => row.Name));
        Assert.Contains(("z[1]", "{0.3775, 0.3925}"), rows);
        Assert.Contains(("L", "0.2983711088"), rows);
        Assert.Contains(("da_dz[2]", "{{0.1868156018, 0}, {0, 0.1755100528}}"), rows);
    }

    [Fact]
    public void Rows_OfAStepInTraining_ShowLargeTensorsByTheirShapeAndLeaveOutWhatIsNot()
    {
        Network network = Initialization.Draw([12, 2], [new Sigmoid()], new SquaredError(), seed: 1, biases: false);
        StepRecord record = StepRecord.ForTraining(network, batchSize: 1);

        List<(string Name, string Text)> rows = RowsOf(record);

        Assert.Equal(
            [("W[1]", "2 x 12 numbers"), ("batch_L", "0"), ("W_new[1]", "2 x 12 numbers"), ("Samples[0]", $"{record.Samples[0]}"), ("Count", "0")],
            rows);
        Assert.Contains(("a[0]", "{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, ... 12 in all}"), RowsOf(record.Samples[0]));
    }

    // What a debugger does with the attributes of a record and of its rows.
    private static List<(string Name, string Text)> RowsOf(object record)
    {
        Type view = Type.GetType(record.GetType().GetCustomAttribute<DebuggerTypeProxyAttribute>()!.ProxyTypeName, throwOnError: true)!;
        object stand = Activator.CreateInstance(view, record)!;
        PropertyInfo shown = Assert.Single(view.GetProperties());
        Assert.Equal(DebuggerBrowsableState.RootHidden, shown.GetCustomAttribute<DebuggerBrowsableAttribute>()!.State);
        List<(string, string)> rows = [];
        foreach (object row in (Array)shown.GetValue(stand)!)
        {
            DebuggerDisplayAttribute display = row.GetType().GetCustomAttribute<DebuggerDisplayAttribute>()!;
            rows.Add((Evaluate(display.Name!, row), Evaluate(display.Value, row)));
        }

        return rows;
    }

    // {Member,nq}: the text of a member, without quotation marks.
    private static string Evaluate(string display, object row)
    {
        Assert.Matches(@"^\{\w+,nq\}$", display);
        return (string)row.GetType().GetProperty(display[1..^4])!.GetValue(row)!;
    }
}
