using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// The postings of one term while the index is built, in four parts that are read for different ends.
/// Scores: for each document the distance from the one before, and the frequency weighted by zones, in halves.
/// Zones: for each document a <see cref="ZoneFrequency"/> a zone. Positions: zone by zone, as distances. Skips: for every
/// <see cref="IndexLayout.SkipInterval"/>th document its number and the offsets of what follows it, as distances.
/// </summary>
internal sealed class PostingsBuilder
{
    private int lastDocument = -1;
    private float leastWords = float.PositiveInfinity;
    private (int Document, int Scores, int Zones, int Positions) lastSkip = (-1, 0, 0, 0);

    public int Documents { get; private set; }

    /// <summary>The least length of a document for each occurrence in it, both weighted by zones: no document gives more than such a one would.</summary>
    public float LeastWords => MathF.BitDecrement(leastWords);

    public ByteBuffer Skips { get; } = new();

    public ByteBuffer Scores { get; } = new();

    public ByteBuffer Zones { get; } = new();

    public ByteBuffer Positions { get; } = new();

    /// <summary>Makes room for what other indexes have of the term, so that nothing is copied again as it grows.</summary>
    public void Expect(List<TermEntry> entries)
    {
        Skips.Expect(entries.Sum(static entry => entry.SkipsLength));
        Scores.Expect(entries.Sum(static entry => entry.ScoresLength));
        Zones.Expect(entries.Sum(static entry => entry.ZonesLength));
        Positions.Expect(entries.Sum(static entry => entry.PositionsLength));
    }

    /// <summary>Adds a document.</summary>
    /// <param name="document">Its number, greater than all before.</param>
    /// <param name="places">Where the term stands, in ascending order.</param>
    /// <param name="withPositions">Whether the places are kept.</param>
    /// <param name="weightedWords">The length of the document.</param>
    public void Add(int document, ReadOnlySpan<Place> places, bool withPositions, float weightedWords)
    {
        var halves = 0;
        for (var i = 0; i < places.Length;)
        {
            var end = EndOfZone(places, i);
            var zone = places[i].Zone;
            halves += ZoneWeights.HalvesOf(zone) * (end - i);
            new ZoneFrequency(zone, end - i, end == places.Length).Write(Zones);
            if (withPositions)
                WritePositions(places[i..end]);
            i = end;
        }

        AddScore(document, halves, weightedWords);
    }

    /// <summary>Adds a document that another index has.</summary>
    /// <param name="document">Its number, greater than all before.</param>
    /// <param name="places">Where the term stands.</param>
    /// <param name="weightedWords">The length of the document.</param>
    public void Add(int document, EncodedPlaces places, float weightedWords)
    {
        Zones.Add(places.Zones);
        Positions.Add(places.Positions);
        AddScore(document, places.Halves, weightedWords);
    }

    // What stands in Zones and Positions by now is the document's.
    private void AddScore(int document, int halves, float weightedWords)
    {
        if (halves > 0)
            leastWords = Math.Min(leastWords, 2 * weightedWords / halves);
        VarInt.Write(Scores, document - lastDocument);
        VarInt.Write(Scores, halves);
        lastDocument = document;
        if (++Documents % IndexLayout.SkipInterval == 0)
            WriteSkip();
    }

    private static int EndOfZone(ReadOnlySpan<Place> places, int from)
    {
        var zone = places[from].Zone;
        while (from < places.Length && places[from].Zone == zone)
            from++;
        return from;
    }

    private void WritePositions(ReadOnlySpan<Place> places)
    {
        var before = 0;
        foreach (var place in places)
        {
            VarInt.Write(Positions, place.Position - before);
            before = place.Position;
        }
    }

    private void WriteSkip()
    {
        VarInt.Write(Skips, lastDocument - lastSkip.Document);
        VarInt.Write(Skips, Scores.Length - lastSkip.Scores);
        VarInt.Write(Skips, Zones.Length - lastSkip.Zones);
        VarInt.Write(Skips, Positions.Length - lastSkip.Positions);
        lastSkip = (lastDocument, Scores.Length, Zones.Length, Positions.Length);
    }
}

/// <summary>A zone and a position in one number that sorts by zone, then by position.</summary>
internal readonly record struct Place(int Value)
{
    private const int ZoneShift = 26;

    public Zone Zone => (Zone)(Value >> ZoneShift);

    public int Position => Value & ((1 << ZoneShift) - 1);

    public static Place Of(Zone zone, int position) => new(((int)zone << ZoneShift) | position);
}
