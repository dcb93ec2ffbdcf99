using System.CommandLine;

// The least that a program of this kind does: what pmi's start is measured against.
var root = new RootCommand("Prints one line.");
root.SetAction(static parsed => parsed.InvocationConfiguration.Output.WriteLine("one line"));
return root.Parse(args).Invoke();
