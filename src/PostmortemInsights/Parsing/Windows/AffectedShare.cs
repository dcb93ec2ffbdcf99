using System.Buffers;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Windows;

/// <summary>The share of users, or of requests, that was affected.</summary>
internal static partial class AffectedShare
{
    private const int Context = 120;

    /// <summary>A share of a hundred with " of " behind it is no longer.</summary>
    private const int LongestShare = 40;

    /// <summary>So many words may stand between figures and whom they are of.</summary>
    private const int CloseBy = 3;

    /// <summary>So many words may stand between a share and whom it is of.</summary>
    private const int FarOff = 5;

    /// <summary>One of these stands wherever all are said to be affected.</summary>
    private static readonly SearchValues<string> WordsForAll = SearchValues.Create(
        ["all ", "every ", "each ", "any ", "everyone", "everybody", "anyone", "anybody", "could", "able to", "entire ", "whole ", "to zero"], StringComparison.OrdinalIgnoreCase);

    private static readonly string[] Keys = ["users_affected", "usersAffected", "affected_users", "affectedUsers", "impacted_users", "users_affected_percent", "usersAffectedPercent"];

    /// <summary>Every statement in order: front matter, then summary and impact, else the rest.</summary>
    public static IReadOnlyList<Found<double>> Read(SourceDocument document, Outline outline) => [.. Kept(document.FrontMatter), .. Told(outline)];

    private static IEnumerable<Found<double>> Kept(FrontMatter? matter)
    {
        if (matter?.Find(Keys) is { } entry && Shares.OfAHundred(entry.Value).Select(static share => (double?)share.Percent).FirstOrDefault() is { } percent)
            yield return new Found<double>(percent, entry.Span);
    }

    private static List<Found<double>> Told(Outline outline)
    {
        var near = Statements(outline.Blocks.Where(static b => b.Section is PassageKind.Summary or PassageKind.Impact), All);
        if (near.Count > 0)
            return near;
        var far = Statements(outline.Blocks.Where(static b => b.Section is PassageKind.Other or PassageKind.Detection or PassageKind.Timeline && b.Kind != BlockKind.Heading), All);
        return far.Count > 0 ? far : Statements(outline.Blocks.Where(static b => b.Section is not (PassageKind.Code or PassageKind.Actions) && b.Kind != BlockKind.Heading), Figures);
    }

    private static List<Found<double>> Statements(IEnumerable<Block> blocks, Func<string, Block, IEnumerable<ShareMention>> told)
    {
        var found = new List<(Affected? Of, Found<double> Share)>();
        foreach (var block in blocks)
        {
            foreach (var sentence in Sentences.Of(block.Text))
            {
                var shares = told(sentence.Value, block).OrderBy(static share => share.Start).ToList();
                if (shares.Count > 0 && !Recovered().IsMatch(sentence.Value))
                    found.AddRange(shares.Select(share => (share.Of, new Found<double>(share.Percent, sentence.SpanOf(share.Start, share.End)))));
            }
        }

        // A share of requests is told where that of users is not known.
        if (found.Exists(static told => told.Of == Affected.People))
            found.RemoveAll(static told => told.Of == Affected.Requests);
        return found.ConvertAll(static told => told.Share);
    }

    /// <summary>The shares of users in a sentence; figures that stand beside a percentage are what it was computed from.</summary>
    private static IEnumerable<ShareMention> All(string sentence, Block block)
    {
        var figures = Figures(sentence, block).ToList();
        var words = (figures.Count > 0 ? [] : Shares.Counts(sentence).Where(share => IsOfWhom(sentence, share, CloseBy, block)))
            .Concat(Shares.Fractions(sentence).Where(share => IsOfWhom(sentence, share, FarOff, block)))
            .Concat(IsTitle(block) ? [] : Everyone(sentence))
            .ToList();
        return words.Count > 0 && TellsOfHarm(sentence) ? figures.Concat(words) : figures;
    }

