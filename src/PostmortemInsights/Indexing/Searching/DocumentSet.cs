using System.Numerics;

namespace PostmortemInsights.Indexing.Searching;

/// <summary>A set of documents by number.</summary>
internal sealed class DocumentSet(int documents)
{
    private readonly ulong[] bits = new ulong[(documents + 63) / 64];

    public bool this[int document] => (bits[document >> 6] & (1UL << (document & 63))) != 0;

    public int Count
    {
        get
        {
            var count = 0;
            foreach (var word in bits)
                count += BitOperations.PopCount(word);
            return count;
        }
    }

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

    public Enumerator GetEnumerator() => new(bits);

    /// <summary>Goes through the documents in order.</summary>
    public struct Enumerator(ulong[] bits)
    {
        private int word = -1;
        private ulong rest;

        public int Current { get; private set; }

        public bool MoveNext()
        {
            while (rest == 0)
            {
                if (++word == bits.Length)
                    return false;
                rest = bits[word];
            }

            Current = (word << 6) + BitOperations.TrailingZeroCount(rest);
            rest &= rest - 1;
            return true;
        }
    }
}
