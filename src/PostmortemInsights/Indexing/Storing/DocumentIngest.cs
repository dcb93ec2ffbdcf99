using PostmortemInsights.Reading;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>What became of one file of the corpus that was new or may have changed.</summary>
/// <param name="Entry">What is known of the file now; null if it could not be read.</param>
/// <param name="Record">Its new record.</param>
/// <param name="Known">The document as the store has it, if its content is still the same.</param>
/// <param name="Other">Why it has no record.</param>
internal sealed record DocumentIngest(DocumentEntry? Entry, EncodedRecord? Record, StoredDocument? Known, ReadResult? Other)
{
    public static DocumentIngest Read(FoundFile file, StoredDocument? known, IngestPipeline pipeline)
    {
        if (DocumentReader.ReadBytes(file, out var failure) is not { } bytes)
            return new DocumentIngest(null, null, null, failure);

        var entry = new DocumentEntry(file.Source, file.Size, file.LastWriteUtc, DocumentEntry.HashOf(bytes), "", "");
        if (known is not null && known.Entry.Hash == entry.Hash)
            return new DocumentIngest(entry with { Id = known.Entry.Id, Note = known.Entry.Note }, null, known, null);
        return DocumentReader.Decode(file.Source, bytes) switch
        {
            ReadDocument read => Parse(entry, read.Document, pipeline),
            ReadSkipped skipped => new DocumentIngest(entry with { Note = skipped.Reason }, null, null, skipped),
            var other => new DocumentIngest(null, null, null, other),
        };
    }

    // A document that the parser stumbles over must not cost the others.
    private static DocumentIngest Parse(DocumentEntry entry, SourceDocument document, IngestPipeline pipeline)
    {
        try
        {
            var incident = pipeline.Parse(document);
            return new DocumentIngest(entry with { Id = incident.Id }, EncodedRecord.Of(incident, pipeline.Excerpt(incident)), null, null);
        }
        catch (Exception problem) when (problem is not (OperationCanceledException or OutOfMemoryException))
        {
            var message = $"It could not be parsed ({problem.GetType().Name}: {problem.Message}). That is a defect of this program; please report it.";
            return new DocumentIngest(null, null, null, new ReadFailure(entry.Source, message));
        }
    }
}
