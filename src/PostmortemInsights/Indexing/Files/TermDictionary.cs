using System.Text;

namespace PostmortemInsights.Indexing.Files;

/// <summary>A term of the dictionary and where its postings stand; <see cref="PostingsBuilder.LeastWords"/> bounds what it gives.</summary>
internal readonly record struct TermEntry(
    string Term, int Documents, float LeastWords, long Offset, int SkipsLength, int ScoresLength, int ZonesLength, int PositionsLength)
{
    public long ScoresOffset => Offset + SkipsLength;

    public long ZonesOffset => ScoresOffset + ScoresLength;

    public long PositionsOffset => ZonesOffset + ZonesLength;

    public long End => PositionsOffset + PositionsLength;
}

/// <summary>The sorted terms of an index: found by bisection over blocks, listed by prefix.</summary>
internal sealed class TermDictionary(IndexFile file)
{
    private const int StartOfTerms = sizeof(long);

    private readonly int blocks = file.Footer.Blocks - 1;

    public TermEntry? Find(string term)
    {
        foreach (var entry in From(term))
            return entry.Term == term ? entry : null;
        return null;
    }

    public IEnumerable<TermEntry> StartingWith(string prefix) =>
        From(prefix).TakeWhile(entry => entry.Term.StartsWith(prefix, StringComparison.Ordinal));

    // All terms from the first that is not before the one given.
    private IEnumerable<TermEntry> From(string term)
    {
        for (var block = Math.Max(0, LastBlockBefore(term)); block < blocks; block++)
        {
            foreach (var entry in Decode(ReadBlock(block)))
            {
                if (string.CompareOrdinal(entry.Term, term) >= 0)
                    yield return entry;
            }
        }
    }

    private int LastBlockBefore(string term)
    {
        var (low, high) = (0, blocks);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (string.CompareOrdinal(FirstTermOf(middle), term) <= 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low - 1;
    }

    private string FirstTermOf(int block)
    {
        var bytes = ReadBlock(block);
        var at = StartOfTerms;
        return ReadTerm(bytes, ref at, "");
    }

    private byte[] ReadBlock(int block)
    {
        Span<long> range = stackalloc long[2];
        file.Read(file.Footer.BlockOffsets + (block * (long)sizeof(long)), range);
        var bytes = new byte[(int)(range[1] - range[0])];
        file.Read(range[0], bytes.AsSpan());
        return bytes;
    }

    // A term is what it shares with the one before it and the rest.
    private static string ReadTerm(byte[] bytes, ref int at, string before)
    {
        var shared = VarInt.Read(bytes, ref at);
        var rest = VarInt.Read(bytes, ref at);
        at += rest;
        return string.Concat(before.AsSpan(0, shared), Encoding.UTF8.GetString(bytes, at - rest, rest));
    }

    private static float ReadSingle(byte[] bytes, ref int at)
    {
        var value = BitConverter.ToSingle(bytes, at);
        at += sizeof(float);
        return value;
    }

    private static List<TermEntry> Decode(byte[] bytes)
    {
        var entries = new List<TermEntry>(IndexLayout.BlockSize);
        var offset = BitConverter.ToInt64(bytes);
        var at = StartOfTerms;
        var term = "";
        while (at < bytes.Length)
        {
            term = ReadTerm(bytes, ref at, term);
            var entry = new TermEntry(
                term, VarInt.Read(bytes, ref at), ReadSingle(bytes, ref at), offset, VarInt.Read(bytes, ref at), VarInt.Read(bytes, ref at), VarInt.Read(bytes, ref at),
                VarInt.Read(bytes, ref at));
            entries.Add(entry);
            offset = entry.End;
        }

        return entries;
    }
}
