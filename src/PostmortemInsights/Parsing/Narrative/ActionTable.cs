using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Reads a table of follow-ups: the column that says what, and those that say who and by when.</summary>
internal static partial class ActionTable
{
    /// <summary>One follow-up a row; the header is none.</summary>
    public static IEnumerable<ActionDraft> Read(IReadOnlyList<Block> rows)
    {
        var headers = rows.Where(static row => row.Header.Count > 0).Select(static row => row.Header).ToHashSet(ReferenceEqualityComparer.Instance);
        var header = IsHeader(rows[0]) ? rows[0].Cells : [];
        return rows.Where(row => !headers.Contains(row.Cells) && !ReferenceEquals(row.Cells, header) && row.Cells.Count > 0)
            .Select(row => Draft(row.Header.Count > 0 ? row : row with { Header = header })).OfType<ActionDraft>();
    }

    /// <summary>Whether a row names columns, though no rule under it says so.</summary>
    private static bool IsHeader(Block row) =>
        row.Cells.Count > 1 && Names(row.Cells, NamesTask()) is not null && (Names(row.Cells, NamesOwner()) is not null || Names(row.Cells, NamesDue()) is not null);

    private static ActionDraft? Draft(Block row)
    {
        var named = Column(row, NamesTask());
        var task = row.Cells[named is { } column && !ActionWording.IsEmpty(row.Cells[column].Value) ? column : Longest(row)];
        if (ActionWording.IsEmpty(task.Value) || RestoredService(row))
            return null;
        return new ActionDraft(task.Value, task.Span) { Owner = ActionNotes.Cell(Cell(row, NamesOwner())), Due = ActionNotes.Cell(Cell(row, NamesDue())) };
    }

    /// <summary>Whether a row is of the kind that ends the impact, and done: it was done during the incident.</summary>
    private static bool RestoredService(Block row) =>
        Cell(row, NamesKind()) is { } kind && Restoring().IsMatch(kind) && Cell(row, NamesState()) is { } state && Over().IsMatch(state);

    private static int? Column(Block row, Regex name) => Names(row.Header, name) is { } column && column < row.Cells.Count ? column : null;

    private static int? Names(IReadOnlyList<CleanText> header, Regex name)
    {
        for (var i = 0; i < header.Count; i++)
        {
            if (name.IsMatch(header[i].Value))
                return i;
        }

        return null;
    }

    private static string? Cell(Block row, Regex name) =>
        Column(row, name) is { } column && row.Cells[column].Value.Any(char.IsLetterOrDigit) ? row.Cells[column].Value : null;

    private static int Longest(Block row) => Enumerable.Range(0, row.Cells.Count).MaxBy(i => row.Cells[i].Value.Length);

    [GeneratedRegex(@"\A\W*(?:(?:follow-?up |corrective |preventi\w+ )?(?:actions?|tasks?|items?|measures?)(?: items?)?|what|to-?do|description|improvement|recommendation|step|commitment|promise|change|thing|job|what we(?:'ll| will) do|what to do|(?:the )?work)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesTask();

    [GeneratedRegex(@"owner|assign|responsib|\bwho\b|\bteam\b|\bdri\b|\bby whom\b|lead\b|\Aname\z|\bon whom\b|\bin charge\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesOwner();

    [GeneratedRegex(@"\A\W*(?:type|kind|category)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesKind();

    [GeneratedRegex(@"\A\W*(?:state|status|done)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesState();

    [GeneratedRegex(@"\A\W*(?:mitigat\w+|fix|repair|restore)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restoring();

    [GeneratedRegex(@"\A\W*(?:done|completed?|closed|failed|finished|yes)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Over();

    [GeneratedRegex(@"\bdue\b|deadline|\bwhen\b|\bdate\b|\beta\b|\A\W*by\W*\z|\btarget\b|until|\btill\b|by when", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesDue();
}
