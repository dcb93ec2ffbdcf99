using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Runtime.InteropServices;

namespace PostmortemInsights.Classifying;

/// <summary>The terms that a facet's model knows, and how rare each is.</summary>
internal sealed class Vocabulary
{
    private const int FewestDocuments = 2;
    private const double LargestShare = 0.6;
    private const int RarityDecimals = 4;
    private const double TextLength = 2;

    private static readonly Lazy<FrozenSet<string>> StopWords = new(() => EmbeddedText.Lines("Classifying/stop-words.txt")
        .SelectMany(l => l.Split(' ')).Select(static word => Words.StemOf(word)).ToFrozenSet(StringComparer.Ordinal));

    private readonly int[] stemOf;
    private readonly int[] placeOf;

    /// <summary>Makes a vocabulary.</summary>
    /// <param name="terms">Stems and flags in ordinal order.</param>
    /// <param name="rarity">For each the logarithm of documents to documents that have it (inverse document frequency).</param>
    /// <param name="stems">They know the terms from now on.</param>
    public Vocabulary(ImmutableArray<string> terms, ImmutableArray<double> rarity, Stems stems)
    {
        (Terms, Rarity) = (terms, rarity);
        stemOf = [.. terms.Select(stems.Add)];
        placeOf = new int[stemOf.DefaultIfEmpty(Stems.Unknown).Max() + 1];
        Array.Fill(placeOf, -1);
        for (var place = 0; place < stemOf.Length; place++)
            placeOf[stemOf[place]] = place;
    }

    /// <summary>The terms in ordinal order.</summary>
    public ImmutableArray<string> Terms { get; }

    /// <summary>For each term the logarithm of documents to documents that have it.</summary>
    public ImmutableArray<double> Rarity { get; }

    /// <summary>Learns the vocabulary of <paramref name="texts"/>: terms of at least two texts that are not in most of them, and all flags.</summary>
    public static Vocabulary Learn(IReadOnlyCollection<ModelInput> texts, Flags flags, Stems stems)
    {
        var terms = texts.SelectMany(static t => t.Counts.Keys).CountBy(static stem => stem)
            .Where(d => d.Value >= FewestDocuments && d.Value < LargestShare * texts.Count && IsTerm(stems[d.Key]))
            .ToDictionary(d => stems[d.Key], d => Math.Round(Math.Log((texts.Count + 1.0) / d.Value), RarityDecimals), StringComparer.Ordinal);
        foreach (var (flag, _) in texts.SelectMany(flags.Of))
            terms[stems[flag]] = 0;
        var ordered = terms.OrderBy(t => t.Key, StringComparer.Ordinal).ToList();
        return new([.. ordered.Select(t => t.Key)], [.. ordered.Select(t => t.Value)], stems);
    }

    /// <summary>The values of the terms and flags that the vocabulary knows, the terms in its order.</summary>
    public ImmutableArray<TermValue> Values(ModelInput input, Flags flags)
    {
        var terms = Known(input.Counts);
        terms.Sort(static (one, other) => one.Term.CompareTo(other.Term));
        Weigh(terms);
        terms.AddRange(Known(flags.Of(input).Where(static f => f.Value > 0)));
        return [.. terms];
    }

    /// <summary>The values of counted stems: logarithm of the count × rarity, brought to the same length for every text.</summary>
    public ImmutableArray<TermValue> Values(IEnumerable<KeyValuePair<int, double>> counts)
    {
        var terms = Known(counts);
        Weigh(terms);
        return [.. terms];
    }

    private List<TermValue> Known(IEnumerable<KeyValuePair<int, double>> values)
    {
        var known = new List<TermValue>();
        foreach (var (stem, value) in values)
        {
            if (Find(stem) is >= 0 and var place)
                known.Add(new(place, value));
        }

        return known;
    }

    private void Weigh(List<TermValue> counts)
    {
        var square = 0.0;
        foreach (ref var term in CollectionsMarshal.AsSpan(counts))
        {
            term = term with { Value = Math.Log(1 + term.Value) * Rarity[term.Term] };
            square += term.Value * term.Value;
        }

        foreach (ref var term in CollectionsMarshal.AsSpan(counts))
            term = term with { Value = TextLength * term.Value / Math.Sqrt(square) };
    }

    private static bool IsTerm(string stem) => stem.Length > 1 && !char.IsAsciiDigit(stem[0]) && !StopWords.Value.Contains(stem);

    /// <summary>The place of a stem or flag among the terms, or -1.</summary>
    public int Find(int stem) => stem >= 0 && stem < placeOf.Length ? placeOf[stem] : -1;

    /// <summary>The stem or flag at a place.</summary>
    public int StemAt(int place) => stemOf[place];
}
