using System.Collections.Frozen;
using System.Collections.Immutable;

namespace PostmortemInsights.Classifying;

/// <summary>The terms that a facet's model knows, and how rare each is.</summary>
/// <param name="Terms">The terms in ordinal order.</param>
/// <param name="Rarity">For each the logarithm of documents to documents that have it (inverse document frequency).</param>
internal sealed record Vocabulary(ImmutableArray<string> Terms, ImmutableArray<double> Rarity)
{
    private const int FewestDocuments = 2;
    private const double LargestShare = 0.6;
    private const int RarityDecimals = 4;
    private const double TextLength = 2;

    private static readonly Lazy<FrozenSet<string>> StopWords = new(() => EmbeddedText.Lines("Classifying/stop-words.txt")
        .SelectMany(l => l.Split(' ')).SelectMany(Words.Stems).ToFrozenSet(StringComparer.Ordinal));

    private readonly FrozenDictionary<string, int> places = Terms.Select((t, i) => KeyValuePair.Create(t, i)).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Learns the vocabulary of <paramref name="texts"/>: terms of at least two texts that are not in most of them, and all flags.</summary>
    public static Vocabulary Learn(IReadOnlyCollection<ModelInput> texts)
    {
        var documents = new SortedDictionary<string, int>(StringComparer.Ordinal);
        foreach (var term in texts.SelectMany(t => t.Terms.Keys))
            documents[term] = documents.GetValueOrDefault(term) + 1;
        var terms = documents.Where(d => d.Value >= FewestDocuments && d.Value < LargestShare * texts.Count)
            .ToDictionary(d => d.Key, d => Math.Round(Math.Log((texts.Count + 1.0) / d.Value), RarityDecimals), StringComparer.Ordinal);
        foreach (var (flag, _) in texts.SelectMany(t => t.Flags))
            terms[flag] = 0;
        var ordered = terms.OrderBy(t => t.Key, StringComparer.Ordinal).ToList();
        return new([.. ordered.Select(t => t.Key)], [.. ordered.Select(t => t.Value)]);
    }

    /// <summary>The values of the terms and flags that the vocabulary knows, the terms in its order.</summary>
    public ImmutableArray<TermValue> Values(ModelInput input)
    {
        var terms = Known(input.Terms);
        terms.Sort(static (one, other) => one.Term.CompareTo(other.Term));
        return [.. Weighed(terms), .. Known(input.Flags).Where(static f => f.Value > 0)];
    }

    /// <summary>The values of counted terms: logarithm of the count × rarity, brought to the same length for every text.</summary>
    public ImmutableArray<TermValue> Values(IEnumerable<KeyValuePair<string, double>> counts) => [.. Weighed(Known(counts))];

    private List<TermValue> Known(IEnumerable<KeyValuePair<string, double>> values) =>
        [.. values.Select(v => new TermValue(Find(v.Key), v.Value)).Where(static v => v.Term >= 0)];

    private IEnumerable<TermValue> Weighed(List<TermValue> counts)
    {
        var values = counts.ConvertAll(c => new TermValue(c.Term, Math.Log(1 + c.Value) * Rarity[c.Term]));
        var length = Math.Sqrt(values.Sum(static v => v.Value * v.Value));
        return values.Select(v => v with { Value = TextLength * v.Value / length });
    }

    /// <summary>Whether a word can be a term at all.</summary>
    public static bool IsTerm(string stem) => stem.Length > 1 && !char.IsAsciiDigit(stem[0]) && !StopWords.Value.Contains(stem);

    /// <summary>The term's place, or -1.</summary>
    public int Find(string term) => places.GetValueOrDefault(term, -1);
}
