namespace PostmortemInsights.Reading;

/// <summary>One walk over files and folders; it remembers where it was, by real path, so that links lead nowhere twice.</summary>
internal sealed class FolderWalk
{
    // What is hidden is noted, and what can't be read is reported.
    private static readonly EnumerationOptions AllEntries = new() { AttributesToSkip = FileAttributes.None, IgnoreInaccessible = false };

    private readonly Dictionary<string, string> _seen = new(StringComparer.Ordinal);

    public IEnumerable<ReadResult> Find(string path)
    {
        var source = path.Replace(Path.DirectorySeparatorChar, '/');
        if (File.Exists(path))
            return [FindFile(source, new FileInfo(path), RealPath.Of(path))];
        if (Directory.Exists(path))
            return FindFolder(source, new DirectoryInfo(path), RealPath.Of(path), [RealPath.Of(path)]);
        return [new ReadFailure(source, "There is no such file or folder. Check the spelling and the folder you are in.")];
    }

    private IEnumerable<ReadResult> FindFolder(string source, DirectoryInfo folder, string realPath, string[] ancestors)
    {
        if (!_seen.TryAdd(realPath, source))
            return [new ReadSkipped(source, $"the same folder as {_seen[realPath]}")];
        try
        {
            var entries = folder.EnumerateFileSystemInfos("*", AllEntries).ToList();
            entries.Sort(static (a, b) => string.CompareOrdinal(SortKey(a), SortKey(b)));
            return entries.SelectMany(entry => FindEntry($"{source.TrimEnd('/')}/{entry.Name}", entry, realPath, ancestors));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            return [new ReadFailure(source, ReadProblem.Describe(problem))];
        }
    }

    // A folder's files sort as their whole relative paths do: "a.md" before "a/b.md".
    private static string SortKey(FileSystemInfo entry) => entry is DirectoryInfo ? entry.Name + "/" : entry.Name;

    private IEnumerable<ReadResult> FindEntry(string source, FileSystemInfo entry, string realParent, string[] ancestors)
    {
        var isFolder = entry is DirectoryInfo;
        if (entry.Name.StartsWith('.') || (OperatingSystem.IsWindows() && entry.Attributes.HasFlag(FileAttributes.Hidden)))
            return [new ReadSkipped(source, isFolder ? "hidden folder" : "hidden file")];
        if (!isFolder && FileKinds.FormatOf(entry.Name) is null)
            return [new ReadSkipped(source, $"{FileKinds.EndingOf(entry.Name)} files are not read")];

        var realPath = IsLink(entry) ? RealPath.Of(entry.FullName) : Path.Join(realParent, entry.Name);
        if (entry is FileInfo file)
            return [SkipEmpty(FindFile(source, file, realPath))];
        if (ancestors.Any(root => RealPath.IsWithin(root, realPath)))
            return [new ReadSkipped(source, "a link to a folder above")];
        return FindFolder(source, (DirectoryInfo)entry, realPath, IsLink(entry) ? [.. ancestors, realPath] : ancestors);
    }

    private ReadResult FindFile(string source, FileInfo file, string realPath)
    {
        if (!_seen.TryAdd(realPath, source))
            return new ReadSkipped(source, $"the same file as {_seen[realPath]}");
        var target = IsLink(file) ? new FileInfo(realPath) : file;
        if (!target.Exists)
            return new ReadFailure(source, IsLink(file) ? "The link leads nowhere. Mend or delete it." : ReadProblem.Gone);
        return new FoundFile(source, file.FullName, target.Length, target.LastWriteTimeUtc);
    }

    // Pipes and devices have no size either, and reading one could wait for ever.
    private static ReadResult SkipEmpty(ReadResult found) => found is FoundFile { Size: 0 } ? new ReadSkipped(found.Source, "empty file") : found;

    private static bool IsLink(FileSystemInfo entry) => entry.Attributes.HasFlag(FileAttributes.ReparsePoint);
}
