using System.Collections.Immutable;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>What the document says it was in the end, so that a hypothesis can be compared with it.</summary>
/// <param name="Blame">The components and causes that it names.</param>
/// <param name="Telling">The statements that tell the cause.</param>
internal sealed record TrueCause(Blame Blame, ImmutableArray<Statement> Telling)
{
    private const int StemLength = 5;

    private HashSet<string>? _stems;

    private static readonly Wordings List = Wordings.Load("Parsing/Narrative/true-cause.txt");

    /// <summary>What the sentences that state the cause blame: of each, the component and the cause that stand nearest to the word for it.</summary>
    public static TrueCause In(IReadOnlyList<Statement> story)
    {
        var (components, causes, telling) = (new List<string>(), new List<string>(), new List<Statement>());
        foreach (var statement in story)
        {
            var blame = Stated(statement);
            if (!blame.Components.IsEmpty)
                components.Add(blame.Components[0]);
            if (!blame.Causes.IsEmpty)
                causes.Add(blame.Causes[0]);
            if (!blame.IsNothing || statement.Section == PassageKind.RootCause || IsFinding(statement))
                telling.Add(statement);
        }

        return new TrueCause(new Blame([.. components.Distinct(StringComparer.Ordinal)], [.. causes.Distinct(StringComparer.Ordinal)], components.Concat(causes).FirstOrDefault()), [.. telling]);
    }

    /// <summary>
    /// Whether <paramref name="turn"/> is what it was in the end, by component and cause; where the lists know neither, false when it has
    /// no word in common with what is said of the cause. Null when they can't be compared.
    /// </summary>
    public bool? IsMetBy(Turn turn)
    {
        if (turn.Blame.Meets(Blame) is { } known)
            return known;
        if (Stems.Count == 0 || turn.Object.IsEmpty)
            return null;
        return turn.Object.Any(word => Stems.Contains(Stem(word))) ? null : false;
    }

    /// <summary>The beginnings of the words that tell the cause.</summary>
    private HashSet<string> Stems => _stems ??= [.. Telling.SelectMany(static s => s.Words.InLowerCase).Select(Stem)];

    private static string Stem(string word) => word[..Math.Min(StemLength, word.Length)];

    private static bool IsFinding(Statement statement) => statement.InTimeline && Cues.Of(statement).IsFinding;

    private static Blame Stated(Statement statement)
    {
        if (IsGivenUp(statement))
            return Blame.Nothing;
        var said = List.In(statement.Words);
        var index = said.FindIndex(w => w.Kind == "Names" || (w.Kind == "Explains" && statement.Section is PassageKind.RootCause or PassageKind.Summary));
        if (index >= 0)
            return Beside(said[index], statement);
        var opens = statement.Section == PassageKind.RootCause && statement.Text.Span.Start == statement.Passage.Span.Start;
        return opens ? Blame.In(statement.Words) : Blame.Nothing;
    }

    /// <summary>Whether it was only believed; a section of the cause may suspect what it was.</summary>
    private static bool IsGivenUp(Statement statement)
    {
        var cues = Cues.Of(statement);
        return cues.Has(Cues.Former, Cues.Label, Cues.Astray) || (statement.Section != PassageKind.RootCause && cues.Has(Cues.Suspicion));
    }

    /// <summary>What stands behind <c>root cause</c> or <c>due to</c>; if nothing does, what stands next to it in front.</summary>
    private static Blame Beside(Wording named, Statement statement)
    {
        var (before, behind) = (Blame.In(statement.Words, 0, named.First), Blame.In(statement.Words, named.End, statement.Words.Count));
        return new Blame(
            behind.Components.IsEmpty ? [.. before.Components.TakeLast(1)] : behind.Components,
            behind.Causes.IsEmpty ? [.. before.Causes.TakeLast(1)] : behind.Causes,
            behind.First ?? before.First);
    }
}
