using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Timelines;

/// <summary>Tells what stands among the entries of a timeline without being one: <c>All times in UTC</c>, <c>Note: …</c>, a name of a section.</summary>
internal static partial class TimelineNotes
{
    private const int LongestNote = 140;

    /// <summary>Whether a block without a stamp is a note on the timeline.</summary>
    public static bool IsNote(Block block)
    {
        var text = block.Text.Value;
        return (text.EndsWith(':') && text.Length < LongestNote) || (text.Length < LongestNote && OnTimes().IsMatch(text)) || block.Names.Exact is not null || Aside().IsMatch(text);
    }

    /// <summary>Whether a line of a timeline says how long it all took: <c>Duration: 10:05 to 11:30</c>.</summary>
    public static bool SaysHowLong(Block block) => block.Label is { } label && HowLong().IsMatch(label.Value);

    /// <summary>Whether a text without a stamp says in words that it came after the entry before: <c>Later that day: …</c></summary>
    public static bool SaysWhen(Block block) => After().IsMatch(block.Text.Value);

    [GeneratedRegex(@"\A\W*(?:(?:some\stime\s)?later|then|afterwards|meanwhile|soon\safter|(?:on\s)?the\s(?:next|same|following)|next\s(?:day|morning)|finally|unknown|(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\s)?(?:(?:early|late|mid)[\s-]?)?(?:morning|noon|midday|afternoon|evening|eve|night|overnight))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex After();

    [GeneratedRegex(@"\A(?:(?:total|incident|outage|impact|overall)\s)*(?:duration|downtime|window)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HowLong();

    [GeneratedRegex(@"\A[(\[]?(?:note|n\.?b\.?|disclaimer|actions taken\z)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Aside();

    [GeneratedRegex(@"\A[(\[]?\s*(?:all|note|n\.b|times?)\b.{0,60}\b(?:times?|timestamps?|clock)\b|\A[(\[]?\s*(?:the|every)\s(?:\w+\s){0,2}(?:times|timestamps?|clock)\b|\A[(\[]?\s*time(?:s|\s?zone)?\b|\A[(\[]?all\s(?:times|entries)|\Asee\s|\A\([^()]*\)\z|\A\(?in\s[A-Z]{2,5}\)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OnTimes();
}
