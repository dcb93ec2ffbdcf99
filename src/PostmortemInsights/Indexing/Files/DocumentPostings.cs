using System.Runtime.InteropServices;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Ranking;

namespace PostmortemInsights.Indexing.Files;

/// <summary>What the index keeps of one document, gathered apart from all others so that documents can be read side by side.</summary>
internal sealed record DocumentPostings(string Source, DocumentRow Row, IReadOnlyList<TermPlaces> Terms)
{
    public static DocumentPostings Of(Incident incident)
    {
        var length = new DocumentLength(0, 0);
        var terms = new Dictionary<string, TermPlaces>(StringComparer.Ordinal);
        foreach (var term in DocumentTerms.Of(incident))
        {
            ref var places = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term.Term, out _);
            (places ??= new TermPlaces(term.Term)).Places.Add(Place.Of(term.Zone, term.Position));
            if (term.CountsInLength)
                length = length.With(term.Zone);
        }

        foreach (var places in terms.Values)
            Place.Sort(places.Places);
        return new DocumentPostings(incident.Source, DocumentRow.Of(incident, length), [.. terms.Values]);
    }
}

/// <summary>Where a term stands in one document.</summary>
internal sealed record TermPlaces(string Term)
{
    public List<Place> Places { get; } = [];
}
