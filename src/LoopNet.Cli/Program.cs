using LoopNet.Cli;

using Interruption interruption = new();
return LoopNetCommand.Run(args, Terminal.OfProcess(interruption.Token));
