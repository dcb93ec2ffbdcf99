using System.Collections.Immutable;
using System.Globalization;
using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Reporting.Escaping;
using PostmortemInsights.Reporting.Pages;
using PostmortemInsights.Reporting.Terminal;

namespace PostmortemInsights.Reporting;

/// <summary>Found incidents as lines for a terminal.</summary>
public static class SearchText
{
    private const int Indent = 4;
    private const int LineNumbers = 5;

    // Cut to what is needed: the code that fills a string is compiled anew at every start.
    private const string Blanks = "     ";
    private const int FieldNames = 11;
    private const int LeastContext = 40;

    /// <summary>An incident: a line of rank, title and score, a line of facts, the lines of the document that show why it was found, and
    /// where its score comes from if the hit says so.</summary>
    /// <param name="rank">Its place, from 1.</param>
    /// <param name="found">The incident.</param>
    /// <param name="width">Columns of the terminal; lines of the document are cut to fit.</param>
    public static IEnumerable<StyledLine> Lines(int rank, FoundIncident found, int width = 100)
    {
        ArgumentNullException.ThrowIfNull(found);
        yield return TitleLine(rank, found.Incident, found.Hit.Score);
        yield return FactsLine(found.Incident);
        foreach (var snippet in found.Snippets)
            yield return SnippetLine(snippet, found.Incident, width - Indent - LineNumbers - 2);
        foreach (var term in found.Hit.Explanation)
            yield return new StyledLine(new Piece(Blank(Indent) + VisibleText.Of(ScoreOf(term)), Emphasis.Faint));
    }

    /// <summary>An incident like another one: a line of rank, title and likeness, a line of facts, and a line for each thing that is alike.</summary>
    /// <param name="rank">Its place, from 1.</param>
    /// <param name="similar">What is alike.</param>
    /// <param name="incident">The incident.</param>
    public static IEnumerable<StyledLine> Lines(int rank, SimilarIncident similar, Incident incident)
    {
        ArgumentNullException.ThrowIfNull(similar);
        ArgumentNullException.ThrowIfNull(incident);
        yield return TitleLine(rank, incident, similar.Score);
        yield return FactsLine(incident);
        foreach (var likeness in similar.Alike)
        {
            yield return new StyledLine(
                new Piece(Blank(Indent) + $"alike in {IncidentJson.Name(likeness.Aspect)}: ", Emphasis.Faint), VisibleText.Of(likeness.Text));
        }
    }

    /// <summary>A paragraph a field: how many of the hits have which value.</summary>
    /// <param name="facets">The counts.</param>
    /// <param name="width">Columns of the terminal.</param>
    public static IEnumerable<StyledLine> Lines(ImmutableArray<Facet> facets, int width = 100) => facets.IsEmpty ? [] : CountLines(facets, width);

    private static IEnumerable<StyledLine> CountLines(ImmutableArray<Facet> facets, int width)
    {
        foreach (var field in facets.GroupBy(static facet => facet.Field, StringComparer.Ordinal))
        {
            var counts = string.Join(", ", field.Select(static facet => VisibleText.Of($"{facet.Value}\u00a0{Figures.Count(facet.Count)}")));
            foreach (var (number, line) in TextLayout.Wrap(counts, Math.Max(width - FieldNames, LeastContext)).Index())
                yield return new StyledLine(new Piece((number == 0 ? field.Key : "").PadRight(FieldNames), Emphasis.Strong), line);
        }
    }

    private static StyledLine TitleLine(int rank, Incident incident, double score) => new(
        new Piece(string.Create(CultureInfo.InvariantCulture, $"{rank}.{Blank(Indent - 1 - Invariant(rank).Length)}"), Emphasis.Faint),
        new Piece(VisibleText.Of(IncidentReference.To(incident).Title), Emphasis.Strong),
        new Piece(string.Create(CultureInfo.InvariantCulture, $"  {score:0.00}"), Emphasis.Faint));

    private static StyledLine FactsLine(Incident incident)
    {
        var day = Figures.Day(IncidentReference.DateOf(incident));
        var duration = incident.DurationMinutes is { } minutes ? Figures.Minutes(minutes) : "duration unknown";
        var cause = incident.Causes.IsEmpty ? "cause unknown" : incident.Causes[0].Category;
        return new StyledLine($"{Blank(Indent)}{day} · {duration} · {cause} · {VisibleText.Of(incident.Source)}");
    }

    private static string ScoreOf(TermScore term)
    {
        var met = string.Equals(term.Word, term.Term, StringComparison.Ordinal) ? "" : $" as {term.Term}";
        var zones = term.Zones.Select(static zone => string.Create(
            CultureInfo.InvariantCulture, $"{IncidentJson.Name(zone.Zone)} {zone.Score:0.00} ({zone.Frequency}×)"));
        return string.Create(CultureInfo.InvariantCulture, $"{term.Score:0.00} {term.Word}{met}: {string.Join(", ", zones)}");
    }

    private static StyledLine SnippetLine(Snippet snippet, Incident incident, int width)
    {
        var line = IncidentReference.To(incident, snippet.Span).Line;
        var number = new Piece(Blank(Indent) + Blank(LineNumbers - Invariant(line).Length) + Invariant(line) + "  ", Emphasis.Faint);
        return new StyledLine([number, .. Marked(snippet, Math.Max(width - 2, LeastContext))]);
    }

    // The line cut to its room around the first mark, with the marks set off.
    private static IEnumerable<Piece> Marked(Snippet snippet, int room)
    {
        var text = snippet.Text;
        var first = snippet.Marks.IsEmpty ? 0 : snippet.Marks[0].Start;
        var from = text.Length <= room ? 0 : Math.Clamp(first - (room / 3), 0, text.Length - room);
        var to = Math.Min(text.Length, from + room);
        if (from > 0)
            yield return "…";
        var at = from;
        foreach (var mark in snippet.Marks)
        {
            if (mark.Start < from || mark.End > to)
                continue;
            yield return Visible(text[at..mark.Start]);
            yield return new Piece(Visible(text[mark.Start..mark.End]), Emphasis.Match);
            at = mark.End;
        }

        yield return Visible(text[at..to]);
        if (to < text.Length)
            yield return "…";
    }

    // A piece keeps the space towards its neighbour.
    private static string Visible(string piece)
    {
        var shown = VisibleText.Of(piece);
        var before = piece.Length > 0 && char.IsWhiteSpace(piece[0]) ? " " : "";
        var after = shown.Length > 0 && char.IsWhiteSpace(piece[^1]) ? " " : "";
        return before + shown + after;
    }

    private static string Blank(int length) => Blanks[..Math.Clamp(length, 0, Blanks.Length)];

    private static string Invariant(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