    /// <summary>A title says "all" and "nobody" for effect.</summary>
    private static bool IsTitle(Block block) => block.Kind == BlockKind.Heading || string.Equals(block.Label?.Value, "title", StringComparison.OrdinalIgnoreCase);

    private static IEnumerable<ShareMention> Figures(string sentence, Block block) => Shares.OfAHundred(sentence)
        .Where(share => IsOfUsers(sentence, share, block))
        .Select(share => share with { Of = AffectedNouns.Behind(sentence, share.End, FarOff)?.Kind });

    /// <summary>Whether a share in words is of users; what fails under the head of impact may be anything.</summary>
    private static bool IsOfWhom(string sentence, ShareMention share, int most, Block block) => AffectedNouns.Behind(sentence, share.Whom, most)?.Kind switch
    {
        Affected.People or Affected.Requests => true,
        Affected.Things => most == FarOff || block.Section == PassageKind.Impact,
        Affected.Other => block.Section == PassageKind.Impact && most == FarOff,
        _ => block.Section is PassageKind.Summary or PassageKind.Impact && most == FarOff && Failing().IsMatch(After(sentence, share.End)),
    };

    private static bool TellsOfHarm(string sentence) => Harm().IsMatch(sentence) && !Unharmed().IsMatch(sentence);

    private static bool IsOfUsers(string sentence, ShareMention share, Block block)
    {
        var before = sentence[Math.Max(0, share.Start - Context)..share.Start];
        var after = After(sentence, share.End);
        if (NotUsers().IsMatch(after) || Spared().IsMatch(before))
            return false;
        if (Affecting().IsMatch(before) || (share.Percent == 100 && Total().IsMatch(after)))
            return true;
        return AffectedNouns.Behind(sentence, share.End, FarOff)?.Kind switch
        {
            Affected.People or Affected.Requests => true,
            Affected.Things => block.Section == PassageKind.Impact || TellsOfHarm(sentence),
            Affected.Other when after.StartsWith(" of ", StringComparison.OrdinalIgnoreCase) => block.Section is PassageKind.Impact or PassageKind.Summary && TellsOfHarm(sentence),
            _ => StandsBehindUsers(before, after) ? TellsOfHarm(sentence) : block.Section is PassageKind.Summary or PassageKind.Impact && Failing().IsMatch(after),
        };
    }

    /// <summary>Whether a share follows whom it is of: <c>312 tenants (3%)</c>, <c>of the calls that night about 70%</c>.</summary>
    private static bool StandsBehindUsers(string before, string after) =>
        Whose().Match(before) is { Success: true } whose && AffectedNouns.KindOf(whose.Groups["noun"].Value.ToLowerInvariant()) is not null
            && !after.StartsWith(" of ", StringComparison.OrdinalIgnoreCase);

    /// <summary>Where a sentence speaks of all users, or of none who could.</summary>
    private static IEnumerable<ShareMention> Everyone(string sentence)
    {
        if (!sentence.AsSpan().ContainsAny(WordsForAll))
            return [];
        return AllOrNone().Matches(sentence)
            .Where(match => !IsShared(sentence, match.Index))
            .Select(match => (Start: match.Index, End: EndOfAll(sentence, match)))
            .Where(all => all.End is { } end && !Restricted().IsMatch(After(sentence, end)))
            .Select(static all => new ShareMention(all.Start, all.End!.Value, 100));
    }

    /// <summary>Whether only a share of all is meant: <c>47% of all requests</c>.</summary>
    private static bool IsShared(string sentence, int all)
    {
        var before = sentence[Math.Max(0, all - LongestShare)..all];
        return before.EndsWith(" of ", StringComparison.OrdinalIgnoreCase) && Shares.OfAHundred(before).Any(share => share.End == before.Length - " of ".Length);
    }

