using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells what each timeline entry is about: detection, investigation, escalation, identification, mitigation, resolution.</summary>
internal static class TimelineKinds
{
    private const string Seen = "Seen";
    private const string Back = "Back";

    /// <summary>Who notices after so many entries is no first to notice.</summary>
    private const int MostToNotice = 5;

    /// <summary>In so many last entries a check that it works is the end.</summary>
    private const int Ends = 2;

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/timeline-kinds.txt");

    private static readonly TimelineKind[] Precedence =
    [
        TimelineKind.Escalation,
        TimelineKind.Identification,
        TimelineKind.Resolution,
        TimelineKind.Mitigation,
    ];

    /// <summary>
    /// What the entry tells, from its words alone: an escalation, an identified cause, a restored service or a fix before all; else
    /// what it names first. Wrong turns need the whole story: see <see cref="Investigation.Mark"/>.
    /// </summary>
    public static TimelineKind Of(TextWords entry) => Of(List.In(entry), begun: true, ends: false);

    /// <summary>
    /// The timeline with kinds that depend on the place: what is seen first is the trouble and later the cause; that it works counts
    /// only after something was done; what was done before anybody noticed is no mitigation.
    /// </summary>
    public static ImmutableArray<TimelineEntry> InPlace(ImmutableArray<TimelineEntry> timeline)
    {
        var kinds = new TimelineKind[timeline.Length];
        var begun = false;
        for (var i = 0; i < kinds.Length; i++)
        {
            kinds[i] = InPlace(timeline[i], i, begun, i >= kinds.Length - Ends);
            begun |= kinds[i] is not (TimelineKind.Other or TimelineKind.Mitigation);
        }

        var noticed = Array.IndexOf(kinds, TimelineKind.Detection);
        return [.. timeline.Select((entry, i) => entry with { Kind = i < noticed && kinds[i] is TimelineKind.Mitigation ? TimelineKind.Other : kinds[i] })];
    }

    private static TimelineKind InPlace(TimelineEntry entry, int index, bool begun, bool ends)
    {
        if (entry.Kind == TimelineKind.Misleading)
            return entry.Kind;
        var terms = TextWords.Terms(entry.Text);
        var kind = Of(List.In(terms), begun, ends);
        var mayNotice = !begun && index < MostToNotice && kind is TimelineKind.Other or TimelineKind.Mitigation or TimelineKind.Investigation or TimelineKind.Detection;
        return mayNotice && DetectionReader.TellsWho(terms) ? TimelineKind.Detection : kind;
    }

    private static TimelineKind Of(List<Wording> said, bool begun, bool ends)
    {
        var told = said.FindAll(static w => w.Kind is not (Seen or Back)).ConvertAll(static w => Enum.Parse<TimelineKind>(w.Kind));
        foreach (var kind in Precedence)
        {
            if (told.Contains(kind))
                return kind;
            if (kind == TimelineKind.Resolution && said.Exists(static w => w.Kind == Seen))
                return begun ? TimelineKind.Identification : TimelineKind.Detection;
        }

        var works = begun && (ends || told.Count == 0) && said.Exists(static w => w.Kind == Back);
        return works ? TimelineKind.Resolution : told.FirstOrDefault();
    }
}
