using System.Collections.Immutable;
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
    private readonly Dictionary<int, KnownTerm> known;
    private readonly List<Strength> strengths = [];

    /// <summary>Looks at a text once for all categories of a facet.</summary>
    /// <param name="text">The text.</param>
    /// <param name="input">Its words.</param>
    /// <param name="hits">The cues in each of its zones.</param>
    /// <param name="model">What the facet's classifier has learned.</param>
    /// <param name="features">The text's features.</param>
    public EvidenceFinder(string text, ModelInput input, ImmutableArray<List<CueHit>> hits, FacetModel model, FacetFeatures features)
    {
        (this.text, zones, this.hits, this.model, this.features) = (text, input.Zones, hits, model, features);
        known = new(features.Terms.Length);
        foreach (var term in features.Terms)
        {
            var stem = model.Vocabulary.StemAt(term.Term);
            if (input.Counts.TryGetValue(stem, out var count))
                known.Add(stem, new KnownTerm(term.Term, term.Value, count));
        }
    }

    /// <summary>What spoke for the category at <paramref name="category"/>; empty when nothing did, as for <c>unknown</c>.</summary>
    public ImmutableArray<Evidence> For(int category)
    {
        var sentences = Weigh(category);
        strengths.RemoveAll(static s => s.Value <= 0);
        if (strengths.Count == 0)
            return [];
        strengths.Sort();
        var strongest = strengths.Select(static s => s.Span).DistinctBy(s => Of(s).ToUpperInvariant()).Take(MostTerms);
        return [.. strongest.Prepend(Shorten(StrongestOf(sentences))).Select(s => new Evidence(Of(s), s))];
    }

    private string Of(SourceSpan span) => text[span.Start..span.End];

    private static SourceSpan SpanOf(List<Word> words, int first, int length) => new(words[first].Start, words[first + length - 1].End);

    // How much each word and cue spoke for the category, in the order of the text; the number of sentences.
    private int Weigh(int category)
    {
        strengths.Clear();
        var sentence = -1;
        var weights = model.Weights.Terms;
        foreach (var ((zone, words), found) in zones.Zip(hits))
        {
            var (weight, cue) = (ModelInput.WeightOf(zone), FeatureReader.StrengthOfCue(zone, features.Cues[category], model.Weights.Cues));
            var hit = 0;
            for (var at = 0; at < words.Count; at++)
            {
                if (at == 0 || words[at].Opens)
                    sentence++;
                if (known.TryGetValue(words[at].Stem, out var term))
                    strengths.Add(new(SpanOf(words, at, 1), sentence, weights[term.Place][category] * term.Value * weight / term.Count));
                for (; hit < found.Count && found[hit].First == at; hit++)
                {
                    if (found[hit].Category == category)
                        Raise(SpanOf(words, at, found[hit].Length), sentence, cue);
                }
            }
        }

        return sentence + 1;
    }

    // A word may be a cue by itself, and two cues the same words.
    private void Raise(SourceSpan span, int sentence, double by)
    {
        if (strengths.Count > 0 && strengths[^1].Span == span)
            strengths[^1] = new(span, sentence, strengths[^1].Value + by);
        else
            strengths.Add(new(span, sentence, by));
    }

    private SourceSpan StrongestOf(int sentences)
    {
        var sums = new double[sentences];
        foreach (var (_, sentence, strength) in strengths)
            sums[sentence] += strength;
        return zones.SelectMany(static zone => Sentence.Of(zone.Words).Select(s => SpanOf(zone.Words, s.First, s.Length))).ElementAt(Array.IndexOf(sums, sums.Max()));
    }

    private static SourceSpan Shorten(SourceSpan span) => span.Length <= LongestPassage ? span : span with { End = span.Start + LongestPassage };

    private readonly record struct KnownTerm(int Place, double Value, double Count);

    // The strongest first, those of the same strength in the order of the text.
    private readonly record struct Strength(SourceSpan Span, int Sentence, double Value) : IComparable<Strength>
    {
        public int CompareTo(Strength other) =>
            other.Value.CompareTo(Value) is var by && by != 0 ? by
            : Span.Start.CompareTo(other.Span.Start) is var start && start != 0 ? start
            : Span.End.CompareTo(other.Span.End);
    }
}
