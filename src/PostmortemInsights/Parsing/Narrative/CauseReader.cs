using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

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

    /// <summary>A paragraph that says less of why it broke explains nothing.</summary>
    private const int LeastAccount = 5;

    /// <summary>A paragraph that names beginning and end tells how long it took rather than why.</summary>
    private const int WindowTold = 4;

    private static readonly WeightedWordings Causes = WeightedWordings.Load("Parsing/Narrative/Causes/causes.txt");
    private static readonly WeightedWordings Accounts = Causes.And("Parsing/Narrative/Causes/accounts.txt");
    private static readonly WeightedWordings Fixes = WeightedWordings.Load("Parsing/Narrative/Causes/fixes.txt");
    private static readonly WeightedWordings Repairs = Fixes.And("Parsing/Narrative/Causes/repairs.txt");

    /// <summary>The passages that state the root cause, joined by line breaks.</summary>
    public static Found<string>? RootCause(Telling telling)
    {
        var sentences = RankedSentence.Of(telling.Outline, Causes);
        var section = sentences.FindAll(static s => s.Block.Section == PassageKind.RootCause);
        var cause = section.FindAll(static s => !NamesBackground().IsMatch(s.Under));
        if (cause.Count > 0)
            return RankedSentence.Join(Foremost(WithoutFixes(cause)));
        var prose = telling.Prose(sentences);
        return RankedSentence.Join([
            .. Together(Account(telling, prose), Clearest(prose, FewSentences)),
            .. Clearest(telling.Entries(Causes, TimelineKind.Identification), FewEntries),
            .. Foremost(WithoutFixes(section))]);
    }

    /// <summary>The passages that say how it was fixed, joined by line breaks; prose that tells the <paramref name="cause"/> only if there is no other.</summary>
    public static Found<string>? Resolution(Telling telling, Found<string>? cause)
    {
        var sentences = RankedSentence.Of(telling.Outline, Fixes);
        var section = sentences.FindAll(static s => s.Block.Section == PassageKind.Resolution);
        if (section.Count > 0 && section.TrueForAll(static s => s.Block.Kind == BlockKind.Row))
            return RankedSentence.Join(section.FindAll(static s => s.Score >= Likely) is { Count: > 0 } clear ? clear : [section[^1]]);
        if (section.Exists(static s => s.Score >= Likely && !NamesResponse().IsMatch(s.Under)))
            return RankedSentence.Join(Shorten(section));
        var mixed = sentences.FindAll(static s => s.Block.Section == PassageKind.RootCause && NamesFix(s.Under));
        if (FixesOf(mixed) is { Count: > 0 } fixes)
            return RankedSentence.Join(Shorten(fixes));
        var prose = FixesInProse(telling, cause);
        return RankedSentence.Join([.. Shorten(section), .. prose.Count > 0 || mixed.Count == 0 ? prose : mixed.FindAll(s => ReferenceEquals(s.Block, mixed[^1].Block))]);
    }

    /// <summary>The sentences outside the timeline that tell of a fix most clearly or name the time of the end, and the entries that do.</summary>
    private static List<RankedSentence> FixesInProse(Telling telling, Found<string>? cause)
    {
        var prose = telling.Prose(RankedSentence.Of(telling.Outline, Repairs)).FindAll(static s => s.Block.Section != PassageKind.Resolution);
        var elsewhere = prose.FindAll(s => s.Score > Accounts.Score(s.Text.Words) || cause?.Spans.Any(span => span.Contains(s.Text.Span)) != true);
        var entries = Together(Clearest(telling.Entries(Fixes, TimelineKind.Resolution), FewEntries), telling.Ends(Fixes)).ToList();
        var told = FixesIn(telling, elsewhere);
        return [.. told.Count + entries.Count > 0 ? told : FixesIn(telling, prose), .. entries];
    }

    private static List<RankedSentence> FixesIn(Telling telling, List<RankedSentence> prose) =>
        [.. Together(Clearest(prose, FewSentences), Endings(telling, prose))];

    /// <summary>The sentences that name the time of the end, each with what was done right before it.</summary>
    private static List<RankedSentence> Endings(Telling telling, List<RankedSentence> prose) =>
        [.. prose.Where((s, i) => IsEnding(telling, s) || (i + 1 < prose.Count && s.Score > 0 && ReferenceEquals(s.Block, prose[i + 1].Block) && IsEnding(telling, prose[i + 1]))).Take(FewSentences)];

    private static bool IsEnding(Telling telling, RankedSentence sentence) => sentence.Score >= Likely && telling.NamesEnd(sentence.Text) && !telling.NamesWindow(sentence.Text);

    /// <summary>What explains in the paragraph that explains most: what gave the cause away, what had gone before, how one thing made the other.</summary>
    private static List<RankedSentence> Account(Telling telling, List<RankedSentence> prose)
    {
        var paragraphs = prose.GroupBy(static s => s.Block)
            .Where(static p => p.Key.Section is PassageKind.Summary or PassageKind.Timeline or PassageKind.RootCause or PassageKind.Other)
            .Select(p => (Sentences: p.ToList(), Score: p.Sum(static s => Accounts.Score(s.Text.Words)) - (p.Any(s => telling.NamesWindow(s.Text)) ? WindowTold : 0)))
            .ToList();
        if (paragraphs.Count == 0)
            return [];
        var most = paragraphs.Max(static p => p.Score);
        return most < LeastAccount ? [] : Shorten(Explaining(paragraphs.FindLast(p => p.Score == most).Sentences));
    }

    /// <summary>From the first sentence that explains anything to the last.</summary>
    private static List<RankedSentence> Explaining(List<RankedSentence> paragraph)
    {
        var first = paragraph.FindIndex(static s => Accounts.Score(s.Text.Words) > 0);
        return paragraph[first..(paragraph.FindLastIndex(static s => Accounts.Score(s.Text.Words) > 0) + 1)];
    }

    /// <summary>Sentences of one text, each once, in order.</summary>
    private static IEnumerable<RankedSentence> Together(List<RankedSentence> some, List<RankedSentence> others) =>
        some.Concat(others).DistinctBy(static s => s.Text.Span).OrderBy(static s => s.Text.Span.Start);

    /// <summary>A section of both tells the cause first: its first sentence is one, whatever verbs it uses.</summary>
    private static List<RankedSentence> WithoutFixes(List<RankedSentence> section)
    {
        var fixes = FixesOf(section).Select(static s => s.Order).ToHashSet();
        return section.FindAll(s => !fixes.Contains(s.Order));
    }

    /// <summary>Whether it is the first sentence of a section that is not of the fix alone.</summary>
    private static bool TellsCause(List<RankedSentence> section, int i) =>
        (i == 0 || !ReferenceEquals(section[i - 1].Under, section[i].Under)) && !IsOfFix(section[i].Under);

    /// <summary>Whether a heading says that the fix is told below.</summary>
    public static bool NamesFix(string heading) => Fix().IsMatch(heading);

    private static bool IsOfFix(string heading) => NamesFix(heading) && !NamesCause().IsMatch(heading);

    /// <summary>The fixes of a section of both: the sentences that tell one, and the list that a heading or a sentence such as <c>To resolve it, we:</c> announces.</summary>
    private static List<RankedSentence> FixesOf(List<RankedSentence> mixed)
    {
        var fixes = new List<RankedSentence>();
        var announced = false;
        for (var i = 0; i < mixed.Count; i++)
        {
            if (mixed[i].Block.Kind != BlockKind.Item)
                announced = mixed[i].Text.Value[^1] == ':' && Fixes.Score(mixed[i].Text.Words) >= Likely;
            var listed = (announced || IsOfFix(mixed[i].Under)) && mixed[i].Block.Kind == BlockKind.Item;
            if (!TellsCause(mixed, i) && (listed || IsFix(mixed[i])))
                fixes.Add(mixed[i]);
        }

        return fixes;
    }

    private static bool IsFix(RankedSentence sentence)
    {
        if (Elaborates().IsMatch(sentence.Text.Value))
            return false;
        var (fix, cause) = (Fixes.Score(sentence.Text.Words), Causes.Score(sentence.Text.Words));
        return NamesFix(sentence.Under) ? fix >= Likely && fix > cause : fix >= Clear && cause <= 0;
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

    /// <summary>The clear sentences; when there is hardly any, likely ones beside it.</summary>
    private static List<RankedSentence> Clearest(List<RankedSentence> sentences, int count)
    {
        var clear = RankedSentence.Best(sentences.Where(static s => s.Score >= Clear), count);
        var found = clear.Count >= FewClear ? clear : RankedSentence.Best(sentences.Where(static s => s.Score >= Likely), count);
        return RankedSentence.RunOn(found, sentences);
    }

    [GeneratedRegex(@"\A\W*(?:background|contributing factors?|lead-?\s?up|triggers?|(?:the |technical )?(?:problem|details|analysis))\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesBackground();

    [GeneratedRegex(@"\bcauses?\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesCause();

    /// <summary>Says the same thing again, closer: what follows <c>more specifically</c> is no fix of what went before.</summary>
    [GeneratedRegex(@"\A(?:more\s)?(?:specifically|precisely|exactly|concretely)\b|\A(?:namely|in particular|in detail|that is|in other words)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Elaborates();

    [GeneratedRegex(@"resol|fix|solution|recover|mitigat|remed", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fix();

    [GeneratedRegex(@"\A\W*(?:our |incident |immediate )?(?:response|actions?)\W*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesResponse();
}
