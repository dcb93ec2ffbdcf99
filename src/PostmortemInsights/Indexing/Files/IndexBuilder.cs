using System.Runtime.InteropServices;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// Builds an index in one pass over the records with bounded memory: when so many places of terms have been gathered, their postings are
/// set aside as a file (a run), and in the end all runs are merged. Only a row and the source of each document stay in memory.
/// </summary>
/// <param name="mostPlaces">So many places are held at once; each takes some three bytes.</param>
internal sealed class IndexBuilder(int mostPlaces) : IDisposable
{
    /// <summary>Stands for the number of a document that is not taken over.</summary>
    public const int Dropped = -1;

    /// <summary>What a run may hold: some 60 MB.</summary>
    public const int DefaultPlaces = 20_000_000;

    private readonly Dictionary<string, PostingsBuilder> terms = new(StringComparer.Ordinal);
    private readonly List<DocumentRow> rows = [];
    private readonly List<string> sources = [];
    private readonly IndexRuns runs = new();
    private int places;

    /// <summary>Takes over what an earlier index has of documents that are the same.</summary>
    /// <param name="previous">The earlier index; it is disposed of with this one.</param>
    /// <param name="ordinals">For each document of the new index, in the order of their sources, its number in the earlier one; -1 for those still to be added.</param>
    public void TakeOver(IndexFile previous, IReadOnlyList<int> ordinals)
    {
        CollectionsMarshal.SetCount(rows, ordinals.Count);
        var numbers = Enumerable.Repeat(Dropped, previous.Footer.Documents).ToArray();
        for (var number = 0; number < ordinals.Count; number++)
        {
            if (ordinals[number] < 0)
                continue;
            numbers[ordinals[number]] = number;
            rows[number] = previous.Rows[ordinals[number]];
        }

        runs.Add(previous, numbers);
    }

    /// <summary>Adds a document; its number is greater than those added before.</summary>
    public void Add(int number, DocumentPostings document)
    {
        foreach (var term in document.Terms)
        {
            ref var postings = ref CollectionsMarshal.GetValueRefOrAddDefault(terms, term.Term, out _);
            postings ??= new PostingsBuilder();
            postings.Add(number, term.Places.Span, DocumentTerms.HasPositions(term.Term), document.Row.WeightedWords);
            places += term.Places.Length;
        }

        if (number == rows.Count)
            rows.Add(document.Row);
        else
            rows[number] = document.Row;
        sources.Add(document.Source);
        if (places > mostPlaces)
            SetAside();
    }

    public void Write(Stream output)
    {
        RankSources();
        if (runs.Count > 0)
            SetAside();
        IndexWriter.Write(output, runs.Count > 0 ? runs.Merged(rows) : Sorted(), rows);
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

    // Documents beside those of an earlier index come in the order of their sources.
    private void RankSources()
    {
        if (sources.Count < rows.Count)
            RankByNumber();
        else
            RankBySource();
    }

    private void RankByNumber()
    {
        for (var number = 0; number < rows.Count; number++)
            CollectionsMarshal.AsSpan(rows)[number].SourceRank = number;
    }

    private void RankBySource()
    {
        var order = Enumerable.Range(0, sources.Count).ToArray();
        Array.Sort(order, (a, b) => string.CompareOrdinal(sources[a], sources[b]) is var by && by != 0 ? by : a.CompareTo(b));
        for (var rank = 0; rank < order.Length; rank++)
            CollectionsMarshal.AsSpan(rows)[order[rank]].SourceRank = rank;
    }
}
