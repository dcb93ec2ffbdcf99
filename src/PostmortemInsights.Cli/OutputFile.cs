namespace PostmortemInsights.Cli;

/// <summary>Where a result goes: standard output, or a file that appears whole or not at all.</summary>
internal static class OutputFile
{
    /// <summary>Runs <paramref name="write"/> on standard output, or on a file when one is named.</summary>
    /// <exception cref="UsageException">The file can't be written.</exception>
    public static void Write(string? path, Terminal terminal, Action<Stream> write)
    {
        if (path is null)
        {
            write(terminal.Bytes);
            return;
        }

        var beside = $"{path}.{Environment.ProcessId}.tmp";
        try
        {
            using (var stream = new FileStream(beside, FileMode.Create, FileAccess.Write))
                write(stream);
            File.Move(beside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            File.Delete(beside);
            throw new UsageException($"'{path}' can't be written: {problem.Message}");
        }
        catch
        {
            File.Delete(beside);
            throw;
        }
    }

    /// <summary>The same with text: UTF-8 without a byte-order mark, <c>\n</c>.</summary>
    public static void WriteText(string? path, Terminal terminal, Action<TextWriter> write) =>
        Write(path, terminal, stream =>
        {
            using var writer = new StreamWriter(stream, leaveOpen: true) { NewLine = "\n" };
            write(writer);
        });

    /// <summary>What stands before a document's path in a link of that file: the way from its folder to the current one, which paths are relative to.</summary>
    public static string WayToSources(string? path)
    {
        var folder = path is null ? null : Path.GetDirectoryName(Path.GetFullPath(path));
        var way = folder is null ? "." : Path.GetRelativePath(folder, Environment.CurrentDirectory).Replace('\\', '/');
        return way == "." ? "" : way + "/";
    }
}
