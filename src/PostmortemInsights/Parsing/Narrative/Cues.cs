using System.Collections.Immutable;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What a statement says about the investigation, by the wordings of <c>misleading.txt</c>.</summary>
internal sealed class Cues
{
    public const string Label = "Label";
    public const string Astray = "Astray";
    public const string Belief = "Belief";
    public const string Search = "Search";
    public const string Asked = "Asked";
    public const string None = "None";
    public const string Suspicion = "Suspicion";
    public const string Former = "Former";
    public const string Guess = "Guess";
    public const string Thinking = "Thinking";
    public const string Nothing = "Nothing";
    public const string Excluded = "Excluded";
    public const string Acquitted = "Acquitted";
    public const string Healthy = "Healthy";
    public const string Denied = "Denied";
    public const string Contrary = "Contrary";
    public const string Bare = "Bare";
    public const string Vain = "Vain";
    public const string Futile = "Futile";
    public const string Look = "Look";
    public const string Attempt = "Attempt";
    public const string Restart = "Restart";
    public const string Step = "Step";
    public const string Success = "Success";
    public const string Whether = "Whether";
    public const string Early = "Early";
    public const string Found = "Found";

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/misleading.txt");

    private readonly TextWords _words;
    private readonly List<Wording> _found;

    private Cues(TextWords words)
    {
        _words = words;
        _found = List.In(words);
    }

    /// <summary>The cues of a statement.</summary>
    public static Cues Of(Statement statement) => new(statement.Words);

    /// <summary>Whether a label such as <c>Misleading Paths</c> says what stands behind it.</summary>
    public static bool IsMisleading(CleanText label) => List.In(label.Terms).Exists(static w => w.Kind is Label or Astray);

    /// <summary>Whether a heading such as <c>What we thought</c> says that what stands below was believed for a time.</summary>
    public static bool IsBelief(CleanText heading) => List.In(heading.Terms).Exists(static w => w.Kind == Belief);

    /// <summary>Whether a heading such as <c>What we tried</c> says that what stands below was looked at on the way.</summary>
    public static bool IsSearch(CleanText heading) => List.In(heading.Terms).Exists(static w => w.Kind == Search);

    /// <summary>Whether it has a cue of one of these kinds.</summary>
    public bool Has(params ReadOnlySpan<string> kinds) => First(kinds) is not null;

    /// <summary>Whether it says that the cause was found.</summary>
    public bool IsFinding => Has(Found) && !Has(Suspicion, Former, Label, Astray);

    /// <summary>The first cue of one of these kinds.</summary>
    public Wording? First(params ReadOnlySpan<string> kinds)
    {
        foreach (var wording in _found)
        {
            if (kinds.Contains(wording.Kind))
                return wording;
        }

        return null;
    }

    /// <summary>What is blamed behind <paramref name="cue"/>, or behind what it was caused by, up to a word such as <c>due to</c>; without a cue, anywhere.</summary>
    public Blame BlameBehind(Wording? cue)
    {
        var (first, end) = Range(cue);
        var blame = Blame.In(_words, first, end);
        if (blame.IsVague && cue is not null && ClaimBehind(cue) is null)
            return Blame.In(_words);
        return blame.Causes.IsEmpty && !blame.IsNothing ? blame with { Causes = Blame.In(_words, end, _words.Count).Causes } : blame;
    }

    /// <summary>The telling words behind <paramref name="cue"/>.</summary>
    public ImmutableArray<string> ObjectBehind(Wording? cue)
    {
        var (first, end) = Range(cue);
        var empty = _found.FindAll(static w => w.Kind is "Empty" or Label or Astray or Suspicion);
        return [.. Enumerable.Range(first, end - first).Where(i => _words[i].Length > 3 && !empty.Exists(w => w.First <= i && i < w.End)).Select(_words.Lower)];
    }

    private Wording? ClaimBehind(Wording? cue) => _found.Find(w => w.Kind == "Claim" && w.First >= (cue?.End ?? 0));

    private (int First, int End) Range(Wording? cue)
    {
        var first = ClaimBehind(cue)?.End ?? cue?.End ?? 0;
        var stop = _found.FindIndex(w => w.Kind == "Stop" && w.First > first);
        return (first, stop < 0 ? _words.Count : _found[stop].First);
    }
}
