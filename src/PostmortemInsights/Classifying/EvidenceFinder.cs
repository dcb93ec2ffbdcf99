using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>Finds the words that spoke for a category: first the sentence that spoke most, then the strongest terms.</summary>
internal sealed class EvidenceFinder
{
    private const int MostTerms = 3;
    private const int LongestPassage = 400;

    private readonly string text;
    private readonly FacetModel model;
    private readonly FacetFeatures features;
    private readonly List<SourceSpan> sentences = [];
    private readonly List<ZoneEvidence> zones = [];

    /// <summary>Looks at a text once for all categories of a facet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="input">Its words.</param>
    /// <param name="hits">The cues in each of its zones.</param>
    /// <param name="model">What the facet's classifier has learned.</param>
    /// <param name="features">The text's features.</param>
    public EvidenceFinder(string text, ModelInput input, ImmutableArray<ImmutableArray<CueHit>> hits, FacetModel model, FacetFeatures features)
    {
        (this.text, this.model, this.features) = (text, model, features);
        var values = features.Terms.ToDictionary(static t => t.Term, static t => t.Value);
        foreach (var ((zone, words), found) in input.Zones.Zip(hits))
        {
            zones.Add(new ZoneEvidence(zone, [.. Terms(input, words, values)], [.. found.Select(hit => (SpanOf(words, hit.First, hit.Length), hit.Category))]));
            sentences.AddRange(Sentence.Of(words).Select(s => SpanOf(words, s.First, s.Length)));
        }
    }

    /// <summary>What spoke for the category at <paramref name="category"/>; empty when nothing did, as for <c>unknown</c>.</summary>
    public ImmutableArray<Evidence> For(int category)
    {
        var terms = Strengths(category).Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key.Start).ToList();
        if (terms.Count == 0)
            return [];
        var strongest = terms.Select(t => t.Key).DistinctBy(s => Of(s).ToUpperInvariant()).Take(MostTerms);
        return [.. strongest.Prepend(Shorten(StrongestSentence(terms))).Select(s => new Evidence(Of(s), s))];
    }

    private string Of(SourceSpan span) => text[span.Start..span.End];

    private static SourceSpan SpanOf(IReadOnlyList<Word> words, int first, int length) => new(words[first].Start, words[first + length - 1].End);

    private IEnumerable<TermEvidence> Terms(ModelInput input, IReadOnlyList<Word> words, Dictionary<int, double> values)
    {
        foreach (var word in words)
        {
            if (input.Terms.TryGetValue(word.Stem, out var count) && model.Vocabulary.Find(word.Stem) is >= 0 and var term)
                yield return new TermEvidence(new(word.Start, word.End), term, values[term], count);
        }
    }

    private Dictionary<SourceSpan, double> Strengths(int category)
    {
        var strengths = new Dictionary<SourceSpan, double>();
        foreach (var (zone, terms, cues) in zones)
        {
            var weight = ModelInput.WeightOf(zone);
            foreach (var term in terms)
                Add(term.Span, model.Weights.Terms[term.Term][category] * term.Value * weight / term.Count);
            foreach (var (span, _) in cues.Where(cue => cue.Category == category))
                Add(span, FeatureReader.StrengthOfCue(zone, features.Cues[category], model.Weights.Cues));
        }

        return strengths;

        void Add(SourceSpan span, double strength) => strengths[span] = strengths.GetValueOrDefault(span) + strength;
    }

    // Sentences come in the order of the text, and no term stands in two of them.
    private SourceSpan StrongestSentence(List<KeyValuePair<SourceSpan, double>> terms)
    {
        var strengths = new double[sentences.Count];
        var ends = sentences.ConvertAll(static s => s.End);
        foreach (var (span, strength) in terms)
        {
            var place = ends.BinarySearch(span.End);
            strengths[place < 0 ? ~place : place] += strength;
        }

        return sentences[Array.IndexOf(strengths, strengths.Max())];
    }

    private static SourceSpan Shorten(SourceSpan span) => span.Length <= LongestPassage ? span : span with { End = span.Start + LongestPassage };

    private sealed record ZoneEvidence(Zone Zone, ImmutableArray<TermEvidence> Terms, ImmutableArray<(SourceSpan Span, int Category)> Cues);

    private readonly record struct TermEvidence(SourceSpan Span, int Term, double Value, double Count);
}
