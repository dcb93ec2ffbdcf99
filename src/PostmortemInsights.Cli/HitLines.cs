using System.Globalization;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli;

/// <summary>Found incidents as lines for a terminal.</summary>
internal static class HitLines
{
    private const int Indent = 4;
    private const int LeastContext = 40;

    /// <summary>Writes one incident: a line of title and score, a line of facts, and the lines of the document that show why.</summary>
    public static void Write(Terminal terminal, int rank, FoundIncident found)
    {
        var reference = IncidentReference.To(found.Incident);
        terminal.WriteLine(
            new Piece(Pad($"{rank}.", Indent), Look.Faint),
            new Piece(VisibleText.Of(reference.Title), Look.Strong),
            new Piece(string.Create(CultureInfo.InvariantCulture, $"  ({found.Hit.Score:0.00})"), Look.Faint));
        terminal.WriteLine(new string(' ', Indent), FactsOf(found.Incident, reference));
        foreach (var snippet in found.Snippets)
            WriteSnippet(terminal, snippet, found.Incident);
    }

    /// <summary>Writes where a score comes from: a line a term, with the zones that gave it.</summary>
    public static void WriteExplanation(Terminal terminal, Hit hit)
    {
        foreach (var term in hit.Explanation)
        {
            var zones = string.Join(", ", term.Zones.Select(zone => string.Create(
                CultureInfo.InvariantCulture, $"{IncidentJson.Name(zone.Zone)} {zone.Score:0.00} ({zone.Frequency}×)")));
            var met = string.Equals(term.Word, term.Term, StringComparison.Ordinal) ? "" : $" as {term.Term}";
            terminal.WriteLine(new Piece(
                VisibleText.Of(string.Create(CultureInfo.InvariantCulture, $"{term.Score,8:0.00}  {term.Word}{met}: {zones}")), Look.Faint));
        }
    }

    private static string FactsOf(Incident incident, IncidentReference reference)
    {
        string?[] facts =
        [
            Figures.Day(reference.Date),
            incident.DurationMinutes is { } minutes ? Figures.Minutes(minutes) : "duration unknown",
            incident.Causes.IsEmpty ? "cause unknown" : incident.Causes[0].Category,
            VisibleText.Of(incident.Source),
        ];
        return string.Join(" · ", facts);
    }

    private static void WriteSnippet(Terminal terminal, Snippet snippet, Incident incident)
    {
        var number = IncidentReference.To(incident, snippet.Span).Line is { } line ? line.ToString(CultureInfo.InvariantCulture) : "";
        var pieces = new List<Piece> { new(Pad(number.PadLeft(Indent + 3), Indent + 5), Look.Faint) };
        pieces.AddRange(Marked(snippet, terminal.Width - Indent - 5));
        terminal.WriteLine([.. pieces]);
    }

    /// <summary>The line cut to the width around its first mark, with the marks set off.</summary>
    private static IEnumerable<Piece> Marked(Snippet snippet, int width)
    {
        var room = Math.Max(width - 2, LeastContext);
        var first = snippet.Marks.IsEmpty ? 0 : snippet.Marks[0].Start;
        var from = snippet.Text.Length <= room ? 0 : Math.Clamp(first - (room / 3), 0, snippet.Text.Length - room);
        var to = Math.Min(snippet.Text.Length, from + room);
        if (from > 0)
            yield return "…";
        var at = from;
        foreach (var mark in snippet.Marks.Where(mark => mark.Start >= from && mark.End <= to))
        {
            yield return VisibleText.Of(snippet.Text[at..mark.Start]);
            yield return new Piece(VisibleText.Of(snippet.Text[mark.Start..mark.End]), Look.Match);
            at = mark.End;
        }

        yield return VisibleText.Of(snippet.Text[at..to]);
        if (to < snippet.Text.Length)
            yield return "…";
    }

    private static string Pad(string text, int width) => text.PadRight(width);
}
