using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>Finds the words that spoke for a category: first the sentence that spoke most, then the strongest terms.</summary>
internal sealed class EvidenceFinder
{
    private const int MostTerms = 3;
    private const int LongestPassage = 400;

    private readonly string text;
    private readonly ImmutableArray<ZonedWords> zones;
    private readonly ImmutableArray<List<CueHit>> hits;
    private readonly FacetModel model;
    private readonly FacetFeatures features;
    private readonly Dictionary<string, KnownTerm> known;
    private readonly List<SourceSpan> sentences;

    /// <summary>Looks at a text once for all categories of a facet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="input">Its words.</param>
    /// <param name="hits">The cues in each of its zones.</param>
    /// <param name="model">What the facet's classifier has learned.</param>
    /// <param name="features">The text's features.</param>
    public EvidenceFinder(string text, ModelInput input, ImmutableArray<List<CueHit>> hits, FacetModel model, FacetFeatures features)
    {
        (this.text, zones, this.hits, this.model, this.features) = (text, input.Zones, hits, model, features);
        known = new(features.Terms.Length, StringComparer.Ordinal);
        foreach (var term in features.Terms)
        {
            var stem = model.Vocabulary.Terms[term.Term];
            if (input.Terms.TryGetValue(stem, out var count))
                known.Add(stem, new KnownTerm(term.Term, term.Value, count));
        }

        sentences = [.. zones.SelectMany(static zone => Sentence.Of(zone.Words).Select(s => SpanOf(zone.Words, s.First, s.Length)))];
    }

    /// <summary>What spoke for the category at <paramref name="category"/>; empty when nothing did, as for <c>unknown</c>.</summary>
    public ImmutableArray<Evidence> For(int category)
    {
        var strong = Strengths(category).Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key.Start).ToList();
        if (strong.Count == 0)
            return [];
        var strongest = strong.Select(t => t.Key).DistinctBy(s => Of(s).ToUpperInvariant()).Take(MostTerms);
        return [.. strongest.Prepend(Shorten(StrongestSentence(strong))).Select(s => new Evidence(Of(s), s))];
    }

    private string Of(SourceSpan span) => text[span.Start..span.End];

    private static SourceSpan SpanOf(List<Word> words, int first, int length) => new(words[first].Start, words[first + length - 1].End);

    private Dictionary<SourceSpan, double> Strengths(int category)
    {
        var strengths = new Dictionary<SourceSpan, double>();
        var weights = model.Weights.Terms;
        foreach (var ((zone, words), found) in zones.Zip(hits))
        {
            var weight = ModelInput.WeightOf(zone);
            foreach (var word in words)
            {
                if (known.TryGetValue(word.Stem, out var term))
                    strengths[new(word.Start, word.End)] = weights[term.Place][category] * term.Value * weight / term.Count;
            }

            foreach (var hit in found.Where(hit => hit.Category == category))
                CollectionsMarshal.GetValueRefOrAddDefault(strengths, SpanOf(words, hit.First, hit.Length), out _) += FeatureReader.StrengthOfCue(zone, features.Cues[category], model.Weights.Cues);
        }

        return strengths;
    }

    // Sentences come in the order of the text, and no term stands in two of them.
    private SourceSpan StrongestSentence(List<KeyValuePair<SourceSpan, double>> strong)
    {
        var strengths = new double[sentences.Count];
        var ends = sentences.ConvertAll(static s => s.End);
        foreach (var (span, strength) in strong)
        {
            var place = ends.BinarySearch(span.End);
            strengths[place < 0 ? ~place : place] += strength;
        }

        return sentences[Array.IndexOf(strengths, strengths.Max())];
    }

    private static SourceSpan Shorten(SourceSpan span) => span.Length <= LongestPassage ? span : span with { End = span.Start + LongestPassage };

    private readonly record struct KnownTerm(int Place, double Value, double Count);
}
