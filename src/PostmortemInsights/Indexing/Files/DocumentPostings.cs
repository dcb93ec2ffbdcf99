using System.Collections.Immutable;
using System.Runtime.InteropServices;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>What the index keeps of one document, gathered apart from all others so that documents can be read side by side.</summary>
internal sealed record DocumentPostings(string Source, DocumentRow Row, ImmutableArray<TermPlaces> Terms)
{
    // Characters of a text for each of its terms.
    private const int MeanLength = 5;

    public static DocumentPostings Of(Incident incident)
    {
        var length = new DocumentLength(0, 0);
        var (terms, numbers) = (new List<string>(), new Dictionary<string, int>(StringComparer.Ordinal));
        var found = new List<TermPlace>(incident.Text.Length / MeanLength);
        foreach (var term in DocumentTerms.Of(incident))
        {
            ref var number = ref CollectionsMarshal.GetValueRefOrAddDefault(numbers, term.Term, out var isKnown);
            if (!isKnown)
            {
                number = terms.Count;
                terms.Add(term.Term);
            }

            found.Add(TermPlace.Of(number, Place.Of(term.Zone, term.Position)));
            if (term.CountsInLength)
                length = length.With(term.Zone);
        }

        return new DocumentPostings(incident.Source, DocumentRow.Of(incident, length), [.. terms.Zip(Grouped(found), static (term, places) => new TermPlaces(term, places))]);
    }

    // The places of the first term, then those of the second, and so on.
    private static IEnumerable<ReadOnlyMemory<Place>> Grouped(List<TermPlace> found)
    {
        MemoryMarshal.Cast<TermPlace, long>(CollectionsMarshal.AsSpan(found)).Sort();
        var places = found.ConvertAll(static f => f.Place).ToArray();
        for (int start = 0, end; start < places.Length; start = end)
        {
            for (end = start + 1; end < places.Length && found[end].Term == found[start].Term;)
                end++;
            yield return places.AsMemory(start..end);
        }
    }

    /// <summary>The number of a term and a place in one number that sorts by term, then by place.</summary>
    private readonly record struct TermPlace(long Value)
    {
        public int Term => (int)(Value >> 32);

        public Place Place => new((int)(Value & uint.MaxValue));

        public static TermPlace Of(int term, Place place) => new(((long)term << 32) | (uint)place.Value);
    }
}

/// <summary>Where a term stands in one document, in ascending order.</summary>
internal readonly record struct TermPlaces(string Term, ReadOnlyMemory<Place> Places);
