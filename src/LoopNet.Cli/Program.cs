using LoopNet.Cli;

using Interruption interruption = new();
return interruption.Finish(LoopNetCommand.Run(args, Terminal.OfProcess(interruption.Token)));
