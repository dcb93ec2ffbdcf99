using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Cli;

public class UsageTests
{
    public static TheoryData<string> Commands =>
        [.. CommandLine.Root(new Terminal(Stream.Null, TextWriter.Null)).Subcommands.Select(command => command.Name)];

    [Theory]
    [MemberData(nameof(Commands))]
    public void Every_command_explains_itself_with_examples(string command)
    {
        var run = Pmi.Run(command, "--help");
        Assert.Equal(0, run.Status);
        Assert.Empty(run.Error);
        Assert.Contains($"pmi {command}", run.Output[run.Output.IndexOf("Examples:", StringComparison.Ordinal)..], StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_command_the_help_goes_to_standard_error()
    {
        var run = Pmi.Run();
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains("report", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("There is no option '--formt'; did you mean '--format'?", "parse", ".", "--formt", "json")]
    [InlineData("no command 'serach'; did you mean 'search'?", "serach", "x")]
    [InlineData("--format takes table, json, jsonl, not 'xml'.", "parse", ".", "--format", "xml")]
    [InlineData("--limit needs a number above 0.", "search", "x", "--limit", "0")]
    [InlineData("PATH", "parse")]
    public void Wrong_use_is_named_and_ends_with_2(string message, params string[] args)
    {
        var run = Pmi.Run(args);
        Assert.Equal(2, run.Status);
        Assert.Empty(run.Output);
        Assert.Contains(message, run.Error, StringComparison.Ordinal);
        Assert.Contains("--help' to see how it is used.", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_lists_the_engines_compiled_in()
    {
        var run = Pmi.Run("--version");
        Assert.Equal(0, run.Status);
        Assert.Matches(@"^pmi \d+\.\d+\.\d+\n", run.Output);
        Assert.Contains("search engines: built-in", run.Output, StringComparison.Ordinal);
        Assert.Contains("trainers: built-in", run.Output, StringComparison.Ordinal);
    }
}
