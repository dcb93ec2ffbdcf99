using System.Collections.Immutable;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What a piece of text blames: components and causes in the order of mention, by the ids of <c>hypotheses.txt</c>.</summary>
/// <param name="Components">Where it is said to be broken.</param>
/// <param name="Causes">Why it is said to be broken.</param>
/// <param name="First">What is blamed before all: the component, attack, traffic or deployment named first, else the cause; null when none is.</param>
internal sealed record Blame(ImmutableArray<string> Components, ImmutableArray<string> Causes, string? First)
{
    /// <summary>Whether nothing but a server or a service is named.</summary>
    public bool IsVague { get; init; }

    /// <summary>Nothing that the list knows.</summary>
    public static readonly Blame Nothing = new([], [], null);

    private static readonly Blame Vague = Nothing with { IsVague = true };

    private const string Component = "component ";
    private const string Cause = "cause ";
    private const string Team = "team";
    private const string Weak = "weak ";

    private const string Attack = "attack";
    private const string Traffic = "traffic";

    /// <summary>A recent change says when it broke, not why.</summary>
    private const string Deployment = "deployment";

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/hypotheses.txt");

    /// <summary>What the words from <paramref name="from"/> up to <paramref name="end"/> blame; teams count for their system if <paramref name="teams"/>.</summary>
    public static Blame In(TextWords words, int from, int end, bool teams = false)
    {
        var all = List.In(words);
        if (all.Count == 0)
            return Vague;
        var named = all.FindAll(w => w.First >= from && w.End <= end && !(teams && w.Kind == Team));
        named.RemoveAll(w => named.Exists(o => o != w && o.First <= w.First && w.End <= o.End && o.End - o.First > w.End - w.First));
        var strong = named.FindAll(static w => w.Kind.StartsWith(Component, StringComparison.Ordinal));
        var causes = named.FindAll(static w => w.Kind.StartsWith(Cause, StringComparison.Ordinal));
        var components = strong.Count > 0 ? strong : named.FindAll(static w => w.Kind.StartsWith(Weak, StringComparison.Ordinal));
        var culprits = strong.Concat(causes.FindAll(static w => Id(w.Kind) is Attack or Traffic or Deployment)).OrderBy(static w => w.First);
        var first = culprits.Concat(causes).Concat(components).Select(static w => Id(w.Kind)).FirstOrDefault();
        return new Blame(Ids(components), Ids(causes), first) { IsVague = strong.Count + causes.Count == 0 };
    }

    /// <summary>What all of <paramref name="words"/> blame; teams count for their system if <paramref name="teams"/>.</summary>
    public static Blame In(TextWords words, bool teams = false) => In(words, 0, words.Count, teams);

    /// <summary>Whether the list knows nothing of it.</summary>
    public bool IsNothing => First is null;

    /// <summary>Whether both name a common component or cause.</summary>
    public bool Shares(Blame other) => Components.Any(other.Components.Contains) || Causes.Any(other.Causes.Contains);

    /// <summary>
    /// Whether this hypothesis is what <paramref name="truth"/> says: the same component first, and no other cause; or, where one of them
    /// names no component, the same cause. Null when they have nothing to compare.
    /// </summary>
    public bool? Meets(Blame truth)
    {
        var where = Agrees(Components, truth.Components);
        var why = Agrees(Causes, truth.Causes);
        if (why == false && (truth.Causes is [Deployment] || (where == true && Causes[0] == Deployment)))
            why = null;
        return where switch
        {
            false => false,
            true => why != false,
            null => why,
        };
    }

    private static bool? Agrees(ImmutableArray<string> ours, ImmutableArray<string> theirs) =>
        ours.IsEmpty || theirs.IsEmpty ? null : theirs.Contains(ours[0]);

    private static ImmutableArray<string> Ids(IEnumerable<Wording> named) => [.. named.Select(static w => Id(w.Kind)).Distinct(StringComparer.Ordinal)];

    private static string Id(string kind) => kind[(kind.IndexOf(' ', StringComparison.Ordinal) + 1)..];
}
