namespace PostmortemInsights.Reading;

/// <summary>What became of one path: a file found, a document read, a file that could not be read, or one that was left out.</summary>
/// <param name="Source">The path as given or found, with <c>/</c> between folders.</param>
public abstract record ReadResult(string Source);

/// <summary>The file is there and of a kind that is read; it has not been opened yet.</summary>
/// <param name="Source">The path as given or found, with <c>/</c> between folders.</param>
/// <param name="Path">The path by which the system opens it.</param>
/// <param name="Size">Size in bytes.</param>
/// <param name="LastWriteUtc">When it was last written.</param>
public sealed record FoundFile(string Source, string Path, long Size, DateTime LastWriteUtc) : ReadResult(Source);

/// <summary>The file was read.</summary>
/// <param name="Document">Its text.</param>
public sealed record ReadDocument(SourceDocument Document) : ReadResult(Document.Source);

/// <summary>The file could not be read; the run ends with exit status 1.</summary>
/// <param name="Source">The path.</param>
/// <param name="Message">What is wrong and what to do; to be shown after the path.</param>
public sealed record ReadFailure(string Source, string Message) : ReadResult(Source);

/// <summary>The file was left out on purpose: hidden, binary, of another kind.</summary>
/// <param name="Source">The path.</param>
/// <param name="Reason">Why.</param>
public sealed record ReadSkipped(string Source, string Reason) : ReadResult(Source);
