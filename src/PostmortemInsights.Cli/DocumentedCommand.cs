using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace PostmortemInsights.Cli;

/// <summary>A command that shows in its help how it is called.</summary>
internal sealed class DocumentedCommand(string name, string description, params string[] examples) : Command(name, description)
{
    /// <summary>Whole command lines, each followed by what it does.</summary>
    public IReadOnlyList<string> Examples { get; } = examples;
}

/// <summary>The usual help, and below it the examples.</summary>
internal sealed class HelpWithExamples(HelpAction usual) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        usual.Invoke(parseResult);
        if (parseResult.CommandResult.Command is DocumentedCommand command)
            WriteExamples(parseResult.InvocationConfiguration.Output, command);
        return ExitStatus.Done;
    }

    private static void WriteExamples(TextWriter output, DocumentedCommand command)
    {
        output.WriteLine("Examples:");
        foreach (var example in command.Examples)
            output.WriteLine("  " + example);
        output.WriteLine();
    }
}
