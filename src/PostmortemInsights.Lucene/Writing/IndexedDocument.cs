using System.Runtime.InteropServices;
using Lucene.Net.Documents;
using Lucene.Net.Index;
using Lucene.Net.Util;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing;
using PostmortemInsights.Indexing.Files;
using PostmortemInsights.Indexing.Ranking;
using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Lucene.Writing;

/// <summary>Makes the Lucene document of a record.</summary>
internal static class IndexedDocument
{
    private static readonly FieldType Weighted = TypeOf(IndexOptions.DOCS_AND_FREQS);
    private static readonly FieldType Placed = TypeOf(IndexOptions.DOCS_AND_FREQS_AND_POSITIONS);

    /// <summary>The document of a record; see <see cref="IndexFields"/>.</summary>
    public static Document Of(Incident incident, int number)
    {
        var terms = DocumentTerms.Of(incident).OrderBy(static term => term.Position).ToList();
        var length = terms.Where(static term => term.CountsInLength).Aggregate(new DocumentLength(0, 0), static (length, term) => length.With(term.Zone));
        var row = DocumentRow.Of(incident, length);
        var document = new Document
        {
            new NumericDocValuesField(IndexFields.Number, number),
            new BinaryDocValuesField(IndexFields.Row, new BytesRef(MemoryMarshal.AsBytes(new ReadOnlySpan<DocumentRow>(in row)).ToArray())),
            new Field(IndexFields.Terms, new TermStream(terms.SelectMany(InHalves)), Weighted),
        };
        foreach (var zone in terms.GroupBy(static term => term.Zone))
            document.Add(new Field(IndexFields.Of(zone.Key), new TermStream(zone), Placed));
        if (!float.IsNaN(row.DurationMinutes))
            document.Add(new DoubleField(IndexFields.Duration, row.DurationMinutes, Field.Store.NO));
        if (row.StartDay != DocumentRow.Unknown)
            document.Add(new Int32Field(IndexFields.Day, row.StartDay, Field.Store.NO));
        return document;
    }

    // A term that is given twice as often has twice the frequency: Lucene has no other way to set it.
    private static IEnumerable<DocumentTerm> InHalves(DocumentTerm term) => Enumerable.Repeat(term, ZoneWeights.HalvesOf(term.Zone));

    // Lengths count by zones and leave synonyms out, so Lucene's own norms are of no use.
    private static FieldType TypeOf(IndexOptions options)
    {
        var type = new FieldType { IsIndexed = true, IsTokenized = true, OmitNorms = true, IndexOptions = options };
        type.Freeze();
        return type;
    }
}
