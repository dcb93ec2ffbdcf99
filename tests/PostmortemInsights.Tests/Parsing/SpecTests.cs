using System.Text.Json;
using System.Text.Json.Nodes;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing;
using PostmortemInsights.Reading;
using PostmortemInsights.Tests.Incidents;

namespace PostmortemInsights.Tests.Parsing;

/// <summary>The parser's specification: each case of <c>Specs/*.md</c> is a document and what its record holds.</summary>
public sealed class SpecTests
{
    private static readonly Dictionary<string, SpecCase> Cases = SpecCase.Load(Repository.Path("tests", "PostmortemInsights.Tests", "Specs"));

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Reads(string name)
    {
        var spec = Cases[name];
        var document = ((ReadDocument)DocumentReader.Decode("spec." + spec.Ending, System.Text.Encoding.UTF8.GetBytes(spec.Document))).Document;
        var record = Record(PostmortemParser.Parse(document));
        foreach (var (path, expected) in spec.Expected)
            AssertField(record, path, expected);
    }

    [Fact]
    public void There_are_cases_and_each_expects_something()
    {
        Assert.NotEmpty(Cases);
        Assert.All(Cases.Values, static spec => Assert.NotEmpty(spec.Expected));
    }

    private static void AssertField(JsonNode record, string path, string expected)
    {
        if (path is "warnings" or "no warnings")
        {
            var codes = record["warnings"]!.AsArray().Select(static w => w!["code"]!.GetValue<string>()).ToHashSet(StringComparer.Ordinal);
            foreach (var code in expected.Split(' ', StringSplitOptions.RemoveEmptyEntries))
                Assert.True(codes.Contains(code) == (path == "warnings"), $"{path}: {code}, but the record has {string.Join(' ', codes)}");
            return;
        }

        var actual = Find(record, path);
        if (expected.EndsWith('…'))
            Assert.True(actual.StartsWith(expected[..^1], StringComparison.Ordinal), $"{path}: expected {expected}, got {actual}");
        else
            Assert.True(actual == expected, $"{path}: expected {expected}, got {actual}");
    }

    /// <summary>The value at a path such as <c>timeline[1].at</c>; for a list its length.</summary>
    private static string Find(JsonNode record, string path)
    {
        JsonNode? node = record;
        foreach (var step in path.Split('.'))
        {
            var bracket = step.IndexOf('[', StringComparison.Ordinal);
            node = node?[bracket < 0 ? step : step[..bracket]];
            if (bracket >= 0)
                node = node?.AsArray().ElementAtOrDefault(int.Parse(step[(bracket + 1)..^1], System.Globalization.CultureInfo.InvariantCulture));
        }

        return node switch
        {
            null => "null",
            JsonArray array => array.Count.ToString(System.Globalization.CultureInfo.InvariantCulture),
            JsonValue value when value.GetValueKind() == JsonValueKind.String => value.GetValue<string>(),
            _ => node.ToJsonString(),
        };
    }

    private static JsonNode Record(Incident incident) => JsonNode.Parse(JsonRecord.Of(incident))!;
}
