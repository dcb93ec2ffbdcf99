using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing;

/// <summary>A line of a document that meets a query.</summary>
/// <param name="Line">Its number, from 1.</param>
/// <param name="Span">Where it stands in the document's text.</param>
/// <param name="Text">The line without blanks around it.</param>
/// <param name="Marks">The words that meet the query, as offsets into <paramref name="Text"/>, in order and without overlap.</param>
public sealed record Snippet(int Line, SourceSpan Span, string Text, ImmutableArray<SourceSpan> Marks);

/// <summary>Chooses the lines of a document that show best why it was found.</summary>
public static class Snippets
{
    // A line that repeats what another one shows says little more.
    private const double ShownWeight = 0.25;

    // The title stands above the lines anyway, and a heading or front matter says little.
    private const double HeadingWeight = 0.2;

    /// <summary>The lines that together meet most of the query, in the order of the document.</summary>
    /// <param name="incident">The record.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="matched">What met it, if a search found the document.</param>
    /// <param name="most">At most so many lines.</param>
    public static ImmutableArray<Snippet> For(Incident incident, Query query, ImmutableArray<MatchedTerm> matched = default, int most = 2)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(query);
        var known = matched.IsDefault ? [] : matched;
        var share = known.Any(static term => term.IsShare) ? incident.Spans[MatchedTerm.Share] : [];
        var lines = Lines(incident, new WantedTerms(query, known), share);
        var linesWith = LinesWithEach(lines);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<Snippet>();
        while (chosen.Count < most && lines.Count > 0)
        {
            var best = lines.MaxBy(line => line.Weight * Shows(line))!;
            lines.Remove(best);
            foreach (var (term, _) in best.Terms)
                shown.Add(term);
            chosen.Add(best.Snippet);
        }

        return [.. chosen.OrderBy(static snippet => snippet.Line)];

        double Shows(MarkedLine line)
        {
            var sum = 0.0;
            foreach (var (term, weight) in line.Terms)
                sum += weight / linesWith[term] * (shown.Contains(term) ? ShownWeight : 1);
            return sum;
        }
    }

    private sealed record MarkedLine(Snippet Snippet, double Weight, Dictionary<string, double> Terms);

    private static Dictionary<string, int> LinesWithEach(List<MarkedLine> lines)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var line in lines)
        {
            foreach (var (term, _) in line.Terms)
                counts[term] = counts.GetValueOrDefault(term) + 1;
        }

        return counts;
    }

    private static List<MarkedLine> Lines(Incident incident, WantedTerms wanted, ImmutableArray<SourceSpan> share)
    {
        var zones = ZonedText.Read(incident).ToList();
        var found = new List<MarkedLine>();
        var body = FrontMatterEnd(incident.Text);
        var (number, zone) = (0, 0);
        for (var start = 0; start < incident.Text.Length;)
        {
            var end = incident.Text.IndexOf('\n', start) is var at && at < 0 ? incident.Text.Length : at;
            var line = Trim(incident.Text, start, end);
            number++;
            while (zone + 1 < zones.Count && zones[zone].Span.End <= line.Start)
                zone++;
            if (Read(incident.Text, line, zones[zone].Zone, wanted, share) is var (terms, marks) && terms.Count > 0)
            {
                var isHeading = zones[zone].Zone == Zone.Title || incident.Text[line.Start] == '#' || line.End <= body;
                var snippet = new Snippet(number, line, line.Of(incident.Text).ToString(), marks);
                found.Add(new MarkedLine(snippet, isHeading ? HeadingWeight : ZoneWeights.Of(zones[zone].Zone), terms));
            }

            start = end + 1;
        }

        return found;
    }

    private static SourceSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new SourceSpan(start, end);
    }

    private static (Dictionary<string, double> Terms, ImmutableArray<SourceSpan> Marks) Read(
        string text, SourceSpan line, Zone zone, WantedTerms wanted, ImmutableArray<SourceSpan> share)
    {
        var terms = new Dictionary<string, double>(StringComparer.Ordinal);
        var places = new List<SourceSpan>();
        foreach (var token in Analyzer.Document(text, line.Start, line.End))
        {
            if (wanted.WeightOf(token.Term, zone) is not (> 0 and var weight))
                continue;
            terms[token.Term] = weight;
            places.Add(new SourceSpan(token.Start, token.End));
        }

        foreach (var place in share)
        {
            if (!line.Contains(place))
                continue;
            terms[MatchedTerm.Share] = 1;
            places.Add(place);
        }

        return (terms, Marks(places, line.Start));
    }

    private static int FrontMatterEnd(string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---", StringComparison.Ordinal) : 0;

    private static ImmutableArray<SourceSpan> Marks(List<SourceSpan> places, int start)
    {
        var marks = ImmutableArray.CreateBuilder<SourceSpan>();
        places.Sort(static (a, b) => a.Start == b.Start ? b.End.CompareTo(a.End) : a.Start.CompareTo(b.Start));
        foreach (var place in places)
        {
            var mark = new SourceSpan(place.Start - start, place.End - start);
            if (marks.Count > 0 && marks[^1].Overlaps(mark))
                marks[^1] = new SourceSpan(marks[^1].Start, Math.Max(marks[^1].End, mark.End));
            else
                marks.Add(mark);
        }

        return marks.ToImmutable();
    }
}
