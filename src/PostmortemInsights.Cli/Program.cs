using PostmortemInsights.Cli;

using var interrupts = new Interrupts();
return CommandLine.Run(args, Terminal.OfProcess(interrupts.Token));
