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
        return rows.Where(row => !headers.Contains(row.Cells) && row.Cells.Count > 0).Select(Draft).OfType<ActionDraft>();
    }

    private static ActionDraft? Draft(Block row)
    {
        var column = Column(row, NamesTask()) ?? Longest(row);
        var task = row.Cells[column];
        if (task.IsEmpty || ActionWording.IsEmpty(task.Value))
            return null;
        return new ActionDraft(task.Value, task.Span) { Owner = ActionNotes.Cell(Cell(row, NamesOwner())), Due = ActionNotes.Cell(Cell(row, NamesDue())) };
    }

    private static int? Column(Block row, Regex name)
    {
        for (var i = 0; i < Math.Min(row.Header.Count, row.Cells.Count); i++)
        {
            if (name.IsMatch(row.Header[i].Value))
                return i;
        }

        return null;
    }

    private static string? Cell(Block row, Regex name) =>
        Column(row, name) is { } column && row.Cells[column].Value.Any(char.IsLetterOrDigit) ? row.Cells[column].Value : null;

    private static int Longest(Block row) => Enumerable.Range(0, row.Cells.Count).MaxBy(i => row.Cells[i].Value.Length);

    [GeneratedRegex(@"\A\W*(?:(?:follow-?up |corrective |preventi\w+ )?(?:actions?|tasks?|items?|measures?)(?: items?)?|what|to-?do|description|improvement|recommendation|step)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesTask();

    [GeneratedRegex(@"owner|assign|responsib|\bwho\b|\bteam\b|\bdri\b|\bby whom\b|lead\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesOwner();

    [GeneratedRegex(@"\bdue\b|deadline|\bwhen\b|\bdate\b|\beta\b|\A\W*by\W*\z|\btarget\b|until", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesDue();
}
