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
        if (Range(body) is not { } range)
            return ReadLimit(piece);
        var (low, high) = (DurationText.Minutes(range.From), DurationText.Minutes(range.To));
        if ((low is null && range.From.Length > 0) || (high is null && range.To.Length > 0))
            return NoDuration(piece);
        return low > high ? Reversed(piece) : (new DurationRange(low, high), null);
    }

    // >2h, <=30m, 2h
    private static (Condition? Condition, QueryError? Error) ReadLimit(QueryPiece piece)
    {
        var body = piece.Body;
        var sign = body.StartsWith(">=", StringComparison.Ordinal) || body.StartsWith("<=", StringComparison.Ordinal) ? 2
            : body[0] is '>' or '<' ? 1 : 0;
        if (DurationText.Minutes(body[sign..]) is not { } minutes)
            return NoDuration(piece);
        return (new DurationRange(body[0] == '<' ? null : minutes, body[0] == '>' ? null : minutes), null);
    }

    private static (Condition? Condition, QueryError? Error) ReadDate(QueryPiece piece)
    {
        var range = Range(piece.Body) ?? (piece.Body, piece.Body);
        var (from, to) = (DateText.Period(range.From), DateText.Period(range.To));
        if ((from is null && range.From.Length > 0) || (to is null && range.To.Length > 0))
        {
            return (null, new QueryError(
                piece.Position,
                $"'{piece.Body}' is no date; write date:2024, date:2024-Q2, date:2024-04, date:2024-04-15 or two of them with .. between."));
        }

        return from?.First > to?.Last ? Reversed(piece) : (new DateRange(from?.First, to?.Last), null);
    }

    // Either end may be left open, but not both.
    private static (string From, string To)? Range(string body)
    {
        var cut = body.IndexOf("..", StringComparison.Ordinal);
        return cut < 0 || body.Length == 2 ? null : (body[..cut], body[(cut + 2)..]);
    }

    private static (Condition? Condition, QueryError? Error) NoDuration(QueryPiece piece) =>
        (null, new QueryError(piece.Position, $"'{piece.Body}' is no duration; write duration:>2h, duration:<30m or duration:1h..3h."));

    private static (Condition? Condition, QueryError? Error) Reversed(QueryPiece piece) =>
        (null, new QueryError(piece.Position, $"'{piece.Body}' ends before it begins; write the smaller end first."));
}
