using System.Text.RegularExpressions;
using NodaTime;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>A time stamp at the head of an entry.</summary>
/// <param name="Start">Where it begins in the clean text.</param>
/// <param name="TextStart">Where the entry's own text begins.</param>
/// <param name="Mention">The time.</param>
internal sealed partial record Stamp(int Start, int TextStart, TimeMention Mention)
{
    private const int Context = 8;
    private const int LongestLead = 40;
    private const string Weekday = @"(?<weekday>mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b";

    /// <summary>The label in front of the stamp, which stands for the text when there is no other.</summary>
    public CleanText? Label { get; init; }

    /// <summary>Whether it names a stretch of time, from one clock to another.</summary>
    public bool IsStretch { get; init; }

    /// <summary>The stamp that <paramref name="text"/> begins with; null if it begins with something else.</summary>
    public static Stamp? Leading(CleanText text)
    {
        var mentions = TimeScanner.Scan(text);
        if (mentions.Count == 0 || mentions[0].Start > LongestLead || Lead().Match(text.Value[..mentions[0].Start]) is not { Success: true } lead)
            return null;
        return new Stamp(0, Behind(text.Value, mentions, 0), Begin(text.Value, mentions, 0) with { Weekday = TimeScanner.Weekday(lead.Groups["weekday"].Value) }) { IsStretch = IsRange(text.Value, mentions, 0) };
    }

    /// <summary>Whether a time is the end of what is told (<c>repeated until 16:57</c>), and so none at which an entry begins.</summary>
    public static bool IsEnd(CleanText text, TimeMention mention) => Until().IsMatch(text.Value.AsSpan(0, mention.Start)[Math.Max(0, mention.Start - Context)..]);

    /// <summary>The weekday that <paramref name="text"/> is, with at most a part of the day behind it; null if it is something else.</summary>
    public static IsoDayOfWeek? WeekdayAlone(CleanText text) =>
        text.Value.Length <= LongestLead && DayAlone().Match(text.Value) is { Success: true } day ? TimeScanner.Weekday(day.Groups["weekday"].Value) : null;

    /// <summary>Whether a text begins with a stamp that a dash, colon or bar parts from it: then it tells of that moment, whatever other times it names.</summary>
    public static bool StandsApart(CleanText text) =>
        Leading(text) is { } stamp && text.Value.AsSpan(stamp.Mention.End, stamp.TextStart - stamp.Mention.End).ContainsAny(":–—-|");

    /// <summary>Whether a text says its time in a sentence: <c>At 10:00 we saw …</c>.</summary>
    public static bool IsSaid(CleanText text) => char.IsLetter(text.Value[0]) && Leading(text) is { Mention.Start: > 0 } && !StandsApart(text);

    /// <summary>A stamp that follows a label or stands in brackets in it: <c>Detected: At 10:00, …</c>, <c>Escalation (9:30 PM): …</c>.</summary>
    public static Stamp? AfterLabel(Block block)
    {
        if (block.Label is not { } label)
            return null;
        var labelEnd = block.Text.Value.Length - block.Content.Value.Length;
        var mentions = TimeScanner.Scan(block.Text);
        if (mentions.Count == 0)
            return null;
        var mention = mentions.Find(static m => m.Time is not null) ?? mentions[0];
        if (mention.Start < labelEnd)
            return mention.End <= labelEnd ? new Stamp(0, labelEnd, mention) { Label = label } : null;
        if (!Lead().IsMatch(block.Text.Value.AsSpan(labelEnd, mention.Start - labelEnd)))
            return null;
        return new Stamp(0, Behind(block.Text.Value, mentions, mentions.IndexOf(mention)), mention) { Label = block.Text.Slice(0, labelEnd) };
    }

    /// <summary>A day and time that an item of a few words ends in: <c>First detected 2024-05-02 10:15</c>.</summary>
    public static Stamp? Trailing(Block block) =>
        block.Kind == BlockKind.Item && TimeScanner.Scan(block.Text) is [{ Time: not null, Date: not null } only] && only.Start is > 0 and <= LongestLead
        && block.Text.Value.Length - only.End <= 1 && block.Text.Slice(0, only.Start).TrimEnd(' ', ':', '-', '–', '—', '(') is { IsEmpty: false } what && !HeadingShape.LeadsToTime(what.Value)
            ? new Stamp(0, block.Text.Value.Length, only) { Label = what }
            : null;

    /// <summary>Further stamps inside the same paragraph, each at the beginning of a sentence and followed by a colon or dash.</summary>
    public static List<Stamp> Further(CleanText text, int from)
    {
        var further = new List<Stamp>();
        var mentions = TimeScanner.Scan(text);
        for (var i = 0; i < mentions.Count; i++)
        {
            if (mentions[i].Start < from || mentions[i].Time is null)
                continue;
            if (!SentenceEnd().IsMatch(text.Value.AsSpan(0, mentions[i].Start)[Math.Max(0, mentions[i].Start - Context)..]) || !Separator().IsMatch(text.Value, mentions[i].End))
                continue;
            further.Add(new Stamp(mentions[i].Start, Behind(text.Value, mentions, i), Begin(text.Value, mentions, i)));
        }

        return further;
    }

    /// <summary>The time of a stamp, which may be the beginning of a range.</summary>
    private static TimeMention Begin(string text, List<TimeMention> mentions, int index) =>
        IsRange(text, mentions, index) ? mentions[index].InHalfOf(mentions[index + 1]) : mentions[index];

    private static bool IsRange(string text, List<TimeMention> mentions, int index) =>
        index + 1 < mentions.Count && RangeGap().IsMatch(text.AsSpan(mentions[index].End, mentions[index + 1].Start - mentions[index].End));

    /// <summary>Where the text begins: behind the stamp, the end of a range, and what separates them from it.</summary>
    private static int Behind(string text, List<TimeMention> mentions, int index)
    {
        while (IsRange(text, mentions, index))
            index++;
        var end = mentions[index].End;
        return end + Separators().Match(text, end).Length;
    }

    [GeneratedRegex(@"\A(?>[\s*_`\[({""~≈|•–—-]*)(?:(?:update|edit)[\s:]\s*)?(?:" + Weekday + @"[.,:]?\s+)?(?:(?:(?:(?:just|shortly|soon)\s)?(?:after|before)|at|on|around|about|approximately|approx\.?|roughly|circa|ca?\.|by|from|between|since|until|till|time)(?>[\s:]+))?[\s~≈(\[]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lead();

    [GeneratedRegex(@"\b(?:until|till)\s\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Until();

    [GeneratedRegex(@"\A\W*" + Weekday + @"(?:\s(?:early\s|late\s)?(?:morning|afternoon|evening|night))?\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DayAlone();

    [GeneratedRegex(@"\A\s*(?:-|–|—|to|until|till|and|/|\||,)\s*(?:(?:around|about|~)\s*)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex RangeGap();

    [GeneratedRegex(@"\G[\s:;,.)\]}|*_`>–—―=→""-]*", RegexOptions.CultureInvariant)]
    private static partial Regex Separators();

    [GeneratedRegex(@"\G\s*(?:\([^)]{0,20}\)\s*)?[:–—-]", RegexOptions.CultureInvariant)]
    private static partial Regex Separator();

    [GeneratedRegex(@"[.!?;,)""”]\s*\z|[^\s\w]\s*\z|\w\s\s*\z", RegexOptions.CultureInvariant)]
    private static partial Regex SentenceEnd();
}
