
namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// A table of names and the cues that speak for them. A line is <c>name [condition]: cue, cue</c>. Of several names whose cues hold, the
/// one that stands first in the table wins.
/// </summary>
internal sealed class CueTable
{
    private readonly List<CueLine> _lines;
    private readonly Dictionary<string, List<(int Line, Cue Cue)>> _byWord = new(StringComparer.Ordinal);

    private CueTable(IEnumerable<string> text)
    {
        _lines = [.. text.Select(CueLine.Parse)];
        for (var line = 0; line < _lines.Count; line++)
        {
            foreach (var cue in _lines[line].Cues)
                Add(line, cue);
        }
    }

    /// <summary>The names in the order of the table.</summary>
    public IEnumerable<string> Names => _lines.Select(static l => l.Name);

    /// <summary>The table <c>Analyzing/{name}</c> that ships with the library.</summary>
    public static CueTable Load(string name) => new(EmbeddedText.Lines($"Analyzing/{name}"));

    /// <summary>A table from its lines.</summary>
    public static CueTable Parse(params IEnumerable<string> lines) => new(lines);

    /// <summary>The first name whose cue holds and that is admitted; null if there is none.</summary>
    /// <param name="stems">A sentence as stems.</param>
    /// <param name="anywhere">Words that count as standing near every other.</param>
    /// <param name="admits">Whether a line may be chosen; all may when null.</param>
    public CueLine? First(IReadOnlyList<string> stems, IReadOnlyCollection<string>? anywhere = null, Func<CueLine, bool>? admits = null)
    {
        var chosen = Holding(stems, anywhere ?? []).Where(line => admits is null || admits(_lines[line])).DefaultIfEmpty(int.MaxValue).Min();
        return chosen == int.MaxValue ? null : _lines[chosen];
    }

    /// <summary>Every name whose cue holds, in the order of the table.</summary>
    public IEnumerable<string> All(IReadOnlyList<string> stems) => Holding(stems, []).Distinct().Order().Select(line => _lines[line].Name);

    private IEnumerable<int> Holding(IReadOnlyList<string> stems, IReadOnlyCollection<string> anywhere)
    {
        var present = new HashSet<string>(stems, StringComparer.Ordinal);
        present.UnionWith(anywhere);
        foreach (var stem in present)
        {
            if (!_byWord.TryGetValue(stem, out var cues))
                continue;
            foreach (var (line, cue) in cues)
            {
                if (cue.Words.TrueForAll(present.Contains) && cue.Holds(stems, anywhere))
                    yield return line;
            }
        }
    }

    private void Add(int line, Cue cue)
    {
        if (!_byWord.TryGetValue(cue.Key, out var cues))
            _byWord[cue.Key] = cues = [];
        cues.Add((line, cue));
    }
}

/// <summary>A line of a <see cref="CueTable"/>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Conditions">Words in brackets behind the name, which the reader of the table gives a meaning.</param>
/// <param name="Cues">The cues.</param>
internal sealed record CueLine(string Name, IReadOnlyList<string> Conditions, IReadOnlyList<Cue> Cues)
{
    /// <summary>Reads <c>name [condition condition]: cue, cue</c>.</summary>
    /// <exception cref="FormatException">The line has no colon.</exception>
    public static CueLine Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"'{line}' is no line of cues: write it like 'load test: load test, stress test'.");
        var head = line[..colon].Split('[', ']');
        var cues = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var conditions = head.Length > 1 ? head[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return new CueLine(head[0].Trim(), conditions, [.. cues.Select(Cue.Parse)]);
    }
}
