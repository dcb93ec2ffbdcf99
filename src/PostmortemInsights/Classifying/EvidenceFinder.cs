using System.Collections.Immutable;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>Finds the words that spoke for a category: first the sentence that spoke most, then the strongest terms.</summary>
internal sealed class EvidenceFinder(string text, ModelInput input, FacetModel model, FacetFeatures features)
{
    private const int MostTerms = 3;
    private const int LongestPassage = 400;

    private readonly Dictionary<int, double> values = features.Terms.ToDictionary(t => t.Term, t => t.Value);

    /// <summary>What spoke for the category at <paramref name="category"/>; empty when nothing did, as for <c>unknown</c>.</summary>
    public ImmutableArray<Evidence> For(int category)
    {
        var strengths = new Dictionary<SourceSpan, double>();
        var sentences = new List<SourceSpan>();
        foreach (var (zone, words) in input.Zones)
        {
            AddTerms(strengths, zone, words, category);
            AddCues(strengths, zone, words, category);
            sentences.AddRange(Sentence.Of(words).Select(s => new SourceSpan(words[s.First].Start, words[s.First + s.Length - 1].End)));
        }

        var terms = strengths.Where(s => s.Value > 0).OrderByDescending(s => s.Value).ThenBy(s => s.Key.Start).ToList();
        if (terms.Count == 0)
            return [];
        var passage = sentences.MaxBy(s => terms.Where(t => s.Contains(t.Key)).Sum(t => t.Value));
        var strongest = terms.Select(t => t.Key).DistinctBy(s => Of(s).ToUpperInvariant()).Take(MostTerms);
        return [.. strongest.Prepend(Shorten(passage)).Select(s => new Evidence(Of(s), s))];
    }

    private string Of(SourceSpan span) => text[span.Start..span.End];

    private void AddTerms(Dictionary<SourceSpan, double> strengths, Zone zone, IReadOnlyList<Word> words, int category)
    {
        foreach (var word in words)
        {
            if (!input.Terms.TryGetValue(word.Stem, out var count) || model.Vocabulary.Find(word.Stem) is not (>= 0 and var term))
                continue;
            Add(strengths, new(word.Start, word.End), model.Weights.Terms[term][category] * values[term] * ModelInput.WeightOf(zone) / count);
        }
    }

    private void AddCues(Dictionary<SourceSpan, double> strengths, Zone zone, IReadOnlyList<Word> words, int category)
    {
        foreach (var hit in model.Reader.Cues.Find(words).Where(h => h.Category == category))
        {
            var span = new SourceSpan(words[hit.First].Start, words[hit.First + hit.Length - 1].End);
            Add(strengths, span, FeatureReader.StrengthOfCue(zone, features.Cues[category], model.Weights.Cues));
        }
    }

    private static void Add(Dictionary<SourceSpan, double> strengths, SourceSpan span, double strength) =>
        strengths[span] = strengths.GetValueOrDefault(span) + strength;

    private static SourceSpan Shorten(SourceSpan span) => span.Length <= LongestPassage ? span : span with { End = span.Start + LongestPassage };
}
