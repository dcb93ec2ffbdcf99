using System.Collections.Immutable;

namespace PostmortemInsights.Indexing.Queries;

/// <summary>
/// Reads the query language: words, <c>"phrases"</c>, <c>+must</c>, <c>-not</c>, <c>a OR b</c>, <c>prefix*</c>, <c>fuzzy~</c>,
/// <c>field:word</c>, <c>duration:&gt;2h</c>, <c>date:2024-Q2</c>. Text that only looks a little like it is text; only a duration or
/// a date that cannot be read is an error.
/// </summary>
public static class QueryParser
{
    /// <summary>Takes a query apart: the query, or else where it is wrong and what was expected.</summary>
    public static (Query? Query, QueryError? Error) Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var clauses = ImmutableArray.CreateBuilder<Clause>();
        var pieces = QueryPiece.Split(text);
        for (var i = 0; i < pieces.Count; i++)
        {
            var alternatives = ImmutableArray.CreateBuilder<Condition>();
            var first = pieces[i];
            while (true)
            {
                var (condition, error) = ConditionReader.Read(pieces[i]);
                if (error is not null)
                    return (null, error);
                alternatives.Add(condition!);
                if (!IsOr(pieces, i + 1))
                    break;
                i += 2;
            }

            clauses.Add(ClauseOf(first, alternatives.ToImmutable()));
        }

        return (new Query(text, JoinWords(clauses)), null);
    }

    // OR counts between two pieces only; elsewhere it is a word.
    private static bool IsOr(List<QueryPiece> pieces, int at) =>
        at + 1 < pieces.Count && pieces[at] is { Body: "OR", IsPlain: true } && pieces[at + 1].Body != "OR";

    private static Clause ClauseOf(QueryPiece first, ImmutableArray<Condition> alternatives)
    {
        var condition = alternatives.Length == 1 ? alternatives[0] : new Either(alternatives);
        var filters = condition is Either or DurationRange or DateRange || first.Field is not null;
        return new Clause(first.Occur ?? (filters ? Occur.Must : Occur.Should), Exact(condition, first.Occur));
    }

    // A word with + or - means the word itself, not its synonyms.
    private static Condition Exact(Condition condition, Occur? occur) =>
        occur is not null && condition is FreeText words ? new Phrase(words.Text, null) : condition;

    // Neighbouring words are one text, so that phrases of the thesaurus are seen.
    private static ImmutableArray<Clause> JoinWords(IEnumerable<Clause> clauses)
    {
        var joined = ImmutableArray.CreateBuilder<Clause>();
        var words = new List<string>();
        foreach (var clause in clauses)
        {
            if (clause is { Occur: Occur.Should, Condition: FreeText text })
            {
                words.Add(text.Text);
                continue;
            }

            AddWords(joined, words);
            joined.Add(clause);
        }

        AddWords(joined, words);
        return joined.ToImmutable();
    }

    private static void AddWords(ImmutableArray<Clause>.Builder clauses, List<string> words)
    {
        if (words.Count > 0)
            clauses.Add(new Clause(Occur.Should, new FreeText(string.Join(' ', words))));
        words.Clear();
    }
}
