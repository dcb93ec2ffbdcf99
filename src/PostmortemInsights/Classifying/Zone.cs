using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Classifying;

/// <summary>What a stretch of a postmortem tells a classifier.</summary>
internal enum Zone : byte
{
    /// <summary>Nothing: markup, code, what was blamed on the way.</summary>
    None,

    /// <summary>The statement of the root cause.</summary>
    Cause,

    /// <summary>The title.</summary>
    Title,

    /// <summary>The summary.</summary>
    Summary,

    /// <summary>Timeline entries that found the cause.</summary>
    Finding,

    /// <summary>How it was fixed.</summary>
    Resolution,

    /// <summary>What is to be done after.</summary>
    Actions,

    /// <summary>Everything else that was told.</summary>
    Story,
}

/// <summary>The words of an incident, by what they tell.</summary>
/// <param name="Zone">The zone.</param>
/// <param name="Words">Its words in the order of the text.</param>
internal readonly partial record struct ZonedWords(Zone Zone, List<Word> Words)
{
    /// <summary>The words of an incident.</summary>
    /// <param name="incident">The record.</param>
    /// <param name="number">Gives the number of a word's stem.</param>
    public static ImmutableArray<ZonedWords> Read(Incident incident, Func<ReadOnlySpan<char>, int> number)
    {
        var map = Paint(incident);
        var runs = ImmutableArray.CreateBuilder<ZonedWords>();
        for (int start = 0, end; start < map.Length; start = end)
        {
            for (end = start + 1; end < map.Length && map[end] == map[start];)
                end++;
            if (map[start] != Zone.None)
                runs.Add(new(map[start], Classifying.Words.Read(incident.Text, start, end, number)));
        }

        return runs.ToImmutable();
    }

    // Later coats cover earlier ones: a cause that stands in the summary is cause, a wrong turn is nothing wherever it stands.
    private static Zone[] Paint(Incident incident)
    {
        var map = new Zone[incident.Text.Length];
        foreach (var (kind, span) in incident.Passages)
            Fill(map, span, ZoneOf(kind));
        foreach (var span in incident.Spans["title"])
            Fill(map, span, Zone.Title);
        foreach (var entry in incident.Timeline)
            Fill(map, entry.Span, ZoneOf(entry.Kind));
        foreach (var item in incident.ActionItems)
            Fill(map, item.Span, Zone.Actions);
        foreach (var span in incident.Spans["resolution"])
            Fill(map, span, Zone.Resolution);
        foreach (var span in incident.Spans["rootCause"])
            Fill(map, span, Zone.Cause);
        foreach (var path in incident.MisleadingPaths)
            Fill(map, path.Span, Zone.None);
        foreach (var address in Address().EnumerateMatches(incident.Text))
            Fill(map, new(address.Index, address.Index + address.Length), Zone.None);
        return map;
    }

    private static void Fill(Zone[] map, SourceSpan span, Zone zone) => map.AsSpan(span.Start, span.Length).Fill(zone);

    private static Zone ZoneOf(TimelineKind kind) => kind switch
    {
        TimelineKind.Identification => Zone.Finding,
        TimelineKind.Mitigation or TimelineKind.Resolution => Zone.Resolution,
        TimelineKind.Misleading => Zone.None,
        _ => Zone.Story,
    };

    private static Zone ZoneOf(PassageKind kind) => kind switch
    {
        PassageKind.RootCause => Zone.Cause,
        PassageKind.Title => Zone.Title,
        PassageKind.Summary => Zone.Summary,
        PassageKind.Resolution => Zone.Resolution,
        PassageKind.Actions => Zone.Actions,
        PassageKind.Misleading or PassageKind.Code => Zone.None,
        _ => Zone.Story,
    };

    // What a link is called is text; where it leads is not, or every report with a link to its tracker would speak of the tracker's makers.
    [GeneratedRegex(@"\]\([^)\s]{1,2000}\)|\b(?:https?://|www\.)[^\s<>()\]]+", RegexOptions.CultureInvariant)]
    private static partial Regex Address();
}
