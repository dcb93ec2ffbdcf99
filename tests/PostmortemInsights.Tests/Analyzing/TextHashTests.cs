using FsCheck;
using FsCheck.Fluent;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Tests.Analyzing;

public sealed class TextHashTests
{
    [Fact]
    public void Stands_in_the_order_of_its_digits() => Prop.ForAll(
        Hashes().Zip(Hashes()).ToArbitrary(),
        static x => Math.Sign(x.Item1.CompareTo(x.Item2)) == Math.Sign(string.CompareOrdinal(x.Item1.ToString(), x.Item2.ToString()))).QuickCheckThrowOnFailure();

    [Fact]
    public void Is_the_same_read_back_from_its_bytes() => Prop.ForAll(
        Hashes().ToArbitrary(),
        static hash => hash.Equals(TextHash.Read(hash.Bytes)) && hash.GetHashCode() == TextHash.Read(hash.Bytes).GetHashCode()).QuickCheckThrowOnFailure();

    [Fact]
    public void Texts_of_one_letter_more_differ() => Assert.NotEqual(TextHash.Of("disk full"), TextHash.Of("disk fully"));

    // Few first bytes and few last ones, so that many hashes begin alike.
    private static Gen<TextHash> Hashes() => Gen.Choose(0, 3).Zip(Gen.Choose(0, 255)).Select(static x =>
    {
        var bytes = new byte[32];
        (bytes[0], bytes[^1]) = ((byte)(x.Item1 * 80), (byte)x.Item2);
        return TextHash.Read(bytes);
    });
}
