using System.Security.Cryptography;
using System.Text;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Narrative;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Timelines;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Parsing.Windows;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing;

/// <summary>Reads a document as a postmortem. It never throws for any text: what it can't read stays text, with a warning.</summary>
public static class PostmortemParser
{
    /// <summary>Names the build of the library: the same text can give another record only where this differs, so stores know to read anew.</summary>
    public static string Version { get; } = typeof(PostmortemParser).Module.ModuleVersionId.ToString("N");

    /// <summary>The record of <paramref name="document"/>, without causes, components and trigger: those are the classifier's.</summary>
    /// <param name="document">The document.</param>
    /// <param name="names">What its sections may be called; <see cref="SectionNames.Default"/> if null.</param>
    public static Incident Parse(SourceDocument document, SectionNames? names = null)
    {
        var outline = Outliner.Read(document, names ?? SectionNames.Default);
        var title = TitleReader.Read(document, outline);
        var genre = Genre.Judge(document, outline);
        var blank = new Incident
        {
            Source = document.Source,
            Id = IdOf(document),
            Text = document.Text,
            Passages = outline.Passages(),
            Metadata = MetadataReader.Read(document.FrontMatter),
        };
        if (!genre.IsPostmortem)
            return blank with { Warnings = [new Warning(WarningCodes.NotAPostmortem, genre.Reason, null)] };

        var clock = new IncidentClock(document, outline, title);
        var told = WindowReader.Told(document, outline, clock);
        var timeline = TimelineReader.Read(outline, clock, told);
        var window = WindowReader.Read(document, outline, clock, timeline, told);
        return RecordBuilder.Build(blank, document, outline, title, clock, timeline.CountedFrom(window.Start?.Value), window);
    }

    private static string IdOf(SourceDocument document) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(document.Source + "\n" + document.Text)))[..12];
}
