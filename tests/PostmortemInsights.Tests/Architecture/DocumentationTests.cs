using System.CommandLine;
using System.Text.RegularExpressions;
using PostmortemInsights.Cli;

namespace PostmortemInsights.Tests.Architecture;

public partial class DocumentationTests
{
    private static readonly string Readme = SourceTree.Read("README.md");
    private static readonly RootCommand Root = CommandLine.Root(new Terminal(Stream.Null, TextWriter.Null));

    [Fact]
    public void The_readme_documents_every_command() =>
        Assert.Empty(Root.Subcommands.Select(command => $"pmi {command.Name}").Where(line => !Readme.Contains(line, StringComparison.Ordinal)));

    [Fact]
    public void The_readme_documents_every_option()
    {
        var options = Root.Subcommands.SelectMany(command => command.Options).Select(option => option.Name).Distinct(StringComparer.Ordinal);
        Assert.Empty(options.Where(option => !Regex.IsMatch(Readme, Regex.Escape(option) + @"(?![\w-])")));
    }

    [Fact]
    public void Every_command_shows_examples_that_it_understands()
    {
        Assert.All(Root.Subcommands, command =>
        {
            var examples = Assert.IsType<DocumentedCommand>(command).Examples;
            Assert.NotEmpty(examples);
            Assert.All(examples, example => Assert.Empty(Usage.Problems(Root.Parse(example["pmi ".Length..]))));
        });
    }

    [Fact]
    public void The_paths_that_the_architecture_names_exist()
    {
        var paths = PathInCode().Matches(SourceTree.Read("ARCHITECTURE.md")).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(paths);
        Assert.Empty(paths.Where(path => !Path.Exists(Repository.Path(path))));
    }

    [Fact]
    public void The_architecture_speaks_of_every_folder_of_the_sources()
    {
        var text = SourceTree.Read("ARCHITECTURE.md");
        var folders = SourceTree.Files("src").Select(file => string.Join('/', file.Split('/').Take(3))).Where(path => !path.EndsWith(".cs", StringComparison.Ordinal));
        Assert.Empty(folders.Distinct(StringComparer.Ordinal).Where(folder => !text.Contains($"`{folder}/`", StringComparison.Ordinal)));
    }

    [GeneratedRegex(@"`((?:src|tests|corpus|notebooks|\.ci)/[\w./-]*)`")]
    private static partial Regex PathInCode();
}
