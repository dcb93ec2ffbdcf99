using PostmortemInsights.Incidents;

namespace PostmortemInsights.Reading;

/// <summary>A file of the corpus as text.</summary>
/// <param name="Source">The path as given or found, with <c>/</c> between folders.</param>
/// <param name="Text">The decoded text with line ends as <c>\n</c>; for HTML the extracted text with Markdown headings, lists and tables.</param>
/// <param name="Format">What the text was written in.</param>
/// <param name="Encoding">The encoding that the bytes were read by.</param>
/// <param name="FrontMatter">The block of keys before the text; null if there is none.</param>
public sealed record SourceDocument(string Source, string Text, DocumentFormat Format, string Encoding, FrontMatter? FrontMatter);

/// <summary>What a text was written in.</summary>
public enum DocumentFormat
{
    /// <summary>Plain text, or a file without an ending.</summary>
    PlainText,

    /// <summary>Markdown.</summary>
    Markdown,

    /// <summary>reStructuredText.</summary>
    RestructuredText,

    /// <summary>HTML, given as extracted text.</summary>
    Html,
}

/// <summary>The block of keys and values before a text (<c>---</c> YAML or <c>+++</c> TOML).</summary>
/// <param name="Span">The whole block with its fences.</param>
/// <param name="Entries">The keys in the order of the file; nested keys are left out.</param>
public sealed record FrontMatter(SourceSpan Span, IReadOnlyList<FrontMatterEntry> Entries)
{
    /// <summary>The first entry that has one of <paramref name="keys"/> (compared without case), in the order of <paramref name="keys"/>.</summary>
    public FrontMatterEntry? Find(params ReadOnlySpan<string> keys)
    {
        foreach (var key in keys)
        {
            foreach (var entry in Entries)
            {
                if (string.Equals(entry.Key, key, StringComparison.OrdinalIgnoreCase))
                    return entry;
            }
        }

        return null;
    }
}

/// <summary>A key of the front matter.</summary>
/// <param name="Key">The key as written.</param>
/// <param name="Values">One value for a scalar, one an item for a list; as written, without quotation marks.</param>
/// <param name="Span">Where the value stands in the text.</param>
public sealed record FrontMatterEntry(string Key, IReadOnlyList<string> Values, SourceSpan Span)
{
    /// <summary>The first value, or an empty string.</summary>
    public string Value => Values.Count > 0 ? Values[0] : "";
}
