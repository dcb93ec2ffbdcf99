namespace PostmortemInsights.Classifying;

/// <summary>Phrases that say something of a cue by standing around it, from an embedded list: those in front of it and, marked with
/// <c>></c>, those after it in the same sentence.</summary>
internal sealed class Surroundings
{
    private const char AfterMark = '>';

    private readonly ByStem<Phrase> before;
    private readonly ByStem<Phrase> after;
    private readonly int between;
    private readonly int reach;

    // So many words may stand between a phrase in front and the cue, and so many words after the cue a phrase may begin.
    private Surroundings(string list, int between, int reach, Stems stems)
    {
        (this.between, this.reach) = (between, reach);
        var lines = EmbeddedText.Lines(list).ToLookup(static l => l[0] == AfterMark, l => Phrase.Read(l, stems));
        before = new(lines[false].Select(static p => (p.Parts[0][^1], p)));
        after = new(lines[true].Select(static p => (p.First, p)));
    }

    /// <summary>What takes a cue back: "not due to a …", "… was ruled out"; <paramref name="stems"/> know its words from now on.</summary>
    public static Surroundings Negations(Stems stems) => new("Classifying/negations.txt", between: 1, reach: 7, stems);

    /// <summary>What tells that a thing was put right: "reverted the …", "… was renewed"; <paramref name="stems"/> know its words from now on.</summary>
    public static Surroundings Mending(Stems stems) => new("Classifying/mending.txt", between: 2, reach: 2, stems);

    /// <summary>Whether one of them stands around the words from <paramref name="first"/> on.</summary>
    public bool Surround(List<Word> words, int first, int length) => StandsBefore(words, first) || StandsAfter(words, first + length);

    private bool StandsBefore(List<Word> words, int first)
    {
        for (var end = first; end >= Math.Max(1, first - between) && !words[end].Opens; end--)
        {
            foreach (var phrase in before[words[end - 1].Stem])
            {
                if (phrase.LengthAt(words, end - phrase.Parts[0].Length) > 0)
                    return true;
            }
        }

        return false;
    }

    private bool StandsAfter(List<Word> words, int next)
    {
        for (var at = next; at <= Math.Min(words.Count - 1, next + reach) && !words[at].Opens; at++)
        {
            foreach (var phrase in after[words[at].Stem])
            {
                if (phrase.LengthAt(words, at) > 0)
                    return true;
            }
        }

        return false;
    }
}
