using System.Collections.Immutable;
using System.CommandLine;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Cli;

/// <summary>The incidents that a command is about.</summary>
internal sealed record Gathering(IReadOnlyList<Incident> Incidents, ImmutableArray<UnreadDocument> Unread, int Status)
{
    public static Gathering Read(ParseResult parsed, Terminal terminal)
    {
        var paths = parsed.GetValue(Options.OptionalPaths) ?? [];
        Paths.RequireAny(paths);
        var log = new ReadingLog(terminal);
        var incidents = new List<Incident>();
        var records = Records.For(paths, terminal);
        foreach (var result in Corpus.Read(paths, terminal.Interrupted))
        {
            log.Take(result);
            if (result is ReadDocument read)
                incidents.Add(records.Of(read.Document));
        }

        log.Close();
        return new Gathering(incidents, [.. log.Unread], log.Status);
    }
}
