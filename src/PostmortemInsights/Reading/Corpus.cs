namespace PostmortemInsights.Reading;

/// <summary>The files and folders that a user names, as documents.</summary>
public static class Corpus
{
    /// <summary>
    /// Finds the files below <paramref name="paths"/> without opening them: <see cref="FoundFile"/>, <see cref="ReadSkipped"/> or
    /// <see cref="ReadFailure"/>, path by path as given, and within a folder in ordinal order of the relative path. A file that is named
    /// itself is found even if it is hidden, empty, or has an ending that is not read in folders. Nothing is found twice.
    /// </summary>
    public static IEnumerable<ReadResult> Find(IEnumerable<string> paths, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(paths);
        return Walk(paths, cancellation);
    }

    /// <summary>Finds and reads, one file at a time: <see cref="ReadDocument"/>, <see cref="ReadSkipped"/> or <see cref="ReadFailure"/>.</summary>
    public static IEnumerable<ReadResult> Read(IEnumerable<string> paths, CancellationToken cancellation = default) =>
        Find(paths, cancellation).Select(static found => found is FoundFile file ? DocumentReader.Read(file) : found);

    private static IEnumerable<ReadResult> Walk(IEnumerable<string> paths, CancellationToken cancellation)
    {
        var walk = new FolderWalk();
        foreach (var found in paths.SelectMany(walk.Find))
        {
            cancellation.ThrowIfCancellationRequested();
            yield return found;
        }
    }
}
