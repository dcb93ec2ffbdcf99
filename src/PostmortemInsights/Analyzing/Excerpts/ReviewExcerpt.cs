using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Analyzing.Excerpts;

/// <summary>
/// What a review needs of a document, as bytes. A store keeps it beside the record, so that nothing is worked out of the text again. A change
/// of what is written raises <see cref="StoreManifest.Format"/>.
/// </summary>
public static class ReviewExcerpt
{
    /// <summary>The excerpt of a record.</summary>
    public static byte[] Of(Incident record)
    {
        ArgumentNullException.ThrowIfNull(record);
        var words = new Vocabulary();
        return Write(ReviewedDocument.Of(record, words), words);
    }

    /// <summary>The excerpt of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="words">Its words.</param>
    internal static byte[] Write(ReviewedDocument document, Vocabulary words) =>
        FieldWriter.ToBytes(document, (writer, document) => ExcerptWriter.Write(writer, document, words));
}
