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
    private const int FewSentences = 4;
    private const int FewEntries = 2;
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
        if (section.Count > 0)
            return RankedSentence.Join(Shorten(WithoutFixes(cause.Count > 0 ? cause : section)));
        return RankedSentence.Join(InProse(outline, sentences, timeline, Causes));
    }

    /// <summary>The passages that say how it was fixed, joined by line breaks.</summary>
    public static Found<string>? Resolution(Outline outline, IReadOnlyList<TimelineEntry> timeline)
    {
        var sentences = RankedSentence.Of(outline, Fixes);
        var section = sentences.FindAll(static s => s.Block.Section == PassageKind.Resolution);
        if (section.Exists(static s => s.Score >= Likely && !NamesResponse().IsMatch(s.Under)))
            return RankedSentence.Join(Shorten(section));
        var mixed = sentences.FindAll(static s => s.Block.Section == PassageKind.RootCause && NamesFix().IsMatch(s.Under));
        if (mixed.Count > 0)
            return RankedSentence.Join(Shorten(FixesOf(mixed)));
        var prose = InProse(outline, sentences, timeline, Fixes);
        return RankedSentence.Join([.. Shorten(section), .. prose]);
    }

    /// <summary>A section of both tells the cause first: its first sentence is one, whatever verbs it uses.</summary>
    private static List<RankedSentence> WithoutFixes(List<RankedSentence> section) =>
        [.. section.Where((s, i) => IsFirst(section, i) || !IsFix(s))];

    private static bool IsFirst(List<RankedSentence> section, int i) => i == 0 || !ReferenceEquals(section[i - 1].Under, section[i].Under);

    private static List<RankedSentence> FixesOf(List<RankedSentence> mixed)
    {
        var fixes = mixed.Where((s, i) => !IsFirst(mixed, i) && IsFix(s)).ToList();
        return fixes.Count > 0 ? fixes : mixed.FindAll(s => ReferenceEquals(s.Block, mixed[^1].Block));
    }

    private static bool IsFix(RankedSentence sentence)
    {
        var fix = Fixes.Score(sentence.Text);
        var least = NamesFix().IsMatch(sentence.Under) ? Likely : Clear;
        return fix >= least && fix > Causes.Score(sentence.Text);
    }

    private static List<RankedSentence> Shorten(List<RankedSentence> section) =>
        section.Count <= LongSection ? section : RankedSentence.Best(section, LongSection);

    /// <summary>The clearest sentences outside the timeline and its clearest entries; without those, likely ones.</summary>
    private static List<RankedSentence> InProse(Outline outline, List<RankedSentence> sentences, IReadOnlyList<TimelineEntry> timeline, PhraseList phrases)
    {
        var starts = timeline.Select(static entry => entry.Span.Start).Order().ToArray();
        var prose = sentences.FindAll(s => (IsProse(s.Block.Section) || s.Block.Section == PassageKind.Timeline) && !HoldsAny(s.Block.Text.Span, starts));
        var entries = RankedSentence.Of(outline, timeline, phrases);
        foreach (var least in (ReadOnlySpan<int>)[Clear, Likely])
        {
            var found = RankedSentence.Best(prose.Where(s => s.Score >= least), FewSentences);
            found.AddRange(RankedSentence.Best(entries.Where(s => s.Score >= least), FewEntries));
            if (found.Count > 0)
                return found;
        }

        return [];
    }

    /// <summary>Whether a timeline's entry begins in the block, so that it is told once.</summary>
    private static bool HoldsAny(SourceSpan block, int[] starts)
    {
        var at = Array.BinarySearch(starts, block.Start);
        return at >= 0 || (~at < starts.Length && starts[~at] < block.End);
    }

    private static bool IsProse(PassageKind kind) =>
        kind is not (PassageKind.Timeline or PassageKind.Actions or PassageKind.Code or PassageKind.Title or PassageKind.Misleading or PassageKind.Escalation);

    [GeneratedRegex(@"\A\W*(?:background|contributing factors?|lead-?\s?up|triggers?|(?:the |technical )?(?:problem|details|analysis))\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesBackground();

    [GeneratedRegex(@"resol|fix|solution|recover|mitigat|remed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesFix();

    [GeneratedRegex(@"\A\W*(?:our |incident |immediate )?(?:response|actions?)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NamesResponse();
}
