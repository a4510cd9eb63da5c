using System.Diagnostics;
using System.Globalization;
using LoopNet.Data;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LoopNet.Cli;

/// <summary>A line at the foot of the screen that moves while the main thread works.</summary>
/// <remarks>
/// The work knows nothing of it: a thread of its own asks for the figures, draws, and removes the line at the end. So a person who
/// steps through the training sees no frame of a display on the call stack.
/// </remarks>
internal sealed class ProgressBar : IDisposable
{
    private const double Megabyte = 1e6;

    // Part done, speed, time left and loss, with the blanks between the columns.
    private const int LongestText = 56;

    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _finished = new();
    private readonly IAnsiConsole _console;
    private readonly string _title;
    private readonly Func<Figures> _figures;
    private readonly Thread _thread;

    private ProgressBar(TextWriter error, string title, Func<Figures> figures)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        _title = VisibleText.Of(title);
        _figures = figures;
        _thread = new Thread(Show) { IsBackground = true, Name = "progress" };
        _thread.Start();
    }

    /// <summary>Shows how far an epoch is: samples per second, time left and mean loss so far. Null where there is no screen.</summary>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="title">What is going on, for example <c>epoch 1 of 3</c>.</param>
    /// <param name="total">The samples of the epoch.</param>
    /// <param name="figures">The samples done in this epoch and the sum of their losses; asked for from another thread.</param>
    public static ProgressBar? OfEpoch(Terminal terminal, string title, long total, Func<(long Done, double SumOfLosses)> figures)
    {
        if (!terminal.ShowsProgress)
        {
            return null;
        }

        Stopwatch clock = Stopwatch.StartNew();
        return new ProgressBar(terminal.Screen, title, () =>
        {
            (long done, double sumOfLosses) = figures();
            double speed = done / clock.Elapsed.TotalSeconds;
            string rate = Invariant($"{speed:N0} samples/s");
            string loss = Invariant($"{sumOfLosses / done:G5}");
            return new Figures(done, total, done == 0 ? "" : $"{Describe(done, total, speed, rate)}  loss {loss}");
        });
    }

    /// <summary>Shows how far the transfer of a file is. Null where there is no screen.</summary>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="transfer">The transfer; asked from another thread.</param>
    public static ProgressBar? OfTransfer(Terminal terminal, FileTransfer transfer)
    {
        if (!terminal.ShowsProgress)
        {
            return null;
        }

        Stopwatch clock = Stopwatch.StartNew();
        return new ProgressBar(terminal.Screen, transfer.FileName, () =>
        {
            long done = transfer.Done;
            double speed = done / clock.Elapsed.TotalSeconds;
            bool isKnown = transfer.Total > 0 && done > 0;
            string text = isKnown ? Describe(done, transfer.Total, speed, Invariant($"{speed / Megabyte:F1} MB/s")) : Invariant($"{done / Megabyte:F1} MB");
            return new Figures(done, isKnown ? transfer.Total : null, text);
        });
    }

    /// <summary>Shows that something is going on that cannot say how far it is. Null where there is no screen.</summary>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="title">What is going on, for example <c>reading the digits</c>.</param>
    public static ProgressBar? OfWaiting(Terminal terminal, string title)
    {
        return terminal.ShowsProgress ? new ProgressBar(terminal.Screen, title, () => new Figures(0, null, "")) : null;
    }

    /// <summary>Removes the line.</summary>
    public void Dispose()
    {
        _finished.Set();
        _thread.Join();
        _finished.Dispose();
    }

    private void Show()
    {
        try
        {
            Draw();
        }
        catch (Exception)
        {
            // A screen that cannot be drawn on is no reason to lose the training.
        }
    }

    private void Draw()
    {
        string text = "";
        _console.Progress()
            .AutoClear(true)
            .AutoRefresh(false)
            .Columns(new TextColumn(() => _title), new ProgressBarColumn { Width = Math.Clamp(_console.Profile.Width - _title.Length - LongestText, 5, 30) }, new TextColumn(() => text))
            .Start(context =>
            {
                ProgressTask task = context.AddTask(_title);
                task.IsIndeterminate = true;
                while (!_finished.Wait(Pause))
                {
                    Figures figures = _figures();
                    text = figures.Text;
                    task.IsIndeterminate = figures.Total is null;
                    task.MaxValue = figures.Total ?? 1;
                    task.Value = figures.Done;
                    context.Refresh();
                }
            });
    }

    private static string Describe(long done, long total, double speed, string rate)
    {
        TimeSpan left = TimeSpan.FromSeconds(Math.Min((total - done) / speed, int.MaxValue));
        string time = left.TotalHours >= 1.0 ? left.ToString(@"d\.hh\:mm\:ss", CultureInfo.InvariantCulture) : left.ToString(@"mm\:ss", CultureInfo.InvariantCulture);
        return Invariant($"{(double)done / total:P0}  {rate}  {time} left");
    }

    /// <summary>What is shown at one moment.</summary>
    private readonly record struct Figures(long Done, long? Total, string Text);

    private sealed class TextColumn(Func<string> text) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
    }
}
