using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Who does a follow-up and by when, as noted in its text: <c>(Ana, 3 May)</c>, <c>– Ana – May</c>, <c>Owner: Ana. Due 3 May.</c></summary>
/// <param name="Owner">A person or team; null when not noted.</param>
/// <param name="Due">A date or period as written; null when not noted.</param>
internal readonly partial record struct ActionNotes(string? Owner, string? Due)
{
    private const int MostPieces = 3;
    private const int LongestName = 40;

    /// <summary>Notes stand at the end; in a longer text only its end is looked at.</summary>
    private const int LongestText = 600;

    /// <summary>The notes in a text.</summary>
    public static ActionNotes Of(string text)
    {
        text = text.Length <= LongestText ? text : text[^LongestText..];
        var tail = Tail(text);
        var owner = Named(OwnerLabel(), text) ?? Named(Handle(), text) ?? tail.Find(IsName) ?? DoerOf(text);
        var due = Named(DueLabel(), text) ?? tail.Find(IsWhen);
        return new ActionNotes(owner, due);
    }

    /// <summary>What a cell of a table says, unless it says that nobody or no date is set.</summary>
    public static string? Cell(string? text) => text is null || State().IsMatch(text) ? null : text;

    /// <summary><c>Ana to write a runbook</c>.</summary>
    private static string? DoerOf(string text) =>
        Doer().Match(text) is { Success: true } match && !ActionWording.IsImperative(text) && ActionWording.IsImperative(text[match.Length..]) ? match.Groups["value"].Value : null;

    private static string? Named(Regex pattern, string text) =>
        pattern.Match(text) is { Success: true } match ? match.Groups["value"].Value.TrimEnd('.', ',', ')', ' ') : null;

    /// <summary>The pieces of the last parentheses, behind the last dashes or of the last short sentence, when each is a name, a date or a state.</summary>
    private static List<string> Tail(string text)
    {
        foreach (var tail in (ReadOnlySpan<Regex>)[InParentheses(), BehindDashes(), LastSentence()])
        {
            if (tail.Match(text) is not { Success: true } match)
                continue;
            var pieces = Between().Split(match.Groups["tail"].Value).Select(static piece => piece.Trim(' ', '.')).Where(static piece => piece.Length > 0).ToList();
            if (pieces.Count is > 0 and <= MostPieces && pieces.TrueForAll(static piece => IsName(piece) || IsWhen(piece) || State().IsMatch(piece)))
                return pieces;
        }

        return [];
    }

    private static bool IsName(string piece) => piece.Length <= LongestName && !IsWhen(piece) && !State().IsMatch(piece) && Name().IsMatch(piece);

    private static bool IsWhen(string piece) => !State().IsMatch(piece) && (When().IsMatch(piece) || TimeScanner.Scan(piece) is [{ Date: not null } date] && date.Start <= 12);

    private const string Capital = @"(?:\p{Lu}[\p{L}.'’&/-]*|\p{Lu})";
    private const string Period = @"(?:the\s+)?(?:(?:end|middle|start)\s+of\s+)?(?:(?:next|this)\s+\w+|(?:19|20)\d\d-\d\d-\d\d|\d{1,2}[./]\d{1,2}(?:[./]\d{2,4})?|Q[1-4](?:\s+\d{4})?|\d{1,2}(?:st|nd|rd|th)?\s+\p{Lu}\p{L}{2,8}\.?(?:,?\s+\d{4})?|(?:January|February|March|April|May|June|July|August|September|October|November|December|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b\.?(?:\s+\d{1,2}(?:st|nd|rd|th)?)?(?:,?\s+\d{4})?|(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|\d+\s+(?:days?|weeks?|months?)|Christmas|(?:year|month|quarter|sprint|week)\b)";

    [GeneratedRegex(@"\b(?:[Oo]wner|OWNER|[Aa]ssignee|[Aa]ssigned to|[Rr]esp(?:onsible)?|DRI|PIC)\s*[:.]?\s+(?<value>@?\p{Lu}[\p{L}'’&/-]*(?:\s+(?:of\s+)?\p{Lu}[\p{L}'’&/-]*){0,3})")]
    private static partial Regex OwnerLabel();

    [GeneratedRegex(@"(?<![\w/])@(?<value>[A-Za-z][\w-]{1,38})\b")]
    private static partial Regex Handle();

    [GeneratedRegex(@"\A(?<value>\p{Lu}\p{Ll}{1,11}(?<!ion|ing|ment|ity|ness|s|The|We|They|It|All|Code|Team|Data|Alert|Replica))\s+(?:to|will|shall)\s+")]
    private static partial Regex Doer();

    [GeneratedRegex(@"(?:\b(?:[Bb]y|[Uu]ntil|[Bb]efore|[Dd]ue(?:\s+date)?|[Dd]eadline|ETA)\s*:?\s+)(?<value>" + Period + ")")]
    private static partial Regex DueLabel();

    [GeneratedRegex(@"\((?<tail>[^()]{2,60})\)[.\s]*\z")]
    private static partial Regex InParentheses();

    [GeneratedRegex(@"[^–—-]\s+[–—-]\s+(?<tail>[^–—]{2,40}?(?:\s+[–—-]\s+[^–—]{2,40}?)?)[.\s]*\z")]
    private static partial Regex BehindDashes();

    [GeneratedRegex(@"[.!?]\s+(?<tail>(?:\p{Lu}\.\s)?[^.!?]{2,60})[.\s]*\z")]
    private static partial Regex LastSentence();

    [GeneratedRegex(@"\s*[,;]\s+|\s+[–—-]\s+")]
    private static partial Regex Between();

    [GeneratedRegex(@"\A(?:done|complete[d]?|open|ongoing|in progress|planned|in planning|unassigned|todo|to be (?:decided|planned|discussed)|wip|tbd|ordered|sent|filed|requested|fixed|rolled out|merged|deployed|none|nobody|n/a|issue|pr|link|ticket|jira|pull request|not yet|\?+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex State();

    [GeneratedRegex(@"\A(?:@[\w-]+|" + Capital + @")(?:\s+(?:of|and|\+|the|team|lead)|\s+" + Capital + @"){0,4}\z")]
    private static partial Regex Name();

    [GeneratedRegex(@"\A(?:(?:by|until|before|due|from|eta:?|starting|in)\s+(?:the\s+)?)?(?:now|today|tomorrow|asap|immediately|" + Period + @")\b.{0,12}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex When();
}
