using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What kind of document it is.</summary>
/// <param name="IsPostmortem">Whether it reports an incident.</param>
/// <param name="Reason">If not, what it is instead.</param>
internal readonly record struct Genre(bool IsPostmortem, string Reason)
{
    private const int LeastEvidence = 4;
    private const int FewestMarks = 3;

    /// <summary>A report that quotes its assignment or template brings a timeline of its own.</summary>
    private const int ManyTimes = 6;

    /// <summary>What else it can be, the most particular first: the list of marks, and what a warning says.</summary>
    private static readonly (PhraseList Marks, string Name)[] Others =
    [
        (PhraseList.Load("Genres/assignment"), "It is an assignment: it asks for a postmortem and holds none."),
        (PhraseList.Load("Genres/minutes"), "It holds the minutes of a meeting, not the report of an incident."),
        (PhraseList.Load("Genres/template"), "It is a template that nobody has filled in."),
        (PhraseList.Load("Genres/proposal"), "It proposes a change: it says what could be, not what happened."),
        (PhraseList.Load("Genres/announcement"), "It announces work that is still to come."),
        (PhraseList.Load("Genres/retrospective"), "It looks back on a project or an event, not on an incident."),
        (PhraseList.Load("Genres/manual"), "It is a manual or guide: it says how to do things, not what happened."),
    ];

    /// <summary>Judges whether a document reports an incident.</summary>
    public static Genre Judge(SourceDocument document, Outline outline)
    {
        if (outline.Blocks.Count == 0)
            return new Genre(false, "The document holds no text.");
        var evidence = IncidentEvidence.Of(document, outline);
        var other = Others
            .Select(other => (other.Name, Marks: MarksIn(document, outline, other.Marks)))
            .MaxBy(static other => other.Marks);
        var marked = other.Marks >= FewestMarks;
        if (evidence.Score < LeastEvidence || (marked && Outweighs(other.Marks, evidence)))
            return new Genre(false, (marked ? other.Name : "It tells of no incident: nothing that broke, no time, no cause."));
        return new Genre(true, "");
    }

    private static int MarksIn(SourceDocument document, Outline outline, PhraseList marks) =>
        (document.FrontMatter?.Find("title") is { } title ? marks.Score(TextWords.Of(title.Value)) : 0)
        + IncidentEvidence.Sample(outline).Sum(block => marks.Score(IncidentEvidence.Opening(block)));

    // Without a single time, a name and much telling can still carry it.
    private static bool Outweighs(int marks, IncidentEvidence evidence) => evidence.Times switch
    {
        0 => !evidence.Named || marks * 3 > evidence.Told,
        < ManyTimes => marks > evidence.Told * 2,
        _ => marks > evidence.Told * 4,
    };
}
