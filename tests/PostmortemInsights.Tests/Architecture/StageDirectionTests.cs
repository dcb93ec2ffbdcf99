using System.Text.RegularExpressions;

namespace PostmortemInsights.Tests.Architecture;

public partial class StageDirectionTests
{
    private static readonly string[] Stages = ["Incidents", "Reading", "Parsing", "Classifying", "Indexing", "Analyzing", "Reporting"];

    // A file outside the stages comes before all of them.
    [Fact]
    public void A_stage_uses_earlier_stages_only()
    {
        var backward =
            from file in SourceTree.Files("src/PostmortemInsights")
            let stage = Array.IndexOf(Stages, file.Split('/')[2])
            from line in SourceTree.CodeLines(file)
            from name in StagesNamedIn(line.Code)
            where Array.IndexOf(Stages, name) > stage
            select $"{file}:{line.Number} uses {name}";
        Assert.Empty(backward);
    }

    [Fact]
    public void Each_folder_of_the_library_is_a_stage()
    {
        var folders = SourceTree.Files("src/PostmortemInsights").Select(file => file.Split('/')).Where(path => path.Length > 3).Select(path => path[2]);
        Assert.Equal(Stages.Order(StringComparer.Ordinal), folders.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Namespaces_follow_folders()
    {
        var strays =
            from file in SourceTree.Files("src")
            let folders = file.Split('/')[1..^1]
            let expected = string.Join('.', folders)
            from line in SourceTree.CodeLines(file)
            let match = Namespace().Match(line.Code)
            where match.Success && match.Groups[1].Value != expected
            select $"{file}: {match.Groups[1].Value} should be {expected}";
        Assert.Empty(strays);
    }

    [Theory]
    [InlineData("using PostmortemInsights.Reporting;", "Reporting")]
    [InlineData("var x = Analyzing.Median.Of(values);", "Analyzing")]
    [InlineData("using static PostmortemInsights.Indexing.Words.Stemmer;", "Indexing")]
    public void A_use_of_a_stage_is_seen(string line, string stage) => Assert.Contains(stage, StagesNamedIn(line));

    private static IEnumerable<string> StagesNamedIn(string code) => StageName().Matches(code).Select(match => match.Groups[1].Value);

    [GeneratedRegex(@"(?:\busing\s.*?PostmortemInsights\.|(?<![\w.])|PostmortemInsights\.)\b(Incidents|Reading|Parsing|Classifying|Indexing|Analyzing|Reporting)(?=\.[A-Z]|;)")]
    private static partial Regex StageName();

    [GeneratedRegex(@"^namespace ([\w.]+);")]
    private static partial Regex Namespace();
}
