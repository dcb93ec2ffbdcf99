using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>
/// Finds the passages that state the root cause and those that say how it was fixed: what stands in a section or behind a label of that
/// name, else the sentences that say so most clearly, else such entries of the timeline.
/// </summary>
internal static partial class CauseReader
{
    private const int LongSection = 14;
    private const int Opening = 2;
    private const int FewSentences = 4;
    private const int FewEntries = 2;
    private const int FewClear = 2;
    private const int Clear = 3;
    private const int Likely = 2;

    private static readonly PhraseList Causes = PhraseList.Load("Causes/causes");
    private static readonly PhraseList Fixes = PhraseList.Load("Causes/fixes");

    /// <summary>The passages that state the root cause, joined by line breaks.</summary>
    public static Found<string>? RootCause(Outline outline, IReadOnlyList<TimelineEntry> timeline)
    {
        var sentences = RankedSentence.Of(outline, Causes);
        var section = sentences.FindAll(static s => s.Block.Section == PassageKind.RootCause);
        var cause = section.FindAll(static s => !NamesBackground().IsMatch(s.Under));
        if (cause.Count > 0)
            return RankedSentence.Join(Foremost(WithoutFixes(cause)));
        return RankedSentence.Join([.. InProse(outline, sentences, timeline, Causes), .. Foremost(WithoutFixes(section))]);
    }

    /// <summary>The passages that say how it was fixed, joined by line breaks.</summary>
    public static Found<string>? Resolution(Outline outline, IReadOnlyList<TimelineEntry> timeline)
    {
        var sentences = RankedSentence.Of(outline, Fixes);
        var section = sentences.FindAll(static s => s.Block.Section == PassageKind.Resolution);
        if (section.Count > 0 && section.TrueForAll(static s => s.Block.Kind == BlockKind.Row))
            return RankedSentence.Join(section.FindAll(static s => s.Score >= Likely) is { Count: > 0 } clear ? clear : [section[^1]]);
        if (section.Exists(static s => s.Score >= Likely && !NamesResponse().IsMatch(s.Under)))
            return RankedSentence.Join(Shorten(section));
        var mixed = sentences.FindAll(static s => s.Block.Section == PassageKind.RootCause && NamesFix().IsMatch(s.Under));
        if (FixesOf(mixed) is { Count: > 0 } fixes)
            return RankedSentence.Join(Shorten(fixes));
        var prose = InProse(outline, sentences, timeline, Fixes);
        return RankedSentence.Join([.. Shorten(section), .. prose.Count > 0 || mixed.Count == 0 ? prose : mixed.FindAll(s => ReferenceEquals(s.Block, mixed[^1].Block))]);
    }

    /// <summary>A section of both tells the cause first: its first sentence is one, whatever verbs it uses.</summary>
    private static List<RankedSentence> WithoutFixes(List<RankedSentence> section)
    {
        var fixes = FixesOf(section).Select(static s => s.Order).ToHashSet();
        return section.FindAll(s => !fixes.Contains(s.Order));
    }

    private static bool IsFirst(List<RankedSentence> section, int i) => i == 0 || !ReferenceEquals(section[i - 1].Under, section[i].Under);

    /// <summary>The fixes of a section of both: the sentences that tell one, and the list that a sentence such as <c>To resolve it, we:</c> announces.</summary>
    private static List<RankedSentence> FixesOf(List<RankedSentence> mixed)
    {
        var fixes = new List<RankedSentence>();
        var announced = false;
        for (var i = 0; i < mixed.Count; i++)
        {
            if (mixed[i].Block.Kind != BlockKind.Item)
                announced = mixed[i].Text.Value[^1] == ':' && Fixes.Score(mixed[i].Text) >= Likely;
            if (!IsFirst(mixed, i) && (IsFix(mixed[i]) || (announced && mixed[i].Block.Kind == BlockKind.Item)))
                fixes.Add(mixed[i]);
        }

        return fixes;
    }

    private static bool IsFix(RankedSentence sentence)
    {
        if (Elaborates().IsMatch(sentence.Text.Value))
            return false;
        var (fix, cause) = (Fixes.Score(sentence.Text), Causes.Score(sentence.Text));
        return NamesFix().IsMatch(sentence.Under) ? fix >= Likely && fix > cause : fix >= Clear && cause <= 0;
    }

    /// <summary>Of many sentences those under a heading that names the cause, then the clearest.</summary>
    private static List<RankedSentence> Foremost(List<RankedSentence> section)
    {
        var named = section.FindAll(static s => NamesCause().IsMatch(s.Under));
        return Shorten(section.Count > LongSection && named.Count > 0 ? named : section);
    }

    /// <summary>A section comes to the point at once: of a long one its opening, then the clearest sentences.</summary>
    private static List<RankedSentence> Shorten(List<RankedSentence> section) =>
        section.Count <= LongSection ? section : [.. section.Take(Opening), .. RankedSentence.Best(section.Skip(Opening), LongSection - Opening)];

    /// <summary>The clearest sentences outside the timeline and those of its entries.</summary>
    private static List<RankedSentence> InProse(Outline outline, List<RankedSentence> sentences, IReadOnlyList<TimelineEntry> timeline, PhraseList phrases)
    {
        var told = timeline.Select(static entry => entry.Span).OrderBy(static span => span.Start).ToList();
        var prose = sentences.FindAll(s => (IsProse(s.Block.Section) || s.Block.Section == PassageKind.Timeline) && !IsTold(s.Block.Text.Span, told));
        var entries = RankedSentence.Of(outline, timeline, phrases);
        return [.. Clearest(prose, FewSentences), .. Clearest(entries, FewEntries)];
    }

    /// <summary>The clear sentences; when there is hardly any, likely ones beside it.</summary>
    private static List<RankedSentence> Clearest(List<RankedSentence> sentences, int count)
    {
        var clear = RankedSentence.Best(sentences.Where(static s => s.Score >= Clear), count);
        var found = clear.Count >= FewClear ? clear : RankedSentence.Best(sentences.Where(static s => s.Score >= Likely), count);
        return RankedSentence.RunOn(found, sentences);
    }

    /// <summary>Whether the block and an entry of the timeline overlap, so that it is told once.</summary>
    private static bool IsTold(SourceSpan block, List<SourceSpan> entries)
    {
        var (low, high) = (0, entries.Count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = entries[middle].Start < block.End ? (middle + 1, high) : (low, middle);
        }

        return low > 0 && entries[low - 1].End > block.Start;
    }

    private static bool IsProse(PassageKind kind) =>
        kind is not (PassageKind.Timeline or PassageKind.Actions or PassageKind.Code or PassageKind.Title or PassageKind.Misleading or PassageKind.Escalation);

    [GeneratedRegex(@"\A\W*(?:background|contributing factors?|lead-?\s?up|triggers?|(?:the |technical )?(?:problem|details|analysis))\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesBackground();

    [GeneratedRegex(@"\bcauses?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesCause();

    /// <summary>Says the same thing again, closer: what follows <c>more specifically</c> is no fix of what went before.</summary>
    [GeneratedRegex(@"\A(?:more\s)?(?:specifically|precisely|exactly|concretely)\b|\A(?:namely|in particular|in detail|that is|in other words)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Elaborates();

    [GeneratedRegex(@"resol|fix|solution|recover|mitigat|remed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesFix();

    [GeneratedRegex(@"\A\W*(?:our |incident |immediate )?(?:response|actions?)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesResponse();
}
