namespace PostmortemInsights.Indexing.Files;

/// <summary>
/// The parts of an index file, in order: magic; postings, term by term; the dictionary in blocks of <see cref="BlockSize"/> terms;
/// the offsets of the blocks; the document rows; the footer; the footer's length and the magic again. All numbers little-endian.
/// </summary>
internal static class IndexLayout
{
    public const int BlockSize = 16;

    public const int SkipInterval = 128;

    public static ReadOnlySpan<byte> Magic => "PMINDEX2"u8;
}

/// <summary>What is read when an index is opened.</summary>
internal sealed record IndexFooter(
    string Fingerprint, int Documents, double Words, double WeightedWords, long Terms, long BlockOffsets, int Blocks, long Rows)
{
    public void Write(BinaryWriter writer)
    {
        writer.Write(Fingerprint);
        writer.Write(Documents);
        writer.Write(Words);
        writer.Write(WeightedWords);
        writer.Write(Terms);
        writer.Write(BlockOffsets);
        writer.Write(Blocks);
        writer.Write(Rows);
    }

    public static IndexFooter Read(BinaryReader reader) => new(
        reader.ReadString(), reader.ReadInt32(), reader.ReadDouble(), reader.ReadDouble(), reader.ReadInt64(), reader.ReadInt64(),
        reader.ReadInt32(), reader.ReadInt64());
}
