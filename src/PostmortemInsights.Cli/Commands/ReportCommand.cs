using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi report</c>: the reliability review.</summary>
internal static class ReportCommand
{
    private static readonly Option<string?> Quarter = new("--quarter")
    {
        Description = "Review one quarter, compared with the one before.",
        HelpName = "2024-Q2",
    };

    private static readonly Option<int> FiscalYearStarts = new("--fiscal-year-starts")
    {
        Description = "The month in which your years start, 1 to 12.",
        HelpName = "MONTH",
        DefaultValueFactory = static _ => 1,
    };

    public static Command Create(Terminal terminal)
    {
        var format = Options.Format("table", "md", "html", "json");
        var command = AskedStore.AddOptions(new DocumentedCommand(
            "report",
            "Prints the reliability review: how long, how often, why, what misled people, what was promised, what came back.",
            "pmi report corpus",
            "pmi report corpus --quarter 2024-Q2",
            "pmi report corpus --from 2023 --to 2024-06 --format md --output review.md",
            "pmi report corpus --format html --output review.html")
        {
            Options.OptionalPaths, Quarter, FiscalYearStarts, format, Options.Output,
        }).WithFilters();
        command.SetAction(parsed =>
        {
            using var asked = AskedStore.Open(parsed, terminal);
            var filters = Filters.Read(parsed);
            return Run(asked, OptionsOf(parsed, filters), filters, parsed.GetRequiredValue(format), parsed.GetValue(Options.Output), terminal);
        });
        return command;
    }

    private static ReviewOptions OptionsOf(ParseResult parsed, SearchFilters filters)
    {
        var options = new ReviewOptions
        {
            Quarter = parsed.GetValue(Quarter),
            From = filters.From,
            To = filters.To,
            FiscalYearStarts = parsed.GetValue(FiscalYearStarts),
        };
        return options is { Quarter: not null } and not { From: null, To: null }
            ? throw new UsageException("--quarter says the dates already; leave out --from and --to.")
            : options;
    }

    private static int Run(AskedStore asked, ReviewOptions options, SearchFilters filters, string format, string? output, Terminal terminal)
    {
        var review = ReliabilityReview.From(asked.Excerpts(filters with { From = null, To = null }, terminal), options with { Unread = asked.Unread });
        if (format == "json")
            OutputFile.Write(output, terminal, stream => ReviewJson.Write(review, stream));
        else
            OutputFile.WriteText(output, terminal, WriterOf(review, format, output, terminal));
        return asked.Status;
    }

    private static Action<TextWriter> WriterOf(ReliabilityReview review, string format, string? output, Terminal terminal) => format switch
    {
        "md" => writer => ReviewMarkdown.Write(review, writer, OutputFile.WayToSources(output)),
        "html" => writer => ReviewHtml.Write(review, writer, OutputFile.WayToSources(output)),
        _ => writer => ReviewText.Write(review, writer, terminal.Width),
    };
}
