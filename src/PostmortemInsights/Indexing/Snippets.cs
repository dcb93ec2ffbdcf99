using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
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
        var lines = Lines(incident, query, matched.IsDefault ? [] : matched);
        var linesWith = LinesWithEach(lines);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<MarkedLine>();
        while (chosen.Count < most && lines.Count > 0)
        {
            var best = lines[0];
            foreach (var line in lines)
                best = Shows(line) > Shows(best) ? line : best;
            lines.Remove(best);
            chosen.Add(best);
            foreach (var term in best.Terms)
                shown.Add(term.Term);
        }

        chosen.Sort(static (a, b) => a.Number.CompareTo(b.Number));
        return [.. chosen.ConvertAll(line => line.In(incident.Text))];

        double Shows(MarkedLine line)
        {
            var sum = 0.0;
            foreach (var (term, weight) in line.Terms)
                sum += weight / linesWith[term] * (shown.Contains(term) ? ShownWeight : 1);
            return line.Weight * sum;
        }
    }

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

    private static List<MarkedLine> Lines(Incident incident, Query query, ImmutableArray<MatchedTerm> matched)
    {
        var (wanted, share) = (new WantedTerms(query, matched), ShareIn(incident, matched));
        using var zones = ZonedText.Read(incident).GetEnumerator();
        zones.MoveNext();
        var (zone, found) = (zones.Current, new List<MarkedLine>());
        var body = FrontMatterEnd(incident.Text);
        var number = 0;
        for (var start = 0; start < incident.Text.Length;)
        {
            var end = incident.Text.IndexOf('\n', start) is var at && at < 0 ? incident.Text.Length : at;
            var span = Trim(incident.Text, start, end);
            number++;
            while (zone.Span.End <= span.Start && zones.MoveNext())
                zone = zones.Current;
            var isHeading = zone.Zone == Zone.Title || span.End <= body || (span.Length > 0 && incident.Text[span.Start] == '#');
            var line = new MarkedLine(number, span, isHeading ? HeadingWeight : ZoneWeights.Of(zone.Zone));
            Mark(line, incident.Text, zone.Zone, wanted);
            line.MarkShare(share);
            if (line.Terms.Count > 0)
                found.Add(line);
            start = end + 1;
        }

        return found;
    }

    private static ImmutableArray<SourceSpan> ShareIn(Incident incident, ImmutableArray<MatchedTerm> matched)
    {
        foreach (var term in matched)
        {
            if (term.IsShare)
                return incident.Spans[MatchedTerm.Share];
        }

        return [];
    }

    private static SourceSpan Trim(string text, int start, int end)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        return new SourceSpan(start, end);
    }

    private static void Mark(MarkedLine line, string text, Zone zone, WantedTerms wanted)
    {
        foreach (var token in Analyzer.Document(text, line.Span.Start, line.Span.End))
        {
            if (wanted.WeightOf(token.Term, zone) is > 0 and var weight)
                line.Mark(token.Term, weight, new SourceSpan(token.Start, token.End));
        }
    }

    private static int FrontMatterEnd(string text) =>
        text.StartsWith("---\n", StringComparison.Ordinal) ? text.IndexOf("\n---", StringComparison.Ordinal) : 0;

    /// <summary>A line with what of the query it has.</summary>
    private sealed class MarkedLine(int number, SourceSpan span, double weight)
    {
        private readonly List<SourceSpan> marks = new(capacity: 2);

        public int Number => number;

        public SourceSpan Span => span;

        public double Weight => weight;

        public List<WeightedTerm> Terms { get; } = [];

        public void MarkShare(ImmutableArray<SourceSpan> places)
        {
            foreach (var place in places)
            {
                if (span.Contains(place))
                    Mark(MatchedTerm.Share, 1, place);
            }
        }

        /// <summary>Marks a term; marks stay in order and without overlap.</summary>
        public void Mark(string term, double showing, SourceSpan place)
        {
            if (!Terms.Exists(known => known.Term == term))
                Terms.Add(new WeightedTerm(term, showing));
            var mark = new SourceSpan(place.Start - span.Start, place.End - span.Start);
            var at = marks.Count;
            while (at > 0 && marks[at - 1].End > mark.Start)
                at--;
            while (at < marks.Count && marks[at].Overlaps(mark))
            {
                mark = new SourceSpan(Math.Min(marks[at].Start, mark.Start), Math.Max(marks[at].End, mark.End));
                marks.RemoveAt(at);
            }

            marks.Insert(at, mark);
        }

        public Snippet In(string text) => new(number, span, span.Of(text).ToString(), [.. marks]);
    }
}
