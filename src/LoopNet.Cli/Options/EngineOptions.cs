using System.CommandLine;
using System.Diagnostics;
using LoopNet.Data;

namespace LoopNet.Cli;

/// <summary>The options <c>--engine</c> and <c>--threads</c>.</summary>
internal sealed class EngineOptions
{
    private const string Automatic = "auto";
    private const string Fast = "fast";
    private const string Literal = "literal";

    private static readonly string[] Names = [Automatic, Fast, Literal];

    private readonly Option<string> _engine;

    private readonly Option<int?> _threads = NumberOption.WholeOrNone(
        "--threads", "Use N threads for updates of many samples and for measuring; as many as there are processors by default. Any number gives the same bits.", smallest: 1, Hardware.MostThreads);

    /// <summary>Makes the options.</summary>
    /// <param name="traces">What else makes auto choose the literal loops, as part of the help; empty for nothing.</param>
    public EngineOptions(string traces = "")
    {
        _engine = new Option<string>("--engine")
        {
            HelpName = "NAME",
            Description = $"""
                literal runs the explicit loops; fast runs their vectorised twin, which gives the same bits many times sooner; auto is
                literal where a debugger is attached{traces}, else fast.
                """,
            DefaultValueFactory = _ => Automatic,
        };
        _engine.CompletionSources.Add(Names);
    }

    /// <summary>The options, in the order of the help.</summary>
    public IReadOnlyList<Option> All => [_engine, _threads];

    /// <summary>The engine that was asked for.</summary>
    /// <param name="parse">The command line.</param>
    /// <param name="waits">Whether a debugger is waited for.</param>
    /// <param name="traces">Whether steps are traced.</param>
    /// <exception cref="UsageException">There is no such engine, or it cannot do what else was asked for.</exception>
    public Engine Choose(ParseResult parse, bool waits = false, bool traces = false)
    {
        string name = parse.GetValue(_engine)!;
        int? threads = parse.GetValue(_threads);
        string? reason = Reason(waits, traces);
        return (name, reason) switch
        {
            (Literal, _) => new LiteralEngine(reason: null),
            (Fast, _) when traces => throw new UsageException("--trace-step shows every tensor of the literal loops, and the fast engine keeps none; leave --engine out"),
            (Automatic, not null) => new LiteralEngine(reason),
            (Fast or Automatic, _) => new FastEngine(threads is null ? new Hardware() : new Hardware { Threads = threads.Value }),
            _ => throw new UsageException($"--engine is {Automatic}, {Fast} or {Literal}, not '{name}'{NearWord.Question(name, Names)}"),
        };
    }

    private static string? Reason(bool waits, bool traces)
    {
        if (Debugger.IsAttached)
        {
            return "a debugger is attached";
        }

        if (waits)
        {
            return "a debugger is awaited";
        }

        return traces ? "steps are traced" : null;
    }
}
