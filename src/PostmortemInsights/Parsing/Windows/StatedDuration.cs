using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Parsing.Times;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>The duration that a text states in words or figures.</summary>
internal static partial class StatedDuration
{
    private const int Context = 160;
    private const double Far = 3;
    private const double Rounding = 0.05;
    private const double LeastRounding = 2;

    /// <summary>
    /// The first statement: front matter, then a duration label, then a sentence that says how long it lasted; null if none does. A
    /// sentence about a time that is far shorter or longer than the incident, as start and end or the timeline give it, is about something else.
    /// </summary>
    public static Found<double>? Read(SourceDocument document, Outline outline, (double Shortest, double Longest) bounds) =>
        FromFrontMatter(document) ?? FromLabel(outline) ?? (FromSentences(outline) is { } told && told.Value >= bounds.Shortest / Far && told.Value <= bounds.Longest * Far ? told : null);

    /// <summary>A length of time that is what start and end give, rounded at most: the text states it, however it is put. Null if there is none.</summary>
    public static Found<double>? Confirming(Outline outline, double minutes)
    {
        foreach (var sentence in outline.Blocks.Where(static b => b.Kind != BlockKind.Heading && b.Section is not (PassageKind.Code or PassageKind.Actions or PassageKind.Timeline or PassageKind.Lessons)).SelectMany(static b => Sentences.Of(b.Text)))
        {
            foreach (var mention in Durations.Scan(sentence))
            {
                if (Math.Abs(mention.Minutes - minutes) <= Math.Max(LeastRounding, minutes * Rounding) && !NotAfter().IsMatch(After(sentence.Value, mention)) && !Noticing().IsMatch(Before(sentence.Value, mention)))
                    return new Found<double>(mention.Minutes, sentence.SpanOf(mention.Start, mention.End));
            }
        }

        return null;
    }

    private static Found<double>? FromFrontMatter(SourceDocument document) =>
        document.FrontMatter?.Find("duration", "duration_minutes", "durationMinutes") is { } entry && Value(entry) is { } minutes
            ? new Found<double>(minutes, entry.Span)
            : null;

    private static double? Value(FrontMatterEntry entry)
    {
        if (Durations.Scan(entry.Value) is [var mention, ..])
            return mention.Minutes;
        return double.TryParse(entry.Value, System.Globalization.CultureInfo.InvariantCulture, out var minutes) ? minutes : null;
    }

    private static Found<double>? FromLabel(Outline outline)
    {
        foreach (var (label, value) in outline.Blocks.Where(static b => b.Section is not (PassageKind.Timeline or PassageKind.Actions)).SelectMany(Labelled))
        {
            if (!DurationLabel().IsMatch(label))
                continue;
            foreach (var mention in Durations.Scan(value))
            {
                if (!NotTheOutage(value.Value, mention))
                    return new Found<double>(mention.Minutes, value.SpanOf(mention.Start, mention.End));
            }
        }

        return null;
    }

    /// <summary>What stands behind labels, else a text under its heading.</summary>
    private static IEnumerable<(string Label, CleanText Value)> Labelled(Block block) =>
        block.Label is null && block.Cells.Count < 2 ? (block.Kind == BlockKind.Heading ? [] : [(block.Under.Value.TrimEnd(':'), block.Text)]) : LabelledValue.Of(block);

    private static Found<double>? FromSentences(Outline outline)
    {
        var near = outline.Blocks.Where(static b => b.Section is PassageKind.Summary or PassageKind.Impact or PassageKind.Title);
        var far = outline.Blocks.Where(static b => b.Section is not (PassageKind.Summary or PassageKind.Impact or PassageKind.Code or PassageKind.Actions or PassageKind.Timeline));
        var sums = outline.Blocks.Where(static b => b is { Section: PassageKind.Timeline, Kind: BlockKind.Paragraph } && TimeScanner.Scan(b.Text).Count == 0);
        return FromSentences(near, Lasted()) ?? FromSentences(far, LastedForSure()) ?? FromSentences(sums, LastedForSure());
    }

    private static Found<double>? FromSentences(IEnumerable<Block> blocks, Regex lead)
    {
        foreach (var sentence in blocks.SelectMany(static block => Sentences.Of(block.Text)))
        {
            foreach (var mention in Durations.Scan(sentence))
            {
                var before = Before(sentence.Value, mention);
                var after = After(sentence.Value, mention);
                var lasted = lead.IsMatch(before) && (!Bare().IsMatch(before) || Harm().IsMatch(sentence.Value));
                var alone = Alone().IsMatch(before) && after.AsSpan().IndexOfAnyExcept(".!)") < 0;
                if (IsSpent(before, after) || IsTillSolved(before, after) || ((lasted || alone || Outage().IsMatch(after)) && !NotTheOutage(sentence.Value, mention)))
                    return new Found<double>(mention.Minutes, sentence.SpanOf(mention.Start, mention.End));
            }
        }

        return null;
    }

