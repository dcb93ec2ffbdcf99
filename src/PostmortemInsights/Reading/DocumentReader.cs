using System.Globalization;
using System.Text.RegularExpressions;

namespace PostmortemInsights.Reading;

/// <summary>Reads a file into a <see cref="SourceDocument"/>.</summary>
public static partial class DocumentReader
{
    /// <summary>The largest file that is read, in bytes.</summary>
    public const int MaximumSize = 16 * 1024 * 1024;

    /// <summary>Reads one file, whatever its ending.</summary>
    /// <returns><see cref="ReadDocument"/>, <see cref="ReadSkipped"/> or <see cref="ReadFailure"/>.</returns>
    public static ReadResult Read(string path) =>
        Corpus.Find([path]).First() is var found && found is FoundFile file ? Read(file) : found;

    /// <summary>Reads a file that <see cref="Corpus.Find"/> has found; one that has gone since is a <see cref="ReadFailure"/>.</summary>
    /// <returns><see cref="ReadDocument"/>, <see cref="ReadSkipped"/> or <see cref="ReadFailure"/>.</returns>
    public static ReadResult Read(FoundFile file) =>
        ReadBytes(file, out var failure) is { } bytes ? Decode(file.Source, bytes) : failure!;

    /// <summary>Makes a document of a file's bytes. <paramref name="source"/> names it and tells the format by its ending.</summary>
    /// <returns><see cref="ReadDocument"/>, or <see cref="ReadSkipped"/> for a binary file.</returns>
    public static ReadResult Decode(string source, ReadOnlySpan<byte> bytes)
    {
        ArgumentNullException.ThrowIfNull(source);
        var (text, encoding) = TextDecoder.Decode(bytes);
        if (text is null)
            return new ReadSkipped(source, "binary file");

        var frontMatter = FrontMatterReader.Read(text);
        var format = FormatOf(source, text, frontMatter?.Span.End ?? 0);
        if (format == DocumentFormat.Html)
            text = Extract(text, frontMatter);
        return new ReadDocument(new SourceDocument(source, text, format, encoding, frontMatter));
    }

    /// <summary>The bytes of a file; null with the reason if it can't be read or is too large.</summary>
    internal static byte[]? ReadBytes(FoundFile file, out ReadFailure? failure)
    {
        failure = null;
        try
        {
            if (file.Size <= MaximumSize && ReadUpTo(file.Path, MaximumSize + 1) is { Length: <= MaximumSize } bytes)
                return bytes;
            failure = new ReadFailure(file.Source, TooLarge(file.Size));
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            failure = new ReadFailure(file.Source, ReadProblem.Describe(problem));
        }

        return null;
    }

    // The length that the system tells is a hint: files grow, and a pipe has none.
    private static byte[] ReadUpTo(string path, int limit)
    {
        using var stream = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete, bufferSize: 0);
        var buffer = new byte[stream.CanSeek ? Math.Min(limit, stream.Length + 1) : limit];
        var length = 0;
        for (int read; length < limit && (read = stream.Read(buffer, length, buffer.Length - length)) > 0;)
        {
            length += read;
            if (length == buffer.Length && length < limit)
                Array.Resize(ref buffer, Math.Min(limit, checked(buffer.Length * 2)));
        }

        return buffer[..length];
    }

    private static string TooLarge(long size) =>
        string.Create(CultureInfo.InvariantCulture, $"It has {size / 1048576.0:0.0} MiB, and files over {MaximumSize / 1048576} MiB are left out. Split it, or cut logs out of it.");

    private static DocumentFormat FormatOf(string source, string text, int body) =>
        FileKinds.FormatOf(source[(source.LastIndexOf('/') + 1)..]) switch
        {
            null or DocumentFormat.PlainText => LooksLikeHtml(text) ? DocumentFormat.Html : DocumentFormat.PlainText,
            DocumentFormat.Markdown => IsExportedHtml(text.AsSpan(body).Trim()) ? DocumentFormat.Html : DocumentFormat.Markdown,
            var format => format.Value,
        };

    private static bool LooksLikeHtml(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Whether a Markdown file holds what a blog was exported to: paragraphs of HTML from beginning to end, and nothing of Markdown.</summary>
    private static bool IsExportedHtml(ReadOnlySpan<char> body) =>
        Paragraph().IsMatch(body) && body[^1] == '>' && !MarkdownLine().IsMatch(body);

    private static string Extract(string text, FrontMatter? frontMatter) => frontMatter is null
        ? HtmlText.Extract(text)
        : text[..frontMatter.Span.End] + "\n\n" + HtmlText.Extract(text[frontMatter.Span.End..]);

    [GeneratedRegex(@"\A<(?:p|div|span|h[1-6]|ul|ol|b|strong|br|table|article|section)\b", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Paragraph();

    [GeneratedRegex(@"^(?:#{1,6} |[-*+] |\d{1,2}[.)] |```|\|)", RegexOptions.Multiline | RegexOptions.CultureInvariant)]
    private static partial Regex MarkdownLine();
}
