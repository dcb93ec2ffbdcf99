namespace PostmortemInsights.Indexing.Queries;

/// <summary>Reads what a single piece of a query asks for.</summary>
internal static class ConditionReader
{
    public static (Condition? Condition, QueryError? Error) Read(QueryPiece piece)
    {
        var field = piece.Field is { } name ? Field.All.GetValueOrDefault(name) : null;
        return piece switch
        {
            { Field: "duration" } => ReadDuration(piece),
            { Field: "date" } => ReadDate(piece),
            { Quoted: true } => (new Phrase(piece.Body, field), null),
            _ => (ReadWord(piece.Body, field), null),
        };
    }

    private static Condition ReadWord(string body, Field? field)
    {
        var word = body[..^1];
        if (word.Length > 1 && word.All(char.IsLetterOrDigit))
        {
            if (body[^1] == '*')
                return new Prefix(word.ToLowerInvariant(), field);
            if (body[^1] == '~')
                return new Fuzzy(word, field);
        }

        return field is null ? new FreeText(body) : new Phrase(body, field);
    }

    private static (Condition? Condition, QueryError? Error) ReadDuration(QueryPiece piece)
    {
        var body = piece.Body;
        var sign = body.StartsWith(">=", StringComparison.Ordinal) || body.StartsWith("<=", StringComparison.Ordinal) ? 2
            : body[0] is '>' or '<' ? 1 : 0;
        var range = body.Split("..");
        if (range.Length == 2 && DurationText.Minutes(range[0]) is { } low && DurationText.Minutes(range[1]) is { } high)
            return (new DurationRange(low, high), null);
        if (DurationText.Minutes(body[sign..]) is not { } minutes)
            return (null, new QueryError(piece.Position, $"'{body}' is no duration; write duration:>2h, duration:<30m or duration:1h..3h."));
        return (new DurationRange(body[0] == '<' ? null : minutes, body[0] == '>' ? null : minutes), null);
    }

    private static (Condition? Condition, QueryError? Error) ReadDate(QueryPiece piece)
    {
        var body = piece.Body;
        var cut = body.IndexOf("..", StringComparison.Ordinal);
        var from = DateText.Period(cut < 0 ? body : body[..cut]);
        var to = cut < 0 ? from : DateText.Period(body[(cut + 2)..]);
        var open = cut >= 0 && (cut == 0 || cut + 2 == body.Length) && body.Length > 2;
        if ((from is null || to is null) && !(open && (from ?? to) is not null))
        {
            return (null, new QueryError(
                piece.Position,
                $"'{body}' is no date; write date:2024, date:2024-Q2, date:2024-04, date:2024-04-15 or two of them with .. between."));
        }

        return (new DateRange(from?.First, to?.Last), null);
    }
}
