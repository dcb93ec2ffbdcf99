using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What kind of document it is.</summary>
/// <param name="IsPostmortem">Whether it reports an incident.</param>
/// <param name="Reason">If not, what it is instead.</param>
internal readonly record struct Genre(bool IsPostmortem, string Reason)
{
    private const int LeastEvidence = 7;
    private const int FewestMarks = 3;

    /// <summary>What else it can be, the most particular first: its list of marks, and what a warning says.</summary>
    private static readonly Other[] Others =
    [
        new("Parsing/Narrative/Genres/assignment.txt", "It is an assignment: it asks for a postmortem and holds none."),
        new("Parsing/Narrative/Genres/minutes.txt", "It holds the minutes of a meeting, not the report of an incident."),
        new("Parsing/Narrative/Genres/template.txt", "It is a template that nobody has filled in."),
        new("Parsing/Narrative/Genres/proposal.txt", "It proposes a change: it says what could be, not what happened."),
        new("Parsing/Narrative/Genres/announcement.txt", "It announces work that is still to come."),
        new("Parsing/Narrative/Genres/retrospective.txt", "It looks back on a project or an event, not on an incident."),
        new("Parsing/Narrative/Genres/news.txt", "It brings news: it says what is new, not what broke."),
        new("Parsing/Narrative/Genres/manual.txt", "It is a manual or guide: it says how to do things, not what happened."),
    ];

    private sealed record Other(string List, string Name)
    {
        public WeightedWordings Marks { get; } = WeightedWordings.Load(List);
    }

    /// <summary>Most blocks bear none of the marks.</summary>
    private static readonly Wordings AllMarks = Wordings.Load(Others.Select(static other => other.List));

    /// <summary>Judges whether a document reports an incident.</summary>
    public static Genre Judge(SourceDocument document, Outline outline)
    {
        if (outline.Blocks.Length == 0)
            return new Genre(false, "The document holds no text.");
        var evidence = IncidentEvidence.Of(document, outline);
        var marked = Words(document, outline).Where(AllMarks.AnyIn).ToList();
        var (marks, name) = Others.Select(other => (marked.Sum(other.Marks.Score), other.Name)).MaxBy(static other => other.Item1);
        var isOther = marks >= FewestMarks;
        if (evidence.Score - (isOther ? evidence.Against(marks) : 0) < LeastEvidence)
            return new Genre(false, isOther ? name : "It tells of no incident: nothing that broke, no time, no cause.");
        return new Genre(true, "");
    }

    private static IEnumerable<TextWords> Words(SourceDocument document, Outline outline)
    {
        if (document.FrontMatter?.Find("title") is { } title)
            yield return TextWords.Of(title.Value);
        foreach (var block in IncidentEvidence.Sample(outline))
            yield return IncidentEvidence.Opening(block).Words;
    }
}
