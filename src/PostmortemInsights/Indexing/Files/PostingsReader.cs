using PostmortemInsights.Indexing.Zones;

namespace PostmortemInsights.Indexing.Files;

/// <summary>The documents that have something, in order, and how often in each zone.</summary>
internal interface IPostings
{
    /// <summary>The current document; -1 before the first, <see cref="int.MaxValue"/> after the last.</summary>
    int Document { get; }

    /// <summary>How often it stands in each zone of the current document.</summary>
    ReadOnlySpan<int> Frequencies { get; }

    /// <summary>Goes on to the first document that is not before <paramref name="document"/>; false if there is none.</summary>
    bool SkipTo(int document);
}

/// <summary>Walks the postings of one term with their zones and positions.</summary>
internal sealed class PostingsReader : IPostings
{
    private readonly byte[] bytes;
    private readonly int[] frequencies = new int[ZoneWeights.Count];
    private readonly bool withPositions;
    private readonly int endOfSkips;
    private readonly int endOfScores;
    private int skipAt;
    private (int Document, int Scores, int Zones, int Positions) skip;
    private int scoresAt;
    private int zonesAt;
    private int positionsAt;

    public PostingsReader(IndexFile file, TermEntry term, bool withPositions)
    {
        this.withPositions = withPositions;
        bytes = new byte[(int)((withPositions ? term.End : term.PositionsOffset) - term.Offset)];
        file.Read(term.Offset, bytes.AsSpan());
        endOfSkips = scoresAt = term.SkipsLength;
        endOfScores = zonesAt = scoresAt + term.ScoresLength;
        positionsAt = zonesAt + term.ZonesLength;
        skip = (-1, scoresAt, zonesAt, positionsAt);
    }

    public int Document { get; private set; } = -1;

    public ReadOnlySpan<int> Frequencies => frequencies;

    /// <summary>The places in the current document.</summary>
    public List<Place> Places { get; } = [];

    public bool SkipTo(int document)
    {
        FollowSkips(document);
        while (Document < document && Next())
        {
        }

        return Document != int.MaxValue;
    }

    public bool Next()
    {
        if (scoresAt == endOfScores)
        {
            Document = int.MaxValue;
            return false;
        }

        Document += VarInt.Read(bytes, ref scoresAt);
        VarInt.Read(bytes, ref scoresAt);
        ReadZones();
        if (withPositions)
            ReadPlaces();
        return true;
    }

    private void FollowSkips(int document)
    {
        var passed = false;
        while (skipAt < endOfSkips)
        {
            var at = skipAt;
            var next = (
                skip.Document + VarInt.Read(bytes, ref at), skip.Scores + VarInt.Read(bytes, ref at), skip.Zones + VarInt.Read(bytes, ref at),
                skip.Positions + VarInt.Read(bytes, ref at));
            if (next.Item1 >= document)
                break;
            (skip, skipAt, passed) = (next, at, true);
        }

        if (passed && skip.Document > Document)
            (Document, scoresAt, zonesAt, positionsAt) = skip;
    }

    private void ReadZones()
    {
        Array.Clear(frequencies);
        ZoneFrequency zone;
        do
        {
            zone = ZoneFrequency.Read(bytes, ref zonesAt);
            frequencies[(int)zone.Zone] = zone.Frequency;
        }
        while (!zone.IsLast);
    }

    private void ReadPlaces()
    {
        Places.Clear();
        for (var zone = 0; zone < frequencies.Length; zone++)
        {
            var position = 0;
            for (var i = 0; i < frequencies[zone]; i++)
                Places.Add(Place.Of((Zone)zone, position += VarInt.Read(bytes, ref positionsAt)));
        }
    }
}
