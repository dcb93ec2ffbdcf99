using PostmortemInsights.Parsing;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// A table of names and the words that speak for them. A line is <c>name: cue, cue</c>; a cue holds when all its words stand in the
/// sentence, whatever their order and ending. Of several names whose cues hold, the one that stands first in the table wins.
/// </summary>
internal sealed class CueTable
{
    private readonly List<CueLine> _lines;
    private readonly Dictionary<string, List<Cue>> _byWord = new(StringComparer.Ordinal);

    private CueTable(IEnumerable<string> text)
    {
        _lines = [.. text.Select(CueLine.Parse)];
        for (var line = 0; line < _lines.Count; line++)
        {
            foreach (var words in _lines[line].Cues)
                Add(new Cue(line, words));
        }
    }

    /// <summary>The table <c>Analyzing/{name}</c> that ships with the library.</summary>
    public static CueTable Load(string name) => new(EmbeddedText.Lines($"Analyzing/{name}"));

    /// <summary>A table from its lines.</summary>
    public static CueTable Parse(params IEnumerable<string> lines) => new(lines);

    /// <summary>The first name whose cue holds and that is admitted; null if there is none.</summary>
    /// <param name="stems">The stems of a sentence.</param>
    /// <param name="admits">Whether a line may be chosen; all may when null.</param>
    public CueLine? First(IReadOnlyCollection<string> stems, Func<CueLine, bool>? admits = null)
    {
        var chosen = Holding(stems).Where(line => admits is null || admits(_lines[line])).DefaultIfEmpty(int.MaxValue).Min();
        return chosen == int.MaxValue ? null : _lines[chosen];
    }

    /// <summary>Every name whose cue holds, in the order of the table.</summary>
    public IEnumerable<CueLine> All(IReadOnlyCollection<string> stems) => Holding(stems).Distinct().Order().Select(line => _lines[line]);

    private IEnumerable<int> Holding(IReadOnlyCollection<string> stems)
    {
        var present = stems as HashSet<string> ?? new HashSet<string>(stems, StringComparer.Ordinal);
        foreach (var stem in present)
        {
            foreach (var cue in _byWord.GetValueOrDefault(stem, []))
            {
                if (cue.Words.All(present.Contains))
                    yield return cue.Line;
            }
        }
    }

    /// <summary>A cue is looked up by its longest word, which is most often the rarest.</summary>
    private void Add(Cue cue)
    {
        var longest = cue.Words.MaxBy(static w => w.Length)!;
        if (!_byWord.TryGetValue(longest, out var cues))
            _byWord[longest] = cues = [];
        cues.Add(cue);
    }

    private sealed record Cue(int Line, IReadOnlyList<string> Words);
}

/// <summary>A line of a <see cref="CueTable"/>.</summary>
/// <param name="Name">The name.</param>
/// <param name="Conditions">Words in brackets behind the name, which the reader of the table gives a meaning.</param>
/// <param name="Cues">The stems of each cue.</param>
internal sealed record CueLine(string Name, IReadOnlyList<string> Conditions, IReadOnlyList<IReadOnlyList<string>> Cues)
{
    /// <summary>Reads <c>name [condition condition]: cue, cue</c>.</summary>
    /// <exception cref="FormatException">The line has no colon or no cue.</exception>
    public static CueLine Parse(string line)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"'{line}' is no line of cues: write it like 'load test: load test, stress test'.");
        var head = line[..colon].Split('[', ']');
        var cues = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Stems.Of).ToList();
        var conditions = head.Length > 1 ? head[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return new CueLine(head[0].Trim(), conditions, cues);
    }
}
