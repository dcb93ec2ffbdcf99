using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Tells follow-ups from what stands around them: names of groups, lead-ins, closing words, signatures.</summary>
internal static partial class ActionWording
{
    private static readonly HashSet<string> Verbs = [.. EmbeddedText.Lines("Parsing/Narrative/Actions/verbs.txt")];
    private static readonly WeightedWordings Promises = WeightedWordings.Load("Parsing/Narrative/Actions/promises.txt");

    private const int LongestAnnouncement = 400;
    private const int FewWords = 4;

    /// <summary>A verb and the word behind it stand in so much.</summary>
    private const int LongestOpening = 100;
    private const int ClearPromise = 2;

    /// <summary>Whether a text begins with a verb that asks for something to be done: <c>Check …</c>, <c>More closely check …</c>, <c>Checking …</c></summary>
    public static bool IsImperative(string text) => First(text) is { } first && (Verbs.Contains(first) || IsGerund(first));

    /// <summary>Whether a text begins with such a verb that is no gerund: <c>Monitoring and alerts</c> may be the name of a group.</summary>
    public static bool IsCommand(string text) => First(text) is { } first && Verbs.Contains(first);

    /// <summary>The first word of a text but for adverbs, when another follows it.</summary>
    private static string? First(string text)
    {
        var words = TextWords.Of(text[..Math.Min(text.Length, LongestOpening)]);
        var first = 0;
        while (first < words.Count - 1 && IsAdverb(words.Lower(first)) && text[words.EndOf(first)] == ' ')
            first++;
        return first < words.Count - 1 ? words.Lower(first) : null;
    }

    private static bool IsAdverb(string word) =>
        word is "more" or "please" or "also" or "always" || (word.EndsWith("ly", StringComparison.Ordinal) && !Verbs.Contains(word));

    /// <summary>Whether a text begins like a task, with or without somebody's name or initials in front.</summary>
    public static bool IsTask(string text) => IsImperative(text) || (Name().Match(text) is { Success: true } name && IsImperative(text[name.Length..]));

    /// <summary>Whether a sentence of prose promises or asks for something.</summary>
    public static bool IsPromise(CleanText sentence) => Promises.Score(sentence.Words) >= ClearPromise;

    /// <summary>Whether a sentence is a follow-up by itself, not a heading such as <c>Lock it down.</c></summary>
    public static bool IsAction(CleanText sentence) =>
        sentence.Words.Count > FewWords && (IsImperative(sentence.Value) || IsPromise(sentence));

    /// <summary>Whether a sentence asks for something in any way, or says what has been changed for good; what only tells or explains does not.</summary>
    public static bool Asks(CleanText sentence) => IsImperative(sentence.Value) || IsPromise(sentence) || Asking().IsMatch(sentence.Value);

    /// <summary>Whether a sentence asks for something besides what the one in front asked for: <c>The backups should also be tested.</c></summary>
    public static bool AsksForMore(CleanText sentence) =>
        Asks(sentence) && sentence.Words.Lower(0) is not ("this" or "that" or "it" or "these")
        && sentence.Words.InLowerCase.Any(static word => word is "also" or "additionally" or "furthermore" or "moreover" or "besides");

    /// <summary>Whether a name only groups what follows: improvements, tasks, short term.</summary>
    public static bool IsGroup(string name, SectionNaming names) =>
        names.Exact == PassageKind.Actions || GroupName().IsMatch(End(name)) || IsLeadIn(name)
        || (!IsImperative(name) && names.Kind is PassageKind.Actions or PassageKind.Resolution);

    /// <summary>Whether a name in front of a text groups what follows it on the line.</summary>
    public static bool IsGroupLabel(string name, SectionNaming names) => names.Exact == PassageKind.Actions || IsLeadIn(name);

    /// <summary>Whether a group holds what is wrong, not what is to be done.</summary>
    public static bool IsProblems(string name) => Problems().IsMatch(name);

    /// <summary>Whether a text announces the follow-ups.</summary>
    public static bool IsLeadIn(string text) => LeadIn().IsMatch(End(text));

    /// <summary>Whether a text outside a section of follow-ups ends in the announcement of a list of them.</summary>
    public static bool Announces(string text) => text.EndsWith(':') && Announcement().IsMatch(End(text));

    /// <summary>Whether a paragraph looks back on the report or takes leave: nothing behind it is a follow-up.</summary>
    public static bool IsClosing(string text) => Closing().IsMatch(text);

    /// <summary>Whether a paragraph is a name, with or without what its bearer is: <c>Ada Lund, platform</c>.</summary>
    public static bool IsSignature(string text) => Signature().IsMatch(text);

    /// <summary>Whether there is nothing to do in it: a link, a dash, "none".</summary>
    public static bool IsEmpty(string text) => Nothing().IsMatch(text) || !text.Any(char.IsLetter);

    /// <summary>Announcements stand at the end of a text and are short; longer texts would only cost time.</summary>
    private static string End(string text) => text.Length <= LongestAnnouncement ? text : text[^LongestAnnouncement..];

