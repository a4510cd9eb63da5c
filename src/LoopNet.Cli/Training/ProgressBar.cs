using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace LoopNet.Cli;

/// <summary>A line at the foot of the screen that moves while the main thread works.</summary>
/// <remarks>
/// The work knows nothing of it: a thread of its own asks for the figures, draws, and removes the line at the end. So whoever
/// steps through the training sees no frame of a display on the call stack.
/// </remarks>
internal sealed class ProgressBar : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly ManualResetEventSlim _finished = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private readonly IAnsiConsole _console;
    private readonly string _title;
    private readonly long? _total;
    private readonly Func<(long Done, double SumOfLosses)> _figures;
    private readonly Thread _thread;

    private ProgressBar(TextWriter error, string title, long? total, Func<(long Done, double SumOfLosses)> figures)
    {
        _console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(error) });
        _title = title;
        _total = total;
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
        return terminal.ShowsProgress ? new ProgressBar(terminal.Error, title, total, figures) : null;
    }

    /// <summary>Shows that something is going on that cannot say how far it is. Null where there is no screen.</summary>
    /// <param name="terminal">Where to draw.</param>
    /// <param name="title">What is going on, for example <c>reading the digits</c>.</param>
    public static ProgressBar? OfWaiting(Terminal terminal, string title)
    {
        return terminal.ShowsProgress ? new ProgressBar(terminal.Error, title, total: null, () => (0, 0.0)) : null;
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
        string figures = "";
        _console.Progress()
            .AutoClear(true)
            .AutoRefresh(false)
            .Columns(new TextColumn(() => _title), new ProgressBarColumn { Width = 30 }, new TextColumn(() => figures))
            .Start(context =>
            {
                ProgressTask task = context.AddTask(_title, maxValue: _total ?? 1);
                task.IsIndeterminate = _total is null;
                while (!_finished.Wait(Pause))
                {
                    (long done, double sumOfLosses) = _figures();
                    figures = _total is null ? "" : Describe(done, sumOfLosses, _total.Value);
                    task.Value = done;
                    context.Refresh();
                }
            });
    }

    private string Describe(long done, double sumOfLosses, long total)
    {
        if (done == 0)
        {
            return "";
        }

        double speed = done / _clock.Elapsed.TotalSeconds;
        TimeSpan left = TimeSpan.FromSeconds(Math.Min((total - done) / speed, int.MaxValue));
        string time = left.TotalHours >= 1.0 ? left.ToString(@"d\.hh\:mm\:ss") : left.ToString(@"mm\:ss");
        return $"{(double)done / total:P0}  {speed:N0} samples/s  {time} left  loss {sumOfLosses / done:F4}";
    }

    private sealed class TextColumn(Func<string> text) : ProgressColumn
    {
        protected override bool NoWrap => true;

        public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) => new Text(text());
    }
}
