namespace PostmortemInsights.Indexing.Queries;

/// <summary>A stretch of a query between blanks, with its sign, field and quotation marks taken off.</summary>
/// <param name="Occur">From the sign; null without one.</param>
/// <param name="Field">What stands before the colon, if it is the name of a field.</param>
/// <param name="Body">What is left.</param>
/// <param name="Quoted">Whether it stood between quotation marks.</param>
/// <param name="Position">Offset of the body in the query.</param>
internal sealed record QueryPiece(Occur? Occur, string? Field, string Body, bool Quoted, int Position)
{
    public bool IsPlain => Occur is null && Field is null && !Quoted;

    public static List<QueryPiece> Split(string text)
    {
        var pieces = new List<QueryPiece>();
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
                at++;
            else
                pieces.Add(Read(text, ref at));
        }

        return pieces;
    }

    private static QueryPiece Read(string text, ref int at)
    {
        var occur = SignAt(text, at);
        var start = occur is null ? at : at + 1;
        var field = FieldAt(text, start);
        var body = field is null ? start : start + field.Length + 1;
        var quote = text[body] == '"' ? text.IndexOf('"', body + 1) : -1;
        if (quote > body + 1 && EndsPiece(text, quote + 1))
        {
            at = quote + 1;
            return new QueryPiece(occur, field, text[(body + 1)..quote], true, body + 1);
        }

        at = EndOfWord(text, body);
        return new QueryPiece(occur, field, text[body..at], false, body);
    }

    private static Occur? SignAt(string text, int at)
    {
        if (at + 1 >= text.Length || !(char.IsLetterOrDigit(text[at + 1]) || text[at + 1] == '"'))
            return null;
        return text[at] switch { '+' => Queries.Occur.Must, '-' => Queries.Occur.MustNot, _ => null };
    }

    // A field counts when something follows the colon at once.
    private static string? FieldAt(string text, int start)
    {
        var end = start;
        while (end < text.Length && char.IsAsciiLetter(text[end]))
            end++;
        if (end + 1 >= text.Length || text[end] != ':' || char.IsWhiteSpace(text[end + 1]))
            return null;
        var name = text[start..end];
        return name is "duration" or "date" || Queries.Field.All.ContainsKey(name) ? name : null;
    }

    private static bool EndsPiece(string text, int at) => at == text.Length || char.IsWhiteSpace(text[at]);

    private static int EndOfWord(string text, int at)
    {
        while (at < text.Length && !char.IsWhiteSpace(text[at]))
            at++;
        return at;
    }
}
