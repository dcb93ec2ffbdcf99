using PostmortemInsights.Cli;

HeadStart.For(args);
using var interrupts = new Interrupts();
return CommandLine.Run(args, Terminal.OfProcess(interrupts.Token));