    private static bool IsGerund(string word) =>
        word.EndsWith("ing", StringComparison.Ordinal) && (Verbs.Contains(word[..^3]) || Verbs.Contains(word[..^3] + "e") || (word.Length > 5 && Verbs.Contains(word[..^4])));

    [GeneratedRegex(@"^\W*(?:(?:(?!review|update|track|create|make|implement|schedule|plan)\w+\W+){0,3}(?:improvements?|tasks?|actions?|measures?|fixes|items|steps|changes|enhancements|solutions|recommendations|list|to-?do|follow-?ups?)|(?:short|medium|mid|long|near|immediate)[\s-]*(?:term)?|process|technical|people|monitoring|other|misc|done|completed|planned|in progress|ongoing|priority|high|low|p\d)\W*(?:\([^)]*\))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex GroupName();

    [GeneratedRegex(@"\bthe following\b|\bas follows\b|\b(?:we|i)(?:['’](?:re|ll))?\s+(?:\w+\s+){0,3}(?:to do|taking|take|will|implementing|do)\b[^.]*:\s*$|\b(?:includes?|are|is|will|to|must contain)[:\s]*$|^\s*(?:in the (?:last|past|aftermath)|in light of|to (?:prevent|avoid|address|ensure|improve)\b[^.:]*:\s*$)|\b(?:have|has) (?:been )?(?:identified|outlined|defined) (?:several|some|the|a few|a number|\w+ areas|areas)|\b(?:every|each|all|these) action items?\b|\bsample (?:sub)?headings?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LeadIn();

    [GeneratedRegex(@"^\W*(?:by (?:\w+ly )?\w+ing (?:these|those|this|our)\b|by (?:\w+ly )?(?:implementing|addressing|taking|following|adopting|learning|executing|completing|focusing|doing|making|putting)\b|in (?:conclusion|summary|closing|the end)\b|to (?:conclude|summari[sz]e)\b|overall\b|ultimately\b|this (?:incident|outage|post-?mortem|report|event|experience|unplanned|document|disruption|issue)\b|(?:the|our|all) (?:\w+ ){0,3}(?:improvements|measures|changes|steps)\b[^.]{0,120}\bwill (?:help|prevent|ensure|allow|reduce)\b|th(?:ese|ose) (?:measures|changes|actions|steps|improvements|tasks|efforts|corrective|preventi\w+)\b|(?:with|through) these\b|we (?:did, do|apologi\w+|are (?:sorry|committed|confident|grateful|deeply)|regret|remain|extend|thank|appreciate|believe|hope|understand|recogni[sz]e)\b|\w+(?: \w+){0,3} is committed\b|thank|sincerely|(?:best |kind )?regards\b|cheers\b|posted by|signed|prepared by|written by|author|so,|and so\b|for (?:more|any|further)\b|if you have\b|feel free|note:|example|here (?:is|are)\b|conclusion\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Closing();

    [GeneratedRegex(@"\b(?:should|must|shall|will|going to|needs? to|have to|has to|recommend(?:s|ed)?|suggest(?:s|ed)?|efforts?|underway|ongoing|propos(?:e|es|ed)|plan(?:s|ning)?|planned (?:to|for|in|by|next)|consider(?:s|ed|ing)?|required?|(?:has|have|had|was|were|are|is|being) (?:\w+ly |also |already |now |been ){0,2}(?:added|improved|updated|implemented|introduced|enhanced|increased|fixed|changed|created|developed|put|set|scheduled|trained|taken|made|documented|removed|replaced|reviewed|enabled|extended|automated))\b|\bplanned:", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Asking();

    [GeneratedRegex(@"^\W*(?:\w+\W+)?(?:problems?|issues|gaps|weaknesses|findings|observations|risks)(?: (?:identified|found))?\W*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Problems();

    [GeneratedRegex(@"\b(?:prevent|avoid|improve|lessons|takeaways|(?:measures|actions|steps|changes|improvements|tasks)\b.*\b(?:will|going to|plan|to be|future)|(?:we|i)(?:['’]re| are| will|['’]ll) (?:\w+ ){0,2}(?:doing|do|taking|take|going to|making|working)|want to do|(?:we|i)(?:['’]ve| have)? (?:agreed|decided|promised|committed|owe)|next steps|homework|from now on|in future|next time|will (?:\w+ ){1,3}the following)\b[^.]*:$|\b(?:we|i)(?:['’]ll| will| are going to) (?:do|change)\b[^.]*\.[^.]*:$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Announcement();

    [GeneratedRegex(@"\A[—–-]?\s?\p{Lu}[\p{L}.'’-]+(?:\s\p{Lu}[\p{L}.'’-]*){0,3}(?:,\s[\p{L}][\p{L} &]{1,40})?\z", RegexOptions.CultureInvariant)]
    private static partial Regex Signature();

    [GeneratedRegex(@"\A(?!(?:to|this|the|these|those|we|you|they|it|all|each|every|a|an|no|not)\b)\S{1,11}\s", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Name();

    [GeneratedRegex(@"^\W*(?:none|n/?a|tbd|todo|no (?:actions?|action items?|follow-?ups?)(?: \w+)?|https?://\S+)\W*$|^\W*\[(?![ xX]\])[^\[\]]{3,200}\][\s.]*$", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Nothing();
}
