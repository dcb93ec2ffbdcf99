using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Searching;
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
    // A synonym shows less than the word itself.
    private const double SynonymWeight = 0.6;

    // A line that repeats what another one shows says little more.
    private const double ShownWeight = 0.25;

    /// <summary>The lines that together meet most of the query, in the order of the document.</summary>
    /// <param name="incident">The record.</param>
    /// <param name="query">What was asked.</param>
    /// <param name="most">At most so many lines.</param>
    public static ImmutableArray<Snippet> For(Incident incident, Query query, int most = 2)
    {
        ArgumentNullException.ThrowIfNull(incident);
        ArgumentNullException.ThrowIfNull(query);
        var lines = Lines(incident, WeightsOf(query));
        var rarity = lines.SelectMany(line => line.Terms.Keys).CountBy(term => term, StringComparer.Ordinal).ToDictionary(StringComparer.Ordinal);
        var shown = new HashSet<string>(StringComparer.Ordinal);
        var chosen = new List<Snippet>();
        while (chosen.Count < most && lines.Count > 0)
        {
            var best = lines.MaxBy(line => line.Weight * line.Terms.Sum(term => term.Value / rarity[term.Key] * (shown.Contains(term.Key) ? ShownWeight : 1)))!;
            lines.Remove(best);
            shown.UnionWith(best.Terms.Keys);
            chosen.Add(best.Snippet);
        }

        return [.. chosen.OrderBy(snippet => snippet.Line)];
    }

    private static Dictionary<string, double> WeightsOf(Query query)
    {
        var weights = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var term in query.Clauses.Where(c => c.Occur != Occur.MustNot).SelectMany(c => TermsOf(c.Condition)))
            weights[term.Term] = term.Term[0] == '#' ? term.Weight * SynonymWeight : term.Weight;
        return weights;
    }

    private static IEnumerable<WeightedTerm> TermsOf(Condition condition) => condition switch
    {
        FreeText words => ConceptReader.Read(words.Text, RankingModel.Symptoms).SelectMany(concept => concept.Terms),
        Phrase phrase => PhraseMatcher.TermsOf(phrase.Text).Select(term => new WeightedTerm(term.Term, 1)),
        Prefix prefix => [new WeightedTerm(prefix.Start + "*", 1)],
        Fuzzy fuzzy => [new WeightedTerm(EnglishStemmer.Stem(fuzzy.Word.ToLowerInvariant()), 1)],
        Either either => either.Conditions.SelectMany(TermsOf),
        _ => [],
    };

    private sealed record MarkedLine(Snippet Snippet, double Weight, Dictionary<string, double> Terms);

    private static List<MarkedLine> Lines(Incident incident, Dictionary<string, double> weights)
    {
        var zones = ZonedText.Read(incident).ToList();
        var found = new List<MarkedLine>();
        var number = 0;
        var zone = 0;
        for (var start = 0; start < incident.Text.Length;)
        {
            var end = incident.Text.IndexOf('\n', start) is var at && at < 0 ? incident.Text.Length : at;
            number++;
            while (zone + 1 < zones.Count && zones[zone].Span.End <= start)
                zone++;
            if (Read(incident.Text, start, end, number, ZoneWeights.Of(zones[zone].Zone), weights) is { } line)
                found.Add(line);
            start = end + 1;
        }

        return found;
    }

    private static MarkedLine? Read(string text, int start, int end, int number, double zoneWeight, Dictionary<string, double> weights)
    {
        while (start < end && char.IsWhiteSpace(text[start]))
            start++;
        while (end > start && char.IsWhiteSpace(text[end - 1]))
            end--;
        var matched = Analyzer.Document(text, start, end).Where(token => Weight(token.Term, weights) > 0).ToList();
        if (matched.Count == 0)
            return null;
        var terms = matched.Select(token => token.Term).Distinct(StringComparer.Ordinal).ToDictionary(t => t, t => Weight(t, weights), StringComparer.Ordinal);
        var snippet = new Snippet(number, new SourceSpan(start, end), text[start..end], Marks(matched, start));
        return new MarkedLine(snippet, zoneWeight, terms);
    }

    private static double Weight(string term, Dictionary<string, double> weights)
    {
        if (weights.TryGetValue(term, out var weight))
            return weight;
        return weights.Keys.Any(key => key[^1] == '*' && term.StartsWith(key[..^1], StringComparison.Ordinal)) ? 1 : 0;
    }

    private static ImmutableArray<SourceSpan> Marks(List<Token> tokens, int start)
    {
        var marks = ImmutableArray.CreateBuilder<SourceSpan>();
        foreach (var token in tokens.OrderBy(token => token.Start).ThenByDescending(token => token.End))
        {
            var mark = new SourceSpan(token.Start - start, token.End - start);
            if (marks.Count > 0 && marks[^1].Overlaps(mark))
                marks[^1] = new SourceSpan(marks[^1].Start, Math.Max(marks[^1].End, mark.End));
            else
                marks.Add(mark);
        }

        return marks.ToImmutable();
    }
}
