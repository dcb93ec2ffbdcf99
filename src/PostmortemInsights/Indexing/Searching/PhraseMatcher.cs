using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Queries;
using PostmortemInsights.Indexing.Words;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>How often a phrase stands in each zone of a document.</summary>
internal sealed record PhraseMatch(int Document, int[] Frequencies);

/// <summary>Walks the matches of a phrase.</summary>
internal sealed class PhrasePostings(IReadOnlyList<PhraseMatch> matches) : IPostings
{
    private int at = -1;

    public int Document => at < 0 ? -1 : at < matches.Count ? matches[at].Document : int.MaxValue;

    public ReadOnlySpan<int> Frequencies => matches[at].Frequencies;

    public bool SkipTo(int document)
    {
        while (Document < document)
            at++;
        return at < matches.Count;
    }
}

/// <summary>Finds words that stand next to each other, by their positions.</summary>
internal static class PhraseMatcher
{
    public static IEnumerable<PhraseMatch> Find(IndexFile file, Phrase phrase) => Find(file, TermsOf(phrase.Text), phrase.Field);

    /// <summary>The terms to be met, each with its distance from the first; stop words only keep their place.</summary>
    public static List<(string Term, int Offset)> TermsOf(string text)
    {
        var tokens = Analyzer.Query(text).Where(token => token.Kind is TokenKind.Word or TokenKind.Identifier).ToList();
        return tokens.ConvertAll(token => (token.Term, token.Position - tokens[0].Position));
    }

    public static IEnumerable<PhraseMatch> Find(IndexFile file, List<(string Term, int Offset)> terms, Field? field)
    {
        var entries = terms.ConvertAll(term => file.Terms.Find(term.Term));
        if (entries.Count == 0 || entries.Contains(null))
            yield break;
        var readers = entries.ConvertAll(entry => new PostingsReader(file, entry!.Value, withPositions: true));
        while (Align(readers))
        {
            var match = new PhraseMatch(readers[0].Document, new int[ZoneWeights.Count]);
            if (Count(readers, terms, field, match.Frequencies))
                yield return match;
        }
    }

    // Brings all readers to the next document that they share.
    private static bool Align(List<PostingsReader> readers)
    {
        var target = readers[0].Document + 1;
        for (var i = 0; i < readers.Count; i++)
        {
            if (!readers[i].SkipTo(target))
                return false;
            if (readers[i].Document > target)
            {
                target = readers[i].Document;
                i = -1;
            }
        }

        return true;
    }

    private static bool Count(List<PostingsReader> readers, List<(string Term, int Offset)> terms, Field? field, int[] frequencies)
    {
        var starts = readers[0].Places.ToHashSet();
        for (var i = 1; i < readers.Count; i++)
            starts.IntersectWith(readers[i].Places.Where(place => place.Position >= terms[i].Offset).Select(place => Place.Of(place.Zone, place.Position - terms[i].Offset)));
        foreach (var start in starts)
        {
            if (field is null || field.Zones.Contains(start.Zone))
                frequencies[(int)start.Zone]++;
        }

        return frequencies.Any(frequency => frequency > 0);
    }
}
