
namespace PostmortemInsights.Indexing.Words;

/// <summary>
/// Groups of words and phrases that mean the same to somebody who runs systems, read from <c>thesaurus.txt</c>. Each group is a
/// concept with a term of its own in the index, so that a synonym costs one posting list, however many words the group has.
/// </summary>
public sealed class Thesaurus
{
    private readonly Dictionary<(int Node, string Word), int> edges = [];
    private readonly List<List<string>> conceptsAt = [[]];
    private readonly Dictionary<int, List<string>> widerAt = [];
    private readonly Dictionary<string, string> names = new(StringComparer.Ordinal);

    private Thesaurus(IEnumerable<string> lines)
    {
        var directed = new List<(string Left, string Right)>();
        foreach (var line in lines)
        {
            var arrow = line.IndexOf("=>", StringComparison.Ordinal);
            if (arrow < 0)
                AddGroup(line.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries));
            else
                directed.Add((line[..arrow].Trim(), line[(arrow + 2)..].Trim()));
        }

        foreach (var (left, right) in directed)
            AddDirected(left, right);
    }

    /// <summary>The thesaurus that ships with the library.</summary>
    public static Thesaurus Default { get; } = new(EmbeddedText.Lines("Indexing/thesaurus.txt"));

    /// <summary>A thesaurus from lines in the form of <c>thesaurus.txt</c>: <c>a, b, c</c> or <c>a =&gt; b</c>.</summary>
    public static Thesaurus Parse(IEnumerable<string> lines) => new(lines);

    /// <summary>Number of groups.</summary>
    public int Groups => names.Count;

    /// <summary>The group's name as a person reads it: its first term.</summary>
    /// <param name="concept">A concept term, <c>#</c> and a name.</param>
    public string NameOf(string concept) => names.GetValueOrDefault(concept, concept);

    /// <summary>Adds a concept token for each word and phrase of the thesaurus that the tokens hold, all overlaps included.</summary>
    /// <param name="tokens">The tokens of a text in order; the concepts are appended.</param>
    /// <param name="wider">Whether to add the concepts that directed lines lead to: wanted of queries, not of documents.</param>
    internal void Mark(List<Token> tokens, bool wider)
    {
        var words = tokens.FindAll(CountsInPhrases);
        for (var first = 0; first < words.Count; first++)
        {
            var node = 0;
            for (var last = first; last < words.Count && edges.TryGetValue((node, KeyOf(words[last])), out node); last++)
            {
                foreach (var concept in conceptsAt[node])
                    tokens.Add(Concept(concept, TokenKind.Concept, words[first], words[last]));
                foreach (var concept in wider ? widerAt.GetValueOrDefault(node, []) : [])
                    tokens.Add(Concept(concept, TokenKind.WiderConcept, words[first], words[last]));
            }
        }
    }

    // The stem of "ups" is not the word "up".
    private static string KeyOf(Token token) => token.Kind == TokenKind.Stop ? "+" + token.Term : token.Term;

    private static Token Concept(string term, TokenKind kind, Token first, Token last) =>
        new(term, first.Position, first.Start, last.End, kind);

    private static bool CountsInPhrases(Token token) => token.Kind switch
    {
        TokenKind.Word or TokenKind.Identifier => true,
        TokenKind.Stop => StopWords.CountsInPhrases(token.Term),
        _ => false,
    };

    private void AddGroup(string[] members)
    {
        var concept = "#" + members[0];
        names[concept] = members[0];
        foreach (var member in members)
        {
            var at = conceptsAt[NodeOf(member)];
            if (!at.Contains(concept))
                at.Add(concept);
        }
    }

    private void AddDirected(string left, string right)
    {
        var from = NodeOf(left);
        if (!widerAt.TryGetValue(from, out var list))
            widerAt[from] = list = [];
        list.AddRange(ConceptsOf(right).Except(list));
    }

    private List<string> ConceptsOf(string term)
    {
        var known = conceptsAt[NodeOf(term)];
        if (known.Count == 0)
            AddGroup([term]);
        return known;
    }

    private int NodeOf(string term)
    {
        var tokens = new List<Token>();
        new Tokenizer(tokens).Read(term, 0, term.Length);
        var node = 0;
        foreach (var token in tokens.Where(CountsInPhrases))
        {
            if (!edges.TryGetValue((node, KeyOf(token)), out var next))
            {
                edges[(node, KeyOf(token))] = next = conceptsAt.Count;
                conceptsAt.Add([]);
            }

            node = next;
        }

        return node;
    }
}
