using System.CommandLine;
using PostmortemInsights.Classifying;

namespace PostmortemInsights.Cli.Commands;

/// <summary><c>pmi label</c>: what a reader says about a document, kept in a labels file.</summary>
internal static class LabelCommand
{
    private static readonly Argument<string> Document = new("FILE") { Description = "The postmortem." };

    private static readonly Option<string[]> Cause = new("--cause")
    {
        Description = "Why it broke: one to three, the primary first.",
        HelpName = "CATEGORY",
        Arity = ArgumentArity.OneOrMore,
        Required = true,
    };

    private static readonly Option<string[]> Component = new("--component")
    {
        Description = "Where it broke: none to three, the most central first.",
        HelpName = "CATEGORY",
    };

    private static readonly Option<string> Trigger = new("--trigger")
    {
        Description = "What set it off.",
        HelpName = "CATEGORY",
        DefaultValueFactory = static _ => Taxonomy.Unknown,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new DocumentedCommand(
            "label",
            "Says what a postmortem is about, for the classifiers to learn from.",
            "pmi label incidents/2024-06-04.md --cause configuration --component load-balancer --trigger config-change",
            "pmi label incidents/disk.md --cause capacity --cause operator-error --labels incidents/labels.csv")
        {
            Document, Cause, Component, Trigger, Options.Labels,
        };
        command.SetAction(parsed => Run(
            parsed.GetRequiredValue(Document),
            parsed.GetValue(Options.Labels),
            (parsed.GetRequiredValue(Cause), parsed.GetValue(Component) ?? [], parsed.GetRequiredValue(Trigger)),
            terminal));
        return command;
    }

    private static int Run(string document, string? labels, (string[] Causes, string[] Components, string Trigger) said, Terminal terminal)
    {
        if (!File.Exists(document))
            throw new UsageException($"There is no file '{document}'. Check the spelling and the folder you are in.");
        var file = Path.GetFullPath(labels ?? LabelsAbove(document));
        var folder = Path.GetDirectoryName(file)!;
        var row = new LabelRow(
            Path.GetRelativePath(folder, Path.GetFullPath(document)).Replace('\\', '/'), [.. said.Causes], [.. said.Components], said.Trigger);
        LabelFile.Add(file, row, TaxonomyFile.ReadBeside(folder));
        terminal.Note($"pmi: {file} now says that {row.File} is about {string.Join(", ", row.Causes)}. Run 'pmi train --corpus {folder}' to learn from it.");
        return ExitStatus.Done;
    }

    /// <summary>The labels file of the nearest folder above that has one, else one beside the document.</summary>
    private static string LabelsAbove(string document)
    {
        var own = Path.GetDirectoryName(Path.GetFullPath(document))!;
        for (var folder = own; folder is not null; folder = Path.GetDirectoryName(folder))
        {
            if (File.Exists(Path.Combine(folder, LabelFile.Name)))
                return Path.Combine(folder, LabelFile.Name);
        }

        return Path.Combine(own, LabelFile.Name);
    }
}
