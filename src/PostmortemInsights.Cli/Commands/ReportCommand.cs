using System.Collections.Immutable;
using System.CommandLine;
using PostmortemInsights.Analyzing;
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
        var command = new DocumentedCommand(
            "report",
            "Prints the reliability review: how long, how often, why, what misled people, what was promised, what came back.",
            "pmi report corpus",
            "pmi report corpus --quarter 2024-Q2",
            "pmi report corpus --from 2023 --to 2024-06 --format md --output review.md",
            "pmi report corpus --format html --output review.html")
        {
            Options.OptionalPaths, Options.Corpus, Options.Store, Quarter, FiscalYearStarts, format, Options.Output,
        }.WithFilters();
        command.SetAction(parsed => Run(
            Gathering.Read(parsed, terminal),
            new ReviewOptions
            {
                Quarter = parsed.GetValue(Quarter),
                From = parsed.GetValue(Filters.From),
                To = parsed.GetValue(Filters.To),
                FiscalYearStarts = parsed.GetValue(FiscalYearStarts),
            },
            parsed.GetRequiredValue(format),
            parsed.GetValue(Options.Output),
            terminal));
        return command;
    }

    private static int Run(Gathering gathered, ReviewOptions options, string format, string? output, Terminal terminal)
    {
        var review = ReliabilityReview.From(gathered.Incidents, options with { Unread = gathered.Unread });
        if (format == "json")
            OutputFile.Write(output, terminal, stream => ReviewJson.Write(review, stream));
        else
            OutputFile.WriteText(output, terminal, WriterOf(review, format, terminal));
        return gathered.Status;
    }

    private static Action<TextWriter> WriterOf(ReliabilityReview review, string format, Terminal terminal) => format switch
    {
        "md" => writer => ReviewMarkdown.Write(review, writer),
        _ => writer => ReviewText.Write(review, writer, terminal.Width),
    };
}
