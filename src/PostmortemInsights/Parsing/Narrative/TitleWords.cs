using System.Text.RegularExpressions;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells the words that name an incident from those that only name the kind of document.</summary>
internal static partial class TitleWords
{
    private const int LongestTitle = 300;

    private static readonly ILookup<string, string> Lists = EmbeddedText.Sections("Parsing/Narrative/titles.txt");
    private static readonly HashSet<string> Generic = [.. Lists["generic"]];
    private static readonly HashSet<string> Event = [.. Lists["event"]];
    private static readonly HashSet<string> Incident = [.. Lists["incident"]];
    private static readonly HashSet<string> Report = [.. Lists["report"]];

    /// <summary>Whether a title names a page of many incidents, or nothing is left of it without the kind of document, dates and remarks in parentheses.</summary>
    public static bool IsGeneric(string title)
    {
        if (OfMany().IsMatch(title))
            return true;
        var left = Words(Date().Replace(Parentheses().Replace(title, " "), " ")).Where(static word => !Generic.Contains(word)).ToList();
        return left.Count == 0 || (left.TrueForAll(Event.Contains) && !IsNamedByDate(title) && !Numbered().IsMatch(title));
    }

    /// <summary>Whether a date names the incident: <c>Outage of 2 May</c>, <c>2 May incident report</c>; behind the kind of document it is only the document's.</summary>
    private static bool IsNamedByDate(string title) =>
        DateIn(title) is { } date && (NamesTheKind().Match(title) is not { Success: true } kind || date < kind.Index);

    private static int? DateIn(string title) =>
        Date().Match(title) is { Success: true } named ? named.Index : TimeScanner.Scan(title).Find(static mention => mention.Date is not null)?.Start;

    /// <summary>Whether a word says that something went wrong.</summary>
    public static bool NamesAnIncident(string title) => TextWords.Of(title).InLowerCase.Any(Incident.Contains);

    /// <summary>Whether a word says that it is the report of an incident.</summary>
    public static bool NamesAReport(string title) => TextWords.Of(title).InLowerCase.Any(static word => Report.Contains(word));

    /// <summary>Whether a word says what went wrong, and not only that something did.</summary>
    public static bool NamesAFailure(string title) => TextWords.Of(title).InLowerCase.Any(static word => Incident.Contains(word) && !Report.Contains(word));

    /// <summary>Whether a title has a place where the name of the incident is still to be put.</summary>
    public static bool IsToBeFilledIn(string title) => Placeholder().IsMatch(title);

    /// <summary>Where the title begins behind <c>Postmortem:</c>, <c>Incident report for</c>, <c>Re:</c> and the like; 0 without such a beginning.</summary>
    public static int AfterPrefix(string title)
    {
        if (title.Length > LongestTitle)
            return 0;
        var match = Colon().Match(title);
        if (match.Success && !IsOwn(match.Value) && Words(match.Value).Any() && Words(match.Value).All(static word => Generic.Contains(word) || Event.Contains(word)))
            return Rest(title, match.Length);
        match = Beginning().Match(title);
        return match.Success ? Rest(title, match.Length) : 0;
    }

    private static int Rest(string title, int at)
    {
        var rest = title[at..];
        return IsGeneric(rest) && !IsGeneric(title[..at]) ? 0 : Date().Replace(rest, "").Any(char.IsLetter) ? at + AfterPrefix(rest) : 0;
    }

    /// <summary>Whether a beginning with a remark in parentheses, with the incident's number or with its date, <c>Incident #12: …</c>, belongs to the title.</summary>
    private static bool IsOwn(string beginning) => beginning.AsSpan().ContainsAny('(', '#') || (DateIn(beginning) is > 0 && !NamesTheKind().IsMatch(beginning));

    private static IEnumerable<string> Words(string text) => TextWords.Of(text).InLowerCase.Where(static word => (!word.All(char.IsDigit) || Status().IsMatch(word)) && !Chapter().IsMatch(word));

    [GeneratedRegex("mortem|report|review|template", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesTheKind();

    [GeneratedRegex(@"[\[<{][^\[\]<>{}]{0,40}\b(?:here|name|title|insert|your|description)\b[^\[\]<>{}]{0,40}[\]>}]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Placeholder();

    /// <summary>An incident that is named by its number.</summary>
    [GeneratedRegex(@"\bincident\s(?:no\.?\s|nr\.?\s|#\s?)?\d{1,6}\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Numbered();

    /// <summary>Numbers of chapters as in <c>0x0A. Postmortem</c>.</summary>
    [GeneratedRegex(@"\A0x[0-9a-f]{1,4}\z")]
    private static partial Regex Chapter();

    /// <summary>Figures that name a failure, as in <c>2024-05-02: 504</c>.</summary>
    [GeneratedRegex(@"\A[45]\d\d\z")]
    private static partial Regex Status();

    [GeneratedRegex(@"\A[^:：]*(?::(?![a-z_]+:)|：)\s*")]
    private static partial Regex Colon();

    [GeneratedRegex(@"\A\W*(?:(?:incident|outage|post-?\s?mortem)\s+)+(?:report|analysis|review)\s+(?:for|on|of)\s+(?:the\s+)?\W*|\A\W*\[(?:post-?\s?mortem|rca|pir|resolved|incident|outage)\]\W*|\A\W*(?:post-?\s?mortem(?:\s+report)?|(?:(?:post-)?incident|outage)\s+(?:report|review|post-?\s?mortem)|rca|pir|rfo|root\s+cause\s+analysis|after[\s-]action\s+(?:report|review)|write-?up|debrief)\s+[-–—|]\s+|\A(?:(?:re|fwd?|aw|wg|tr|rv|sv)\s?:\s*)+|\A(?:incident|inc|outage)\s+(?:no\.?\s+|nr\.?\s+)?\d+[-/]\d+\s+(?=\p{L})", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Beginning();

    /// <summary>What names a page of many incidents.</summary>
    [GeneratedRegex(@"\b(?:status|incident|outage)\s(?:page|history|log|archive)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex OfMany();

    [GeneratedRegex(@"\b(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)|\d+(?:st|nd|rd|th)|ongoing|estimated|utc|gmt|am|pm)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Date();

    [GeneratedRegex(@"\([^()]*\)|:[a-z_]+:")]
    private static partial Regex Parentheses();
}
