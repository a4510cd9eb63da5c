using BenchmarkDotNet.Running;
using LoopNet.Benchmarks;

switch (args)
{
    case ["work", ..]:
        return WorkCommand.Run(args.AsSpan(1), Console.Out, Console.Error);
    case ["check-sheets", ..]:
        return CheckSheetsCommand.Run(args.AsSpan(1), Console.Out, Console.Error);
    case ["hard-cases", ..]:
        return HardCaseSearch.Run(args.AsSpan(1), Console.Out, Console.Error);
    case ["rounding", ..]:
        return RoundingCount.Run(args.AsSpan(1), Console.Out, Console.Error);
    default:
        BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
        return 0;
}