    /// <summary>The offset behind "all users" and "no user could"; null where that is said of something else.</summary>
    private static int? EndOfAll(string sentence, Match all)
    {
        var end = all.Index + all.Length;
        if (!all.Groups["each"].Success && !all.Groups["no"].Success)
            return end;
        if (AffectedNouns.BehindAll(sentence, end) is not { Kind: Affected.People or Affected.Requests } whom || (whom.Kind == Affected.Requests && all.Value.Equals("each", StringComparison.OrdinalIgnoreCase)))
            return null;
        return all.Groups["each"].Success || Could().IsMatch(After(sentence, whom.End)) ? whom.End : null;
    }

    private static string After(string text, int at) => text[at..Math.Min(text.Length, at + Context)];

    [GeneratedRegex(@"\b(?:affect(?:ed|ing|s)|impact(?:ed|ing|s)?|users|customers|(?:users|customers) affected:?|percentage[^.]{0,30}:|(?:requests|users|customers|visitors|traffic)\b[^.%]{0,80}\b(?:reach(?:ed|ing)|peak(?:ed|ing)\sat)|^(?:who|whom|hit|reach|scope|extent|share|blast\sradius|felt\sby)[^:.]{0,30}:|(?:error|failure|rejection|decline)[\s-](?:rate|ratio|share)\s(?:was|of|(?:rose|climbed|went|jumped|grew|shot)(?:\sup)?\sto|reached|hit|peaked\sat))\W*(?:(?:about|around|approximately|nearly|roughly|an|estimated|some|over|up|to|almost|of|~|at|least)\s)*\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Affecting();

    [GeneratedRegex(@"\A\s*(?:of\s(?:the|our)\s(?:\w+\s){0,3})?(?:service\s|web\s|site\s|server\s)*(?:outage|disruption|downtime|unavailab\w*|down\b|offline|server|infrastructure|platform|services?\b|systems?\b|apis?\b)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Total();

    /// <summary>What happened to a share, where nobody is named: <c>about a third got an error</c>.</summary>
    [GeneratedRegex(@"\A\s(?:of\s(?:them|us|you)\s)?(?:(?:still|simply|just|only|all|then)\s)?(?:failed|timed\sout|(?:were|was)\s(?:lost|rejected|refused|turned\saway|declined|affected|hit|bounced|dropped|locked|logged|cut|shown|sent|told|unable)|got\s(?:an?|the|no|nothing|stuck|lost|it|empty|wrong)|saw\s|could\s?n[o'’]t|could\snot|never\s|went\s(?:wrong|missing|astray|nowhere)|did\s?n[o'’]t\s|did\snot\s|received\s|ended\s(?:in|with|on|at)|gave\sup|hung|crashed)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Failing();

    [GeneratedRegex(@"\b(?:(?<noun>[\w-]+)(?:\s\(|\s?[,:;–—]\s|\s-\s)(?:(?:that\sis|that's|thats|i\.e\.|or|so|which\sis|which\swas|being|together)\s)?|of\s(?:the|all|our)\s(?<noun>[\w-]+)\b[^.,;:%\d]{0,40}\s)(?:(?:about|around|approximately|nearly|roughly|some|over|up|to|almost|~|at|least|or|so|only|just)\s)*~?\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex Whose();

    /// <summary>What stands before the share of those who were not affected.</summary>
    [GeneratedRegex(@"\b(?:(?:succeed\w*|worked|served|availab\w*|success\w*|uptime|stayed|remained|fine)\b[^.,;%]{0,40}|all but (?:about |some )?|the (?:other|remaining) |the rest,? )\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Spared();

    [GeneratedRegex(@"\A\s*(?:slower|faster|of (?:\w+\s)*(?:requests|traffic|users|calls|queries) (?:were|was|are|is) (?:still )?(?:cached|served|hitting|successful|fine|unaffected|back)|cpu|memory|disk|usage|utili[sz]ation|increase|decrease|more|less|back online|uptime|availability|success|capacity|higher|lower|discount|of (?:the |that |our )?time\b|of (?:the )?(?:cpu|memory|disk|capacity|nodes|block|servers|validators))", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NotUsers();

    [GeneratedRegex(@"\b(?:back online|was restored|(?<!\b(?:no|none|nobody|not|few)\b[^.;]{0,60})were able to|fully restored|restored (?:to|for)|functional for all|accessible to all|returned to|for all users and resolved)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Recovered();

    [GeneratedRegex(@"\b(?:affect\w*|impact\w*|unable|could ?n[o']t|could not|couldn’t|can(?:not|'t|’t)|fail\w*|errors?|denied|den(?:y|ies)|prevent\w*|unavailab\w*|inaccessib\w*|down|outages?|reject\w*|lost|lose|losing|locked|[45]\d\d|interrupt\w*|disrupt\w*|time(?:d|s)?[ -]?outs?|unrespons\w*|stop\w*|no longer|offline|slow\w*|degrad\w*|drops?|dropped|zero|hang\w*|crash\w*|refus\w*|block(?:s|ed|ing)?|not (?:reachable|accessible|available)|miss\w*|nobody|no one|no (?:user|customer|visitor|client)s?|none|brought|unreach\w*|logged out|broken?|closed|shut|dark|had black|black (?:screens?|pages?|out)|blank|frozen|froze|stuck|bounc\w+|turned away|hit|suffer\w*|declin\w+|empty|garbled|wrong|without|kicked|thrown|late|delay\w*|gave up|wait(?:ed|ing|s)?|unusable|nothing|failing|thr(?:ew|own)|struggl\w+|damag\w*|corrupt\w*|expos\w+|leak\w*|incorrect\w*|duplicate\w*|charged|hidden)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Harm();

    [GeneratedRegex(@"\b(?:apologi[sz]e|will be sent|available to all|ensures?|notif\w+|inform\w*|receive|single source|communicat\w+|(?:should|must) (?:be|include)|to prevent|job is to|no impact|not affected|unaffected|weren't affected|thank)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Unharmed();

    [GeneratedRegex(@"\b(?:for|prevented|denied|locked out)\s(?:everyone|anyone|everybody|anybody)\b|\b(?:nobody|no\s?one|everyone|every\sone|none\sof\sthem)\s(?:could|(?:was|were)\sable\sto)\b|\b(?:took|taken|takes?|brought|brings?)\sdown\sthe\s(?:entire|whole)\s\w+|\ball\s(?:\w+\s){0,2}(?:services|sites|hubs|systems|apps|applications|platforms|servers|apis)\s(?:including\s[^.;]{1,60}\s)?(?:were|are|went)\s(?:down|unavailable|offline|unreachable|inaccessible|not\s(?:reachable|accessible|available))|\b(?:everyone|everybody)\s(?:was|were|got|lost|saw)\b|\b(?:nobody|no\s?one)\s(?:got|received)\b|\b(?:entire|whole)\s(?:company|office|school|campus|hospital|factory|town|(?:customer|user)\s?base|staff|workforce|community)\b|\b(?:entire|whole)\s(?:service|site|website|platform|system)\s(?:was|is|went|became|being)\s(?:\w+\s)?(?:down|unavailable|offline|unreachable|inaccessible)|\b(?:drops?|dropped|fell|falls)\sto\szero\b|\b(?<each>all|every|each|(?<!\b(?:without|before|before\s\w{1,12})\s)any)\b|\b(?<no>no|none|not\sa\ssingle|not\sone)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex AllOrNone();

    [GeneratedRegex(@"\A\s(?:could|can|(?:was|were) able to)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Could();

    [GeneratedRegex(@"\A\s(?:tried|try|retry|retried|should|will|must|which|that|who|whose|including|with|else|after|before|but|except|have(?!\sbeen\s(?:affected|impacted|hit|unable|locked|logged))|see (?:it|why|how)|tell|say|explain|know|remember|find|guess|agree|reproduce|notice|understand|work out|figure|account for|think|imagine)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Restricted();
}
