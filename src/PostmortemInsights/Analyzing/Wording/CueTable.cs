using System.Runtime.InteropServices;

namespace PostmortemInsights.Analyzing.Wording;

/// <summary>
/// A table of names and the cues that speak for them. A line is <c>name [condition]: cue, cue</c>. Of several names whose cues hold, the
/// one that stands first in the table wins.
/// </summary>
internal sealed class CueTable
{
    private const int NoWord = -1;
    private readonly List<CueLine> _lines;
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<List<(int Line, Cue Cue)>> _byKey = [];

    private CueTable(IEnumerable<string> text)
    {
        _lines = [.. text.Select(line => CueLine.Parse(line, NumberOf))];
        for (var line = 0; line < _lines.Count; line++)
        {
            foreach (var cue in _lines[line].Cues)
                _byKey[cue.Words[cue.Key]].Add((line, cue));
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
    public CueLine? First(List<string> stems, List<string>? anywhere = null, Func<CueLine, bool>? admits = null)
    {
        CueLine? chosen = null;
        var first = _lines.Count;
        foreach (var line in Holding(stems, anywhere ?? []))
        {
            if (line < first && (admits is null || admits(_lines[line])))
                (first, chosen) = (line, _lines[line]);
        }

        return chosen;
    }

    /// <summary>Every name whose cue holds, in the order of the table.</summary>
    public IEnumerable<string> All(List<string> stems) => Holding(stems, []).Distinct().Order().Select(line => _lines[line].Name);

    private List<int> Holding(List<string> stems, List<string> anywhere)
    {
        var lines = new List<int>();
        var (sentence, everywhere) = (Numbers(stems), Numbers(anywhere));
        for (var place = 0; place < sentence.Length; place++)
        {
            if (sentence[place] != NoWord)
                AddHolding(lines, sentence[place], place, sentence, everywhere);
        }

        foreach (var key in everywhere)
        {
            for (var place = 0; place < sentence.Length && key != NoWord; place++)
                AddHolding(lines, key, place, sentence, everywhere);
        }

        return lines;
    }

    private void AddHolding(List<int> lines, int key, int place, int[] sentence, int[] anywhere)
    {
        foreach (var (line, cue) in CollectionsMarshal.AsSpan(_byKey[key]))
        {
            if (cue.Holds(sentence, place, anywhere))
                lines.Add(line);
        }
    }

    private int[] Numbers(List<string> words)
    {
        if (words.Count == 0)
            return [];
        var numbers = new int[words.Count];
        for (var i = 0; i < numbers.Length; i++)
            numbers[i] = _numbers.GetValueOrDefault(words[i], NoWord);
        return numbers;
    }

    private int NumberOf(string word)
    {
        if (_numbers.TryGetValue(word, out var number))
            return number;
        _byKey.Add([]);
        return _numbers[word] = _numbers.Count;
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
    public static CueLine Parse(string line, Func<string, int> numberOf)
    {
        var colon = line.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
            throw new FormatException($"'{line}' is no line of cues: write it like 'load test: load test, stress test'.");
        var head = line[..colon].Split('[', ']');
        var cues = line[(colon + 1)..].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        var conditions = head.Length > 1 ? head[1].Split(' ', StringSplitOptions.RemoveEmptyEntries) : [];
        return new CueLine(head[0].Trim(), conditions, [.. cues.Select(cue => Cue.Parse(cue, numberOf))]);
    }
}
