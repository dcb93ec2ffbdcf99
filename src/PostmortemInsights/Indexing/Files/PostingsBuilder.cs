using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// The postings of one term while the index is built. For each document: the distance from the one before, then for each zone a
/// byte with the zone (bits 0 to 3), whether it is the last (bit 4) and the frequency (bits 5 to 7; 0 means that it follows).
/// Positions are kept apart, so that ranking does not read over them.
/// </summary>
internal sealed class PostingsBuilder
{
    private const int ZoneShift = 26;
    private readonly List<int> pending = [];
    private int lastDocument = -1;

    public int Documents { get; private set; }

    public ByteBuffer Postings { get; } = new();

    public ByteBuffer Positions { get; } = new();

    /// <summary>Whether nothing has been added since the last <see cref="EndDocument"/>.</summary>
    public bool IsIdle => pending.Count == 0;

    public void Add(Zone zone, int position) => pending.Add(((int)zone << ZoneShift) | position);

    public void EndDocument(int document, bool withPositions)
    {
        pending.Sort();
        VarInt.Write(Postings, document - lastDocument);
        for (var i = 0; i < pending.Count;)
        {
            var end = EndOfZone(i);
            WriteFrequency(pending[i] >> ZoneShift, end - i, end == pending.Count);
            if (withPositions)
                WritePositions(i, end);
            i = end;
        }

        lastDocument = document;
        Documents++;
        pending.Clear();
    }

    private int EndOfZone(int from)
    {
        var zone = pending[from] >> ZoneShift;
        while (from < pending.Count && pending[from] >> ZoneShift == zone)
            from++;
        return from;
    }

    private void WriteFrequency(int zone, int frequency, bool last)
    {
        var small = frequency < 8;
        Postings.Add((byte)(zone | (last ? 0x10 : 0) | (small ? frequency << 5 : 0)));
        if (!small)
            VarInt.Write(Postings, frequency);
    }

    private void WritePositions(int from, int end)
    {
        var before = 0;
        for (var i = from; i < end; i++)
        {
            var position = pending[i] & ((1 << ZoneShift) - 1);
            VarInt.Write(Positions, position - before);
            before = position;
        }
    }
}
