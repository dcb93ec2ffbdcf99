using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using PostmortemInsights.Parsing;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Classifying;

/// <summary>A folder of postmortems with their labels.</summary>
/// <param name="Folder">The folder that the labels' files are relative to.</param>
/// <param name="Labels">The labels file.</param>
public sealed record TrainingCorpus(string Folder, string Labels)
{
    private const string FolderName = "corpus";

    /// <summary>A corpus that is learned from as well, such as the shipped one beside a team's own few documents; null for none.</summary>
    public TrainingCorpus? Besides { get; init; }

    /// <summary>The corpus that ships with the program, which stands beside the executable; null if it was taken away.</summary>
    public static TrainingCorpus? Find() =>
        At(Path.Combine(AppContext.BaseDirectory, FolderName)) is var shipped && File.Exists(shipped.Labels) ? shipped : null;

    /// <summary>The corpus in a folder that has its <c>labels.csv</c>.</summary>
    public static TrainingCorpus At(string folder) => new(folder, Path.Combine(folder, LabelFile.Name));

    /// <summary>Reads and parses the labelled documents, without those of <see cref="Besides"/>.</summary>
    /// <exception cref="LabelException">The labels have a problem.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public ImmutableArray<LabelledIncident> Read(Taxonomy taxonomy)
    {
        var labels = LabelFile.Read(Labels, taxonomy, Folder);
        if (labels.Problems.Length > 0)
            throw new LabelException(labels.Problems);
        var names = SectionNamesFile.ReadBeside(Folder);
        return [.. labels.Rows.Select(row => new LabelledIncident(Parse(row.File, names), row))];
    }

    /// <summary>Everything to learn from: the labelled documents, then those of <see cref="Besides"/> that are not the same text.</summary>
    /// <exception cref="LabelException">The labels have a problem.</exception>
    /// <exception cref="IOException">A file can't be read.</exception>
    public ImmutableArray<LabelledIncident> ReadAll(Taxonomy taxonomy)
    {
        var own = Read(taxonomy);
        var texts = own.Select(labelled => labelled.Incident.Text).ToHashSet(StringComparer.Ordinal);
        return Besides is null ? own : [.. own, .. Besides.ReadAll(taxonomy).Where(labelled => !texts.Contains(labelled.Incident.Text))];
    }

    /// <summary>Hash of the labels, of the names of sections and of every document that they name, in hexadecimal digits.</summary>
    internal string Hash(Taxonomy taxonomy)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(Encoding.UTF8.GetBytes(Besides?.Hash(taxonomy) ?? ""));
        hash.AppendData(File.ReadAllBytes(Labels));
        hash.AppendData(Encoding.UTF8.GetBytes(SectionNamesFile.ReadBeside(Folder).Version));
        foreach (var row in LabelFile.Read(Labels, taxonomy, Folder).Rows)
        {
            hash.AppendData(Encoding.UTF8.GetBytes(row.File));
            hash.AppendData(SHA256.HashData(File.ReadAllBytes(Path.Combine(Folder, row.File))));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private Incidents.Incident Parse(string file, SectionNames names) => Corpus.Read([Path.Combine(Folder, file)]).Single() switch
    {
        ReadDocument read => PostmortemParser.Parse(read.Document, names),
        ReadFailure failure => throw new IOException($"{failure.Source}: {failure.Message}"),
        var other => throw new IOException($"{other.Source} could not be read"),
    };
}

/// <summary>A labels file can't be used as it is.</summary>
public sealed class LabelException : FormatException
{
    /// <summary>Makes the exception.</summary>
    public LabelException(ImmutableArray<LabelProblem> problems)
        : base(string.Join('\n', problems)) => Problems = problems;

    /// <summary>What is wrong, in the order of the lines; at least one.</summary>
    public ImmutableArray<LabelProblem> Problems { get; }
}
