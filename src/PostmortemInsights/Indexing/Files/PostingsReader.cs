using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>The documents that have something, in order, and how often in each zone.</summary>
internal interface IPostings
{
    /// <summary>The current document; -1 before the first, <see cref="int.MaxValue"/> after the last.</summary>
    int Document { get; }

    /// <summary>How often it stands in each zone of the current document.</summary>
    ReadOnlySpan<int> Frequencies { get; }

    bool Next();
}

/// <summary>Walks the postings of one term, document by document.</summary>
internal sealed class PostingsReader : IPostings
{
    private readonly byte[] postings;
    private readonly byte[] positions;
    private readonly int[] frequencies = new int[ZoneWeights.Count];
    private int at;
    private int positionsAt;

    public PostingsReader(IndexFile file, TermEntry term, bool withPositions)
    {
        postings = new byte[term.PostingsLength];
        file.Read(term.Offset, postings.AsSpan());
        positions = new byte[withPositions ? term.PositionsLength : 0];
        file.Read(term.Offset + term.PostingsLength, positions.AsSpan());
    }

    public int Document { get; private set; } = -1;

    public ReadOnlySpan<int> Frequencies => frequencies;

    public bool Next()
    {
        if (at == postings.Length)
        {
            Document = int.MaxValue;
            return false;
        }

        Document += VarInt.Read(postings, ref at);
        Array.Clear(frequencies);
        byte next;
        do
        {
            next = postings[at++];
            frequencies[next & 0x0F] = next >> 5 is var small && small > 0 ? small : VarInt.Read(postings, ref at);
        }
        while ((next & 0x10) == 0);
        return true;
    }

    /// <summary>The positions in the current document; to be called once for every document, or never.</summary>
    public void ReadPositions(List<(Zone Zone, int Position)> into)
    {
        into.Clear();
        for (var zone = 0; zone < frequencies.Length; zone++)
        {
            var position = 0;
            for (var i = 0; i < frequencies[zone]; i++)
                into.Add(((Zone)zone, position += VarInt.Read(positions, ref positionsAt)));
        }
    }
}
