namespace PostmortemInsights.Parsing.Phrasing;

/// <summary>The rarest word that a phrase needs: only where it stands is the phrase looked for.</summary>
/// <param name="Phrase">The phrase.</param>
/// <param name="First">The bits of its first words, so that most places are told without a look at the phrase.</param>
/// <param name="Least">How many words its first stands in front of the anchor at least.</param>
/// <param name="Most">How many at most.</param>
internal readonly record struct Anchor(Phrase Phrase, ulong First, int Least, int Most)
{
    /// <summary>A word further behind the first is no anchor: there would be too many places to try.</summary>
    private const int Farthest = 6;

    /// <summary>Whether the phrase may begin with a symbol.</summary>
    public bool MayBeginWith(int symbol) => (First & SymbolSet.Bit(symbol)) != 0;

    /// <summary>For each symbol of a lexicon the phrases whose anchor it is.</summary>
    public static Anchor[][] BySymbol(IReadOnlyCollection<Phrase> phrases, Lexicon lexicon)
    {
        var rarity = new Rarity(phrases, lexicon);
        var anchors = new List<Anchor>?[lexicon.Count];
        foreach (var phrase in phrases)
        {
            var (anchor, words) = Of(phrase, rarity);
            foreach (var symbol in words.Symbols)
                (anchors[symbol] ??= []).Add(anchor);
        }

        return Array.ConvertAll(anchors, static list => list?.ToArray() ?? []);
    }

    private static (Anchor Anchor, SymbolSet Words) Of(Phrase phrase, Rarity rarity)
    {
        var (anchor, words) = (new Anchor(phrase, phrase.Parts[0].Words.Bits, 0, 0), phrase.Parts[0].Words);
        var (least, most) = (0, 0);
        foreach (ref readonly var part in phrase.Parts[1..])
        {
            (least, most) = (least + (part.Optional ? 0 : 1), most + 1 + part.Gap);
            if (most <= Farthest && part.IsNeeded && rarity.Commonness(part.Words) < rarity.Commonness(words))
                (anchor, words) = (anchor with { Least = least, Most = most }, part.Words);
        }

        return (anchor, words);
    }

    /// <summary>Tells rare words from common ones without a text: common words are short, and many phrases name them.</summary>
    private sealed class Rarity(IReadOnlyCollection<Phrase> phrases, Lexicon lexicon)
    {
        private readonly int[] _uses = Uses(phrases, lexicon.Count);

        public double Commonness(SymbolSet words)
        {
            var commonness = 0.0;
            foreach (var symbol in words.Symbols)
                commonness += Math.ScaleB(_uses[symbol], -lexicon.Length(symbol));
            return commonness;
        }

        private static int[] Uses(IReadOnlyCollection<Phrase> phrases, int symbols)
        {
            var uses = new int[symbols];
            foreach (var phrase in phrases)
            {
                foreach (ref readonly var part in phrase.Parts)
                {
                    foreach (var symbol in part.Words.Symbols)
                        uses[symbol]++;
                }
            }

            return uses;
        }
    }
}
