namespace PostmortemInsights.Indexing.Ranking;

/// <summary>Finds the words of a collection that are spelled nearly like one that it does not have.</summary>
public static class Spelling
{
    private const int MostWords = 3;

    /// <summary>
    /// The nearest stems by edit distance (one for stems of 4 to 7 letters, two for longer ones) that begin with the same letter:
    /// only those at the least distance, the most frequent first, at most three.
    /// </summary>
    public static IReadOnlyList<string> Like(string stem, ITermStatistics statistics)
    {
        ArgumentNullException.ThrowIfNull(stem);
        ArgumentNullException.ThrowIfNull(statistics);
        var limit = stem.Length < 4 ? 0 : stem.Length < 8 ? 1 : 2;
        if (limit == 0)
            return [];
        var near = from term in statistics.StartingWith(stem[..1])
                   where Math.Abs(term.Term.Length - stem.Length) <= limit
                   let distance = Distance(stem, term.Term, limit)
                   where distance <= limit
                   orderby distance, term.Documents descending
                   select (term.Term, distance);
        var found = near.ToList();
        return [.. found.TakeWhile(term => term.distance == found[0].distance).Take(MostWords).Select(term => term.Term)];
    }

    /// <summary>
    /// Edits (a letter added, dropped, changed, or two neighbours swapped) between two words; more than <paramref name="limit"/> is limit + 1.
    /// </summary>
    public static int Distance(string a, string b, int limit)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        var (before, row, next) = (new int[b.Length + 1], new int[b.Length + 1], new int[b.Length + 1]);
        for (var j = 0; j <= b.Length; j++)
            row[j] = j;
        for (var i = 1; i <= a.Length; i++)
        {
            next[0] = i;
            for (var j = 1; j <= b.Length; j++)
            {
                next[j] = Math.Min(Math.Min(row[j], next[j - 1]) + 1, row[j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                    next[j] = Math.Min(next[j], before[j - 2] + 1);
            }

            if (next.Min() > limit)
                return limit + 1;
            (before, row, next) = (row, next, before);
        }

        return Math.Min(row[b.Length], limit + 1);
    }
}
