namespace PostmortemInsights.Classifying;

/// <summary>What part a word plays in its sentence.</summary>
internal enum Role
{
    /// <summary>None that the sentence marks.</summary>
    Plain,

    /// <summary>The sentence gives it as a cause.</summary>
    Cause,

    /// <summary>The sentence gives it as an effect.</summary>
    Effect,

    /// <summary>The sentence gives it as the time or occasion.</summary>
    Occasion,
}

/// <summary>Tells cause, effect and occasion in a sentence apart by the phrases of <c>connectives.txt</c>.</summary>
internal sealed class Roles(Stems stems)
{
    private const string ListName = "Classifying/connectives.txt";

    private readonly ByStem<(Phrase Phrase, Role Role)> connectives = new(EmbeddedText.Lines(ListName)
        .Select(l => (Phrase: Phrase.Read(l, stems), Role: RoleAfter(l[0])))
        .OrderByDescending(c => c.Phrase.Parts[0].Length)
        .Select(c => (c.Phrase.First, c)));

    /// <summary>The role of each word.</summary>
    public Role[] Of(List<Word> words)
    {
        var roles = new Role[words.Count];
        var opening = 0;
        var current = Role.Plain;
        for (var at = 0; at < words.Count; at++)
        {
            if (words[at].Opens)
                (opening, current) = (at, Role.Plain);
            var (role, length) = Connective(words, at);
            if (role == Role.Effect && current == Role.Plain)
                roles.AsSpan(opening, at - opening).Fill(Role.Cause);
            if (length > 0)
                (current, at) = (role, at + length - 1);
            else
                roles[at] = current;
        }

        return roles;
    }

    private (Role Role, int Length) Connective(List<Word> words, int at)
    {
        foreach (var (phrase, role) in connectives[words[at].Stem])
        {
            if (phrase.LengthAt(words, at) is > 0 and var length)
                return (role, length);
        }

        return default;
    }

    private static Role RoleAfter(char mark) => mark switch { '<' => Role.Cause, '>' => Role.Effect, _ => Role.Occasion };
}
