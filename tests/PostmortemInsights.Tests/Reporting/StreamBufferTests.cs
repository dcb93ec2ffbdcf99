using System.Text.Json;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Tests.Reporting;

public sealed class StreamBufferTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(100)]
    [InlineData(1_000_000)]
    public void A_text_of_any_length_goes_through_whole(int length)
    {
        string[] texts = ["before", new('x', length), "after"];
        using var stream = new MemoryStream();
        using (var json = new Utf8JsonWriter(new StreamBuffer(stream)))
            JsonSerializer.Serialize(json, texts);

        Assert.Equal(texts, JsonSerializer.Deserialize<string[]>(stream.ToArray()));
    }
}
