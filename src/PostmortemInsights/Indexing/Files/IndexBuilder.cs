using System.Runtime.InteropServices;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// Builds an index in one pass over the records with bounded memory: when so many places of terms have been gathered, their postings are
/// set aside as a file (a run), and in the end all runs are merged. Only a row and the source of each document stay in memory.
/// </summary>
/// <param name="mostPlaces">So many places are held at once; each takes some three bytes.</param>
internal sealed class IndexBuilder(int mostPlaces) : IDisposable
{
    /// <summary>What a run may hold: some 60 MB.</summary>
    public const int DefaultPlaces = 20_000_000;

    private readonly Dictionary<string, PostingsBuilder> terms = new(StringComparer.Ordinal);
    private readonly List<DocumentRow> rows = [];
    private readonly List<string> sources = [];
    private readonly IndexRuns runs = new();
    private int places;

    public void Add(DocumentPostings document)
    {
        foreach (var term in document.Terms)
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term.Term, out _);
            postings ??= new PostingsBuilder();
            postings.Add(rows.Count, CollectionsMarshal.AsSpan(term.Places), DocumentTerms.HasPositions(term.Term));
            places += term.Places.Count;
        }

        rows.Add(document.Row);
        sources.Add(document.Source);
        if (places > mostPlaces)
            SetAside();
    }

    public void Write(Stream output)
    {
        RankSources();
        if (runs.Count > 0)
            SetAside();
        IndexWriter.Write(output, runs.Count > 0 ? runs.Merged() : Sorted(), rows);
    }

    public void Dispose() => runs.Dispose();

    private void SetAside()
    {
        runs.Add(Sorted());
        terms.Clear();
        places = 0;
    }

    private IEnumerable<(string Term, PostingsBuilder Postings)> Sorted()
    {
        var sorted = terms.Keys.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        return sorted.Select(term => (term, terms[term]));
    }

    private void RankSources()
    {
        var order = Enumerable.Range(0, sources.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(sources[a], sources[b]) is var by && by != 0 ? by : a.CompareTo(b));
        for (var rank = 0; rank < order.Length; rank++)
            CollectionsMarshal.AsSpan(rows)[order[rank]].SourceRank = rank;
    }
}