    /// <summary>Whether a story goes through the whole time: <c>the next six hours were a search in the dark</c>.</summary>
    private static bool IsSpent(string before, string after) => Next().IsMatch(before) && Were().IsMatch(after);

    /// <summary>Whether it is how long they took to mend it: <c>restored after about two hours</c>, <c>fixed 40 minutes later</c>, <c>it took an hour to get it back</c>.</summary>
    private static bool IsTillSolved(string before, string after) =>
        !Noticing().IsMatch(before)
        && ((SolvedIn().IsMatch(before) && !NotAfter().IsMatch(after)) || (Solved().IsMatch(before) && Later().IsMatch(after)) || (Took().IsMatch(before) && ToSolve().IsMatch(after)));

    private static bool NotTheOutage(string text, DurationMention mention) =>
        NotBefore().IsMatch(Before(text, mention)) || NotAfter().IsMatch(After(text, mention)) || Noticing().IsMatch(Before(text, mention));

    /// <summary>What stands in front; of <c>10-15 minutes</c>, in front of the whole range.</summary>
    private static string Before(string text, DurationMention mention)
    {
        var before = text[Math.Max(0, mention.Start - Context)..mention.Start];
        return before[..^LowerEnd().Match(before).Length];
    }

    private static string After(string text, DurationMention mention) => text[mention.End..Math.Min(text.Length, mention.End + Context)];

    private const string Approximately = @"(?:(?:a|an|the|us|total|of|period|estimated|time|about|around|approximately|approx\.?|roughly|nearly|almost|over|more|less|than|just|under|up|to|some|only|~|another|whole|full|good|well|little|bit|shy|short|best|better|part|close|near|not|quite|all|in|so|solid|at|least|as|long|something|like|perhaps|maybe|those|these|must|have|been)[\s~]+){0,7}[(~]?\z";

    [GeneratedRegex(@"(?<![\w.:])(?:between\s)?(?:\d{1,3}|" + Numerals.Words + @")\s?(?:-|–|to|or|(?<=between\s\S{1,12}\s)and)\s?\z", RegexOptions.CultureInvariant | RegexOptions.IgnoreCase)]
    private static partial Regex LowerEnd();

