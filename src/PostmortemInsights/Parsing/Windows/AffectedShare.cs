using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>The share of users, or of requests, that was affected.</summary>
internal static partial class AffectedShare
{
    private const int Context = 120;

    /// <summary>One of these stands wherever all are said to be affected.</summary>
    private static readonly SearchValues<string> WordsForAll = SearchValues.Create(
        ["all ", "every ", "each ", "any ", "everyone", "everybody", "anyone", "anybody", "could", "entire ", "whole ", "to zero"], StringComparison.OrdinalIgnoreCase);

    /// <summary>One of these stands in every fraction.</summary>
    private static readonly SearchValues<string> WordsForFractions = SearchValues.Create(
        ["half ", "third", "quarter", "fifth", "tenth", "in ten", "in three", "in four", "in five"], StringComparison.OrdinalIgnoreCase);

    /// <summary>One of these, or <c>%</c>, stands in every share in figures.</summary>
    private static readonly SearchValues<string> Percent = SearchValues.Create(["per", "pct"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Keys = ["users_affected", "usersAffected", "affected_users", "affectedUsers", "impacted_users", "users_affected_percent", "usersAffectedPercent"];

    /// <summary>Every statement in order: front matter, then summary and impact, else the rest.</summary>
    public static IReadOnlyList<Found<double>> Read(SourceDocument document, Outline outline) => [.. Kept(document.FrontMatter), .. Told(outline)];

    private static IEnumerable<Found<double>> Kept(FrontMatter? matter)
    {
        if (matter?.Find(Keys) is { } entry && Figure().Match(entry.Value) is { Success: true } match && double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture) is var percent and <= 100)
            yield return new Found<double>(percent, entry.Span);
    }

    private static List<Found<double>> Told(Outline outline)
    {
        var near = Statements(outline.Blocks.Where(static b => b.Section is PassageKind.Summary or PassageKind.Impact)).ToList();
        if (near.Count > 0)
            return near;
        return [.. Statements(outline.Blocks.Where(static b => b.Section is PassageKind.Other or PassageKind.RootCause or PassageKind.Detection or PassageKind.Timeline && b.Kind != BlockKind.Heading))];
    }

    private static IEnumerable<Found<double>> Statements(IEnumerable<Block> blocks)
    {
        foreach (var sentence in blocks.SelectMany(static block => Sentences.Of(block.Text)))
        {
            List<(int At, int Length, double Percent)> found = [.. Figures(sentence), .. Words(sentence.Value)];
            if (found.Count == 0 || Recovered().IsMatch(sentence.Value))
                continue;
            foreach (var (at, length, percent) in found.OrderBy(static f => f.At))
                yield return new Found<double>(percent, sentence.SpanOf(at, at + length));
        }
    }

    private static IEnumerable<(int At, int Length, double Percent)> Figures(CleanText sentence)
    {
        if (!sentence.Value.Contains('%', StringComparison.Ordinal) && !sentence.Value.AsSpan().ContainsAny(Percent))
            yield break;
        for (var match = Figure().Match(sentence.Value); match.Success; match = match.NextMatch())
        {
            var before = sentence.Value[Math.Max(0, match.Index - Context)..match.Index];
            var after = After(sentence.Value, match);
            var percent = double.Parse(match.Groups["n"].Value, CultureInfo.InvariantCulture);
            if (percent <= 100 && (Whom().IsMatch(after) || Affecting().IsMatch(before) || (percent == 100 && Total().IsMatch(after))) && !NotUsers().IsMatch(after))
                yield return (match.Index, match.Length, percent);
        }
    }

    /// <summary>Shares in words, where the sentence tells of harm.</summary>
    private static List<(int At, int Length, double Percent)> Words(string sentence)
    {
        var found = new List<(int At, int Length, double Percent)>();
        if (sentence.AsSpan().ContainsAny(WordsForAll))
            found.AddRange(Everyone().Matches(sentence).Where(match => !Restricted().IsMatch(After(sentence, match))).Select(static match => (match.Index, match.Length, 100.0)));
        if (sentence.AsSpan().ContainsAny(WordsForFractions))
            found.AddRange(Fraction().Matches(sentence).Select(static match => (match.Index, match.Length, FractionOf(match.Groups["share"].Value))));
        return found.Count > 0 && Harm().IsMatch(sentence) && !Unharmed().IsMatch(sentence) ? found : [];
    }

    private static string After(string text, Match match) => text[(match.Index + match.Length)..Math.Min(text.Length, match.Index + match.Length + Context)];

    private static double FractionOf(string words) => words.ToLowerInvariant().Replace('-', ' ') switch
    {
        "half" or "half of" => 50,
        "a third" or "one third" => 100.0 / 3,
        "two thirds" => 200.0 / 3,
        "a quarter" or "one quarter" => 25,
        "three quarters" => 75,
        "a fifth" or "one fifth" or "one in five" => 20,
        "a tenth" or "one in ten" => 10,
        "two in three" => 200.0 / 3,
        "one in three" => 100.0 / 3,
        "one in four" => 25,
        "three in four" => 75,
        "four in five" => 80,
        _ => 50,
    };

    private const string People = @"(?:users?|customers?|visitors?|clients?|players?|members?|shoppers?|subscribers?|people|employees|staff|merchants?|tenants?|students?|patients?|accounts?|user\s?base|customer\s?base|audience|requests?|traffic|sessions?|transactions?|orders?|calls?|logins?|page\s?views|readers|producers?|validators?|researchers?|contributors?)";

    [GeneratedRegex(@"(?<![\d.$-])(?<n>\d{1,3}(?:\.\d+)?)\s?(?:%|percent\b|per\scent\b|pct\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Figure();

    [GeneratedRegex(@"\A(?:\s|\)|of\s(?:\w+\s){1,2}|of|the|our|its|all|total|internal|active|external|global|online|website|web|site|site's|platform|incoming|current|registered|regular|api|estimated|paying|mobile|user|affected|potential|european|end|company's|production|checkout|service)*\b" + People + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Whom();

    [GeneratedRegex(@"\b(?:affect(?:ed|ing|s)|impact(?:ed|ing|s)?|users|customers|(?:users|customers) affected:?|percentage[^.]{0,30}:|(?:requests|users|customers|visitors|traffic)\b[^.%]{0,80}\b(?:reach(?:ed|ing)|peak(?:ed|ing)\sat))\W*(?:(?:about|around|approximately|nearly|roughly|an|estimated|some|over|up|to|almost|of|~|at|least)\s)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Affecting();

    [GeneratedRegex(@"\A\s*(?:of\s(?:the|our)\s(?:\w+\s){0,3})?(?:service\s|web\s|site\s|server\s)*(?:outage|disruption|downtime|unavailab\w*|down\b|offline|server)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Total();

    [GeneratedRegex(@"\A\s*(?:slower|faster|of (?:\w+\s)*requests were (?:cached|served|hitting|successful)|cpu|memory|disk|usage|utili[sz]ation|increase|decrease|more|less|back online|uptime|availability|success|capacity|higher|lower|discount|of (?:the )?(?:cpu|memory|disk|capacity|nodes|block|servers|validators))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex NotUsers();

    [GeneratedRegex(@"\b(?:back online|was restored|were able to|fully restored|restored (?:to|for)|functional for all|accessible to all|returned to|for all users and resolved)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Recovered();

    [GeneratedRegex(@"\b(?:affect\w*|impact\w*|unable|could ?n[o']t|could not|couldn’t|can(?:not|'t|’t)|fail\w*|errors?|denied|den(?:y|ies)|prevent\w*|unavailab\w*|inaccessib\w*|down|outages?|reject\w*|lost|lose|losing|locked|[45]\d\d|interrupt\w*|disrupt\w*|time(?:d|s)?[ -]?outs?|unrespons\w*|stop\w*|no longer|offline|slow\w*|degrad\w*|drops?|dropped|zero|hang\w*|crash\w*|refus\w*|block\w*|miss\w*|nobody|no one|no (?:user|customer|visitor|client)s?|brought|unreach\w*|logged out|broken?)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Harm();

    [GeneratedRegex(@"\b(?:apologi[sz]e|will be sent|available to all|ensures?|notif\w+|inform\w*|receive|single source|communicat\w+|(?:should|must) (?:be|include)|to prevent|job is to|no impact|not affected|unaffected|weren't affected|thank)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Unharmed();

    [GeneratedRegex(@"\b(?:all|every|(?<!without\s)any)\s(?:of\s)?(?:the\s|our\s|its\s)?(?:\w+\s){0,2}?" + People + @"\b(?!-)|\beach\s(?:user|customer|visitor|client|player|member)\b|\b(?:for|prevented|denied|locked out)\s(?:everyone|anyone|everybody|anybody)\b|\b(?:every|no)\s?one\scould\b|\bnobody\scould\b|\bno\s(?:user|customer|visitor|client)s?\scould\b|\b(?:took|taken|takes?|brought|brings?)\sdown\sthe\s(?:entire|whole)\s\w+|\ball\s(?:\w+\s){0,2}services\s(?:were|are)\s(?:down|unavailable|offline)|\b(?:entire|whole)\s(?:service|site|website|platform|system)\s(?:was|is|went|became|being)\s(?:\w+\s)?(?:down|unavailable|offline|unreachable|inaccessible)|\b(?:drops?|dropped|fell|falls)\sto\szero\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Everyone();

    [GeneratedRegex(@"\A\s(?:tried|try|retry|retried|should|will|must|which|that|who|whose|including|with)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Restricted();

    [GeneratedRegex(@"\b(?<share>half(?:\sof)?|a\sthird|one[\s-]third|two[\s-]thirds|a\squarter|one\squarter|three[\s-]quarters|a\sfifth|one\sfifth|a\stenth|one\sin\sten|one\sin\s(?:three|four|five)|two\sin\sthree|three\sin\sfour|four\sin\sfive)\s(?:of\s)?(?:all\s|the\s|our\s|its\s|active\s)*" + People + @"\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Fraction();
}
