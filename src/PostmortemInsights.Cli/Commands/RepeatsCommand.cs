using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi repeats</c>: repeated root causes and recurring action items.</summary>
internal static class RepeatsCommand
{
    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "md", "html", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            "repeats",
            "Prints what keeps coming back: root causes that struck again, and action items that several incidents asked for.",
            "pmi repeats corpus",
            "pmi repeats --component database --format json")
        {
            Options.OptionalPaths, format, Options.Output,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            using var asked = AskedStore.Open(parsed, terminal);
            return Run(asked, Filters.Read(parsed), parsed.GetRequiredValue(format), parsed.GetValue(Options.Output), terminal);
        });
        return command;
    }

    private static int Run(AskedStore asked, SearchFilters filters, string format, string? output, Terminal terminal)
    {
        var repeats = Repeats.From(asked.Excerpts(filters, terminal), new ReviewOptions());
        if (format == "json")
            OutputFile.Write(output, terminal, stream => ReviewJson.Write(repeats, stream));
        else
            OutputFile.WriteText(output, terminal, WriterOf(repeats, format, output, terminal));
        return asked.Status;
    }

    private static Action<TextWriter> WriterOf(Repeats repeats, string format, string? output, Terminal terminal) => format switch
    {
        "md" => writer => ReviewMarkdown.Write(repeats, writer, OutputFile.WayToSources(output)),
        "html" => writer => ReviewHtml.Write(repeats, writer, OutputFile.WayToSources(output)),
        _ => writer => ReviewText.Write(repeats, writer, terminal.Width),
    };
}