    [GeneratedRegex(@"\A(?:(?:total|incident|outage|service|the|issue|approximate|impact|event|estimated|overall|customer|user|resolution|recovery)\s)*(?:duration|downtime|outage|length|interruption|disruption|lasted|lasting|how long|time (?:down|lost|out)|(?:down|outage) time|outage window|(?:elapsed time|time elapsed|mttr|ttr)|time to (?:resolve|resolution|mitigat(?:e|ion)|recover(?:y)?|restor(?:e|ation)|repair|fix)|(?:.{0,80}\()?(?:total|overall) (?:\w+ )?(?:time|duration)\)?|dur[ée]e(?: totale)?|duraci[óo]n(?: total)?)(?:\s(?:of|and|de|del)\s.*)?(?:\s\(.*\))?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex DurationLabel();

    [GeneratedRegex(@"\b(?:last(?:ed|ing|s)|for|duration(?: of| was|:)?|length:|total of|took(?: us)?|spann(?:ed|ing)|period of|outage of|downtime of|down for|unavailable for|lasted for|(?:went|go|goes|gone|dragged|carried) on for|continued for|persisted for|stretched (?:over|to)|(?:amount|add)(?:s|ed)? (?:up )?to|resolved in|within a span of|over the (?:course|space|span) of|in total|(?:outage|incident|downtime|disruption|interruption) (?:was|were)|(?:limited|confined|contained|bound(?:ed)?)(?: to| by)?(?: at)?|recover(?:ed|y)?(?: itself)? (?:in|took)|\d{1,2}:\d\d(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?)[\s:(]+" + Approximately + @"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Lasted();

    [GeneratedRegex(@"\b(?:last(?:ed|ing|s)|total of|took us|spann(?:ed|ing)|period of|outage of|downtime of|down for|unavailable for|lasted for|(?:went|gone|dragged|carried) on for|continued for|persisted for|resolved in|(?:was|were|been) (?:down|offline|unavailable|degraded|around|present|dark|blind|unreachable|gone|away|out|stuck|silent) for|builds? .{0,20}failing for|error\w* .{0,30}for|duration of)[\s:(]+" + Approximately + @"", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex LastedForSure();

    [GeneratedRegex(@"\b(?:next|following|ensuing)\s\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Next();

    [GeneratedRegex(@"\A\s(?:were|was)\s(?:a|an|spent|filled|full|pure|all|chaos)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Were();

    private const string Mended = @"\b(?:resolved|restored|fixed|solved|recovered|mitigated|repaired|ended|back (?:up|online|to normal|in service))";

    [GeneratedRegex(Mended + @"(?:\s(?:fully|completely|only|again|it))*\s(?:in|within|after)[\s(]+" + Approximately, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SolvedIn();

    [GeneratedRegex(Mended + @"(?:\s\w+){0,2}\s" + Approximately, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Solved();

    [GeneratedRegex(@"\A\slater\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Later();

    [GeneratedRegex(@"\b(?:took|taken|needed)(?:\s(?:us|them|me|the \w+))?\s" + Approximately, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Took();

    [GeneratedRegex(@"\A\s(?:(?:for us|in total|altogether|overall|of work)\s)?(?:to|until we)\s(?:fully\s)?(?:resolve|restore|fix|recover|repair|mitigate|bring|get|solve)\b|\A\sfrom\s(?:the\s)?(?:start|beginning|onset|first\s\w+)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex ToSolve();

    /// <summary>A sentence that is nothing but a length of time.</summary>
    [GeneratedRegex(@"\A\W*" + Approximately, RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Alone();

    [GeneratedRegex(@"\b(?:for|took)\s(?:[\w.]+[\s~]+){0,4}[(~]?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Bare();

    /// <summary>Much goes on for a while in a report; the outage is what did harm.</summary>
    [GeneratedRegex(@"\b(?:outages?|downtime|down|offline|unavailab\w*|inaccessib\w*|unreach\w*|unrespons\w*|unusable|un(?:able|stable)|could ?n[o']t|could not|couldn’t|can(?:not|'t|’t)|did ?n[o']t|didn’t|fail\w*|errors?|[45]\d\d|degrad\w*|disrupt\w*|interrupt\w*|affect\w*|impact\w*|incidents?|issues?|problems?|slow\w*|lock(?:ed|ing)? out|lost|losing|without|broke\w*|crash\w*|hung|hang\w*|stuck|stopp\w*|blocked|reject\w*|wrong|no one|nobody|nothing|delay\w*|late|restor\w*|resol\w*|fix\w*|hidden|missing|gone|empty|closed|frozen|halt\w*|inoperat\w*|not operational|breakdowns?|not\s(?:\w+\s)?(?:accessible|available|reachable|usable|working|responding))\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harm();

    [GeneratedRegex(@"\A[\s-]*(?:(?:long|of|total|complete|partial|service|site|system|network|full|unplanned|major|significant|(?:un)?scheduled)\s)*(?:outage|downtime|interruption|disruption|interval|window|incident|blackout|(?:un|non-)?availability|degradation|degraded|intermittent|elevated|unavailability|instability|offline|stoppage|standstill|silence|darkness)\b|\A[\s,]*(?:in (?:total|all)|all told|altogether|(?:from )?start to finish|end to end|all in all|in the dark|(?:was|were) lost)\b|\A\)?\s*\((?:UTC|GMT|PST|EST)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Outage();

    [GeneratedRegex(@"(?:\bwithin|\bafter|\bevery|\blast|\bpast|\bprevious|\bnext|\beach|\bsubsequent|\bfirst|\bin under|\bless than|\bafter nearly|\bafter about|\btakes?|\btook about|\bweekly downtime limit:|\ballows|\d\s?[-–]\s?|\d\sto\s)\s?(?:a\s|an\s|~)?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotBefore();

    [GeneratedRegex(@"\A\s*(?:before (?:we|anyone|anybody|it|they|somebody|someone|being)|later|ago|earlier|per\b|a day|each|of (?:weekly|logs|data|history)|old\b|timeout|response|latency|each\b|time\s?out|prior|in advance|without (?:a|any|one) (?:single )?(?:hitch|problem|issue|incident|trouble|error|failure|fault|glitch)|sla|retention|ttl)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotAfter();

    [GeneratedRegex(@"\b(?:noticed|undetected|unnoticed|unacknowledged|allowances?|sla|(?:kept|stored|retained|cached) for|would (?:be|get)|will|expects?|expecting|hope\w*|ttls?|ruled out|(?:not|never|nothing|no one|nobody)\b[^.]*\b(?:changed|touched|moved|deployed)\b)\b[^.]*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Noticing();
}
