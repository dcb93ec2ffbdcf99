using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using PostmortemInsights.Cli.Commands;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Cli;

/// <summary>The command line as a whole: from arguments to an exit status.</summary>
internal static class CommandLine
{
    // A query may begin with @ or hold several letters after one dash; it is text, not a response file or bundled options.
    private static readonly ParserConfiguration Literally = new() { ResponseFileTokenReplacer = null, EnablePosixBundling = false };

    /// <summary>Runs one command line.</summary>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            var status = Invoke(Root(terminal).Parse(args, Literally), terminal);
            terminal.Out.Flush();
            return status;
        }
        catch (OperationCanceledException) when (terminal.Interrupted.IsCancellationRequested)
        {
            terminal.Note("pmi: interrupted");
            return ExitStatus.Interrupted;
        }
        catch (IOException gone) when (StandardOutput.IsClosed(gone))
        {
            return ExitStatus.Done;
        }
        catch (Exception problem) when (IsOfTheUser(problem))
        {
            terminal.Note("pmi: " + problem.Message);
            return problem is UsageException usage ? usage.Status : ExitStatus.WrongUse;
        }
    }

    /// <summary>Whether the message tells the user what to do; everything else is a defect of this program and ends it loudly.</summary>
    private static bool IsOfTheUser(Exception problem) => problem
        is UsageException or StoreException or FormatException or InvalidDataException or IOException or UnauthorizedAccessException;

    /// <summary>The commands with all their options.</summary>
    public static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("Asks a folder of postmortems what went wrong, how long it took, what misled people and what came back.")
        {
            ParseCommand.Create(terminal),
            IngestCommand.Create(terminal),
            SearchCommand.Create(terminal),
            SimilarCommand.Create(terminal),
            DiagnoseCommand.Create(terminal),
            ReportCommand.Create(terminal),
            RepeatsCommand.Create(terminal),
            ExportCommand.Create(terminal),
            TrainCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            LabelCommand.Create(terminal),
        };
        foreach (var option in root.Options)
        {
            if (option is HelpOption { Action: HelpAction help })
                option.Action = new HelpWithExamples(help);
            else if (option is VersionOption)
                option.Action = new ShowVersion();
        }

        return root;
    }

    private static int Invoke(ParseResult parsed, Terminal terminal)
    {
        if (parsed.Tokens.Count == 0)
        {
            parsed.RootCommandResult.Command.Parse("--help").Invoke(new InvocationConfiguration { Output = terminal.Error });
            return ExitStatus.WrongUse;
        }

        var problems = Usage.Problems(parsed);
        if (problems.Count == 0)
            return parsed.Invoke(new InvocationConfiguration { Output = terminal.Out, Error = terminal.Error, EnableDefaultExceptionHandler = false });
        foreach (var problem in problems)
            terminal.Note("pmi: " + problem);
        terminal.Note($"Run '{Usage.HelpOf(parsed)}' to see how it is used.");
        return ExitStatus.WrongUse;
    }

    private sealed class ShowVersion : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine($"pmi {typeof(CommandLine).Assembly.GetName().Version?.ToString(3)}");
            output.WriteLine($"search engines: {string.Join(", ", Engines.SearchEngines)}");
            output.WriteLine($"trainers: {string.Join(", ", Engines.Trainers)}");
            return ExitStatus.Done;
        }
    }
}
