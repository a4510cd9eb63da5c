using BenchmarkDotNet.Running;
using LoopNet.Benchmarks;

if (args is ["work", ..])
{
    return WorkCommand.Run(args.AsSpan(1), Console.Out, Console.Error);
}

if (args is ["check-sheets", ..])
{
    return CheckSheetsCommand.Run(args.AsSpan(1), Console.Out, Console.Error);
}

BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args);
return 0;
