using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>What the report was made from and by what, and what its words mean.</summary>
internal static class ProvenanceSection
{
    public static Section Of(Provenance provenance) => new(
        "What the words mean",
        new Table("Definitions", ["term", "meaning", "source"],
            [.. provenance.Definitions.Select(static d => new Row(d.Term, d.Meaning, d.Source.Length > 0 ? d.Source : Figures.None))]),
        new Paragraph($"Made by PostmortemInsights {provenance.ToolVersion} from the corpus {provenance.CorpusHash}. The same documents give the same report."));
}
