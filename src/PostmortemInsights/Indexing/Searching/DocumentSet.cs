namespace PostmortemInsights.Indexing.Searching;

/// <summary>A set of documents by number.</summary>
internal sealed class DocumentSet(int documents)
{
    private readonly ulong[] bits = new ulong[(documents + 63) / 64];

    public bool this[int document] => (bits[document >> 6] & (1UL << (document & 63))) != 0;

    public int Count => bits.Sum(System.Numerics.BitOperations.PopCount);

    public void Add(int document) => bits[document >> 6] |= 1UL << (document & 63);

    public DocumentSet Union(DocumentSet other)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] |= other.bits[i];
        return this;
    }

    public DocumentSet Intersect(DocumentSet other)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= other.bits[i];
        return this;
    }

    public DocumentSet Except(DocumentSet other)
    {
        for (var i = 0; i < bits.Length; i++)
            bits[i] &= ~other.bits[i];
        return this;
    }

    public static DocumentSet All(int documents)
    {
        var all = new DocumentSet(documents);
        for (var document = 0; document < documents; document++)
            all.Add(document);
        return all;
    }

    public static DocumentSet Where(int documents, Func<int, bool> belongs)
    {
        var set = new DocumentSet(documents);
        for (var document = 0; document < documents; document++)
        {
            if (belongs(document))
                set.Add(document);
        }

        return set;
    }

    public IEnumerable<int> Members()
    {
        for (var document = 0; document < documents; document++)
        {
            if (this[document])
                yield return document;
        }
    }
}
