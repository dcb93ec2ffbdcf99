using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>Where a term stands in one document, as <see cref="PostingsBuilder"/> writes it: what is copied from index to index need not be taken apart.</summary>
/// <param name="halves">The frequency weighted by zones, in halves.</param>
/// <param name="zones">The frequency in each zone.</param>
/// <param name="positions">The positions zone by zone; empty where they are not kept.</param>
internal readonly ref struct EncodedPlaces(int halves, ReadOnlySpan<byte> zones, ReadOnlySpan<byte> positions)
{
    public int Halves { get; } = halves;

    public ReadOnlySpan<byte> Zones { get; } = zones;

    public ReadOnlySpan<byte> Positions { get; } = positions;
}

/// <summary>Walks the postings of one term without taking them apart.</summary>
internal sealed class EncodedPostings
{
    private readonly byte[] bytes;
    private readonly int endOfScores;
    private readonly bool withPositions;
    private int scoresAt;
    private int halves;
    private (int Start, int End) zones;
    private (int Start, int End) positions;

    public EncodedPostings(IndexFile file, TermEntry term)
    {
        bytes = GC.AllocateUninitializedArray<byte>((int)(term.End - term.ScoresOffset));
        file.Read(term.ScoresOffset, bytes.AsSpan());
        endOfScores = term.ScoresLength;
        withPositions = term.PositionsLength > 0;
        zones.End = endOfScores;
        positions.End = endOfScores + term.ZonesLength;
    }

    /// <summary>The current document; -1 before the first.</summary>
    public int Document { get; private set; } = -1;

    /// <summary>Where the term stands in the current document.</summary>
    public EncodedPlaces Places => new(halves, bytes.AsSpan(zones.Start..zones.End), bytes.AsSpan(positions.Start..positions.End));

    /// <summary>Goes on to the next document; false if there is none.</summary>
    public bool Next()
    {
        if (scoresAt == endOfScores)
            return false;
        Document += VarInt.Read(bytes, ref scoresAt);
        halves = VarInt.Read(bytes, ref scoresAt);
        PassPositions(PassZones());
        return true;
    }

    // How often the term stands in all zones together.
    private int PassZones()
    {
        var (at, frequency) = (zones.End, 0);
        ZoneFrequency zone;
        do
        {
            zone = ZoneFrequency.Read(bytes, ref at);
            frequency += zone.Frequency;
        }
        while (!zone.IsLast);
        zones = (zones.End, at);
        return frequency;
    }

    private void PassPositions(int count)
    {
        var at = positions.End;
        for (var left = withPositions ? count : 0; left > 0; left--)
            VarInt.Read(bytes, ref at);
        positions = (positions.End, at);
    }
}

/// <summary>How often a term stands in one zone of a document.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Frequency">How often.</param>
/// <param name="IsLast">Whether the document has it in no further zone.</param>
internal readonly record struct ZoneFrequency(Zone Zone, int Frequency, bool IsLast)
{
    private const int FrequencyShift = 5;
    private const int ZoneBits = 0x0F;
    private const int LastBit = 0x10;
    private const int FirstThatFollows = 1 << (8 - FrequencyShift);

    /// <summary>Reads it: the zone (bits 0 to 3), whether it is the last (bit 4), the frequency (bits 5 to 7; 0 means that it follows).</summary>
    public static ZoneFrequency Read(ReadOnlySpan<byte> bytes, ref int at)
    {
        var first = bytes[at++];
        var small = first >> FrequencyShift;
        return new((Zone)(first & ZoneBits), small > 0 ? small : VarInt.Read(bytes, ref at), (first & LastBit) != 0);
    }

    /// <summary>Writes it.</summary>
    public void Write(ByteBuffer into)
    {
        var small = Frequency < FirstThatFollows;
        into.Add((byte)((int)Zone | (IsLast ? LastBit : 0) | (small ? Frequency << FrequencyShift : 0)));
        if (!small)
            VarInt.Write(into, Frequency);
    }
}
