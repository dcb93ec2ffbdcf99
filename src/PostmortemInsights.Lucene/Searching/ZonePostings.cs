using Lucene.Net.Index;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Lucene.Searching;

/// <summary>Walks the documents that have a term, and tells how often it stands in each zone of those that are asked about.</summary>
internal sealed class ZonePostings(OpenIndex index, string term) : IPostings
{
    private readonly DocsEnum? documents = index.Find(IndexFields.Terms, term);
    private readonly DocsEnum?[] zones = new DocsEnum?[ZoneWeights.Count];
    private readonly int[] frequencies = new int[ZoneWeights.Count];
    private bool hasZones;

    public int Document => documents?.DocID ?? int.MaxValue;

    public ReadOnlySpan<int> Frequencies
    {
        get
        {
            OpenZones();
            for (var zone = 0; zone < zones.Length; zone++)
                frequencies[zone] = FrequencyIn(zones[zone]);
            return frequencies;
        }
    }

    public bool SkipTo(int document)
    {
        if (Document < document)
            documents!.Advance(document);
        return Document != DocsEnum.NO_MORE_DOCS;
    }

    private int FrequencyIn(DocsEnum? zone)
    {
        if (zone is null || (zone.DocID < Document && zone.Advance(Document) != Document))
            return 0;
        return zone.DocID == Document ? zone.Freq : 0;
    }

    // Most terms of a query are in none of the few documents that are asked about.
    private void OpenZones()
    {
        for (var zone = 0; !hasZones && zone < zones.Length; zone++)
            zones[zone] = index.Find(IndexFields.Of((Zone)zone), term);
        hasZones = true;
    }
}
