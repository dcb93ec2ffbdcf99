using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Outlining;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Narrative;

/// <summary>Finds the incident's title.</summary>
internal static partial class TitleReader
{
    private const int LastBlock = 15;
    private const int LongestLine = 120;
    private const int ShortestSentence = 7;
    private const int MostWords = 14;

    /// <summary>The title as written; null when the document has none of its own.</summary>
    public static Found<string>? Read(SourceDocument document, Outline outline) =>
        FromFrontMatter(document) ?? FromField(outline) ?? FromTop(outline) ?? FromLaterHeading(outline);

    private static Found<string>? FromFrontMatter(SourceDocument document) =>
        document.FrontMatter?.Find("title") is { Value.Length: > 0 } entry ? Title(entry.Value, entry.Span) : null;

    /// <summary>A line <c>Title: …</c>, or such a row of the table at the head.</summary>
    private static Found<string>? FromField(Outline outline) => outline.Blocks
        .Take(LastBlock)
        .Select(Field)
        .Select(static field => field is null ? null : Title(field))
        .FirstOrDefault(static title => title is not null);

    private static CleanText? Field(Block block)
    {
        if (block.Kind == BlockKind.Row)
            return block.Cells.Count > 1 && NamesTitle().IsMatch(block.Cells[0].Value) && !IsColumnHead(block) ? block.Cells[1] : null;
        return block.Label is { } label && NamesTitle().IsMatch(label.Value) ? block.Content : null;
    }

    /// <summary>Whether a row at the head of a table may name its columns: <c>| Incident | Summary |</c>.</summary>
    private static bool IsColumnHead(Block row) => row.Header.Count == 0 && row.Cells[1].Value.All(char.IsLetter);

    /// <summary>
    /// The first heading or title-like line above the first section; one that names an incident goes before one that may name
    /// a company or a product.
    /// </summary>
    private static Found<string>? FromTop(Outline outline)
    {
        var top = outline.Blocks.Take(LastBlock).TakeWhile(static block => !IsSection(block)).ToList();
        var kind = top.Find(static block => block.Kind == BlockKind.Heading && TitleWords.IsGeneric(block.Text.Value));
        var titles = top.Where(block => IsLikeTitle(block) && !IsLink(outline, block) && !IsBeside(block, kind))
            .Select(static block => (Sure: IsSure(block), Title: Title(block.Text)))
            .Where(static candidate => candidate.Title is not null)
            .ToList();
        var index = titles.FindIndex(static candidate => candidate.Sure);
        if (titles.Count > 0)
            return OfThePage(titles.ConvertAll(static candidate => candidate.Title!.Value), Math.Max(0, index));
        return outline.Blocks.Length > top.Count && top.Count < LastBlock ? TitleBehindSectionName(outline.Blocks[top.Count]) : null;
    }

    /// <summary>A title that a heading below repeats without its beginning, <c>Acme Status: mails late</c>, begins with the name of the site.</summary>
    private static Found<string> OfThePage(List<Found<string>> titles, int chosen)
    {
        var repeated = titles.FindIndex(chosen + 1, title => title.Value.Contains(' ', StringComparison.Ordinal) && titles[chosen].Value.EndsWith(title.Value, StringComparison.OrdinalIgnoreCase));
        return titles[repeated < 0 ? chosen : repeated];
    }

    private static bool IsSure(Block block) =>
        block is { Kind: BlockKind.Heading, Level: < Block.PseudoLevel } || TitleWords.AfterPrefix(block.Text.Value) > 0 || TitleWords.NamesAnIncident(block.Text.Value);

    /// <summary>A report may follow the sheet of its assignment: then its title is the first heading of the highest level below, or one that says <c>Postmortem: …</c></summary>
    private static Found<string>? FromLaterHeading(Outline outline) => outline.Blocks
        .Where(static block => block is { Kind: BlockKind.Heading, Level: < Block.PseudoLevel } && !IsSection(block) && TitleWords.NamesAnIncident(block.Text.Value))
        .Where(static block => block.Level == 1 || TitleWords.AfterPrefix(block.Text.Value) > 0)
        .Select(static block => Title(block.Text))
        .FirstOrDefault(static title => title is not null);

    /// <summary><c>Issue Summary: When Our Database Took a Nap</c>, a heading that is both.</summary>
    private static Found<string>? TitleBehindSectionName(Block block) =>
        block is { Kind: BlockKind.Heading, Label: not null, Content.IsEmpty: false } && block.Content.Value.Contains(' ', StringComparison.Ordinal)
            && (block.Level == 1 || block.LabelNames.Exact == PassageKind.Summary)
            ? Title(block.Content)
            : null;

    private static bool IsSection(Block block) =>
        block is { Kind: BlockKind.Heading, Level: > 1, Names.Kind: PassageKind.Timeline }
        || (block.Kind == BlockKind.Heading && block.Names.Exact is not null)
        || (block.LabelNames.Exact is not null && TitleWords.AfterPrefix(block.Text.Value) == 0)
        || block.LabelNames.Exact == PassageKind.Summary;

    private static bool IsLikeTitle(Block block)
    {
        var text = block.Text.Value;
        if (block.Kind == BlockKind.Heading)
            return block.Level < Block.PseudoLevel || text[^1] is not (':' or '：');
        if (block.Kind != BlockKind.Paragraph || text.Length > LongestLine || text.Contains("://", StringComparison.Ordinal) || HeadingShape.BeginsWithStamp(text))
            return false;
        if (TitleWords.AfterPrefix(text) > 0)
            return true;
        var sentence = text[^1] is '.' or '!' or '?' or ',' or ';' or ':' && text.Count(static c => c == ' ') >= ShortestSentence - 1;
        return !sentence && text.Count(static c => c == ' ') < MostWords && block.Label is null && TitleWords.NamesAnIncident(text);
    }

    /// <summary>Whether a heading below the first level stands on a level with the one that names the kind of document, so that both head sections.</summary>
    private static bool IsBeside(Block block, Block? kind) =>
        kind is { Level: > 1 and < Block.PseudoLevel } && block.Kind == BlockKind.Heading && block.Level == kind.Level && !TitleWords.NamesAnIncident(block.Text.Value);

    private static bool IsLink(Outline outline, Block block) =>
        block.Kind == BlockKind.Paragraph && block.Text.Span.Start > 0 && outline.Document[block.Text.Span.Start - 1] == '[';

    private static Found<string>? Title(CleanText text)
    {
        var title = text.Slice(TitleWords.AfterPrefix(text.Value));
        if (TitleWords.IsGeneric(title.Value))
            return null;
        title = title.Slice(0, title.Value.TrimEnd(':', '：', ' ').Length);
        return new Found<string>(title.Value, title.Span);
    }

    private static Found<string>? Title(string text, SourceSpan span)
    {
        var title = text[TitleWords.AfterPrefix(text)..].Trim();
        return TitleWords.IsGeneric(title) ? null : new Found<string>(title, span);
    }

    [GeneratedRegex(@"\A(?:incident\s|post-?\s?mortem\s|event\s)?(?:title|subject|incident|event|incident name|event name|name of incident|title name|asunto|assunto|betreff|objet|oggetto|onderwerp|emne|ämne|headline)\z", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex NamesTitle();
}
