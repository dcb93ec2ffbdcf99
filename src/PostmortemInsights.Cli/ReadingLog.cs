using PostmortemInsights.Analyzing;
using PostmortemInsights.Classifying;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Cli;

/// <summary>Tells on standard error what could not be read and what was left out.</summary>
internal sealed class ReadingLog(Terminal terminal)
{
    private const int ShownExamples = 3;
    private readonly List<UnreadDocument> unread = [];
    private readonly Dictionary<string, List<string>> skipped = new(StringComparer.Ordinal);
    private int found = 1;

    /// <summary>The documents that could not be read.</summary>
    public IReadOnlyList<UnreadDocument> Unread => unread;

    /// <summary>The status to end with when the work itself went well.</summary>
    public int Status => unread.Count == 0 && found > 0 ? ExitStatus.Done : ExitStatus.NothingOrPartly;

    /// <summary>Says at once that a file could not be read.</summary>
    public void Failed(string source, string message)
    {
        unread.Add(new UnreadDocument(source, message));
        terminal.Note($"pmi: {source}: {message}");
    }

    /// <summary>Keeps for the end that a file was left out; what belongs to the corpus itself goes without saying.</summary>
    public void LeftOut(string source, string reason)
    {
        if (Path.GetFileName(source) is LabelFile.Name or TaxonomyFile.Name)
            return;
        if (!skipped.TryGetValue(reason, out var sources))
            skipped.Add(reason, sources = []);
        sources.Add(source);
    }

    /// <summary>Takes what became of a path, unless it is a document.</summary>
    public void Take(ReadResult result)
    {
        if (result is ReadFailure failure)
            Failed(failure.Source, failure.Message);
        else if (result is ReadSkipped left)
            LeftOut(left.Source, left.Reason);
    }

    /// <summary>Says what was left out, a line a reason, and whether there was anything at all.</summary>
    /// <param name="documents">How many documents were read.</param>
    public void Close(int documents)
    {
        found = documents;
        foreach (var (reason, sources) in skipped.OrderBy(static kind => kind.Key, StringComparer.Ordinal))
        {
            var more = sources.Count > ShownExamples ? $" and {sources.Count - ShownExamples} more" : "";
            terminal.Note($"pmi: left out ({reason}): {string.Join(", ", sources.Take(ShownExamples))}{more}");
        }

        if (documents == 0)
            terminal.Note("pmi: there are no documents there; what is read are files that end in .md, .txt, .rst, .html, or have no ending.");
    }
}
