using System.Buffers;
using System.Collections.Immutable;
using System.Text.RegularExpressions;
using PostmortemInsights.Incidents;
using PostmortemInsights.Parsing.Phrasing;
using PostmortemInsights.Parsing.Times;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>
/// A stretch of a document without its markup, every character of which knows where it stands in the document:
/// rules read the clean text, and evidence still points into the original.
/// </summary>
internal sealed partial class CleanText
{
    /// <summary>Nothing, standing nowhere in particular.</summary>
    public static readonly CleanText Empty = new("", [default]);

    /// <summary>Where the text that this is cut from, and the end behind it, stand in the document.</summary>
    private readonly Run[] _runs;

    /// <summary>Where this begins in it.</summary>
    private readonly int _first;

    /// <summary>The text that this was sliced from, with which it shares its words; null when it was not.</summary>
    private readonly CleanText? _whole;
    private TextWords? _words;
    private TextWords? _terms;

    private CleanText(string value, Run[] runs, int first = 0, CleanText? whole = null)
    {
        Value = value;
        _runs = runs;
        _first = first;
        _whole = whole;
    }

    /// <summary>Characters from an index on that stand one behind the other in the document, from an offset on.</summary>
    private readonly record struct Run(int Index, int Offset);

    /// <summary>The text: one line, single spaces, no emphasis, links as their text.</summary>
    public string Value { get; }

    /// <summary>Its sentences, once they have been asked for.</summary>
    public ImmutableArray<CleanText>? Sentences { get; set; }

    /// <summary>The times that it mentions, once they have been asked for.</summary>
    public List<TimeMention>? Mentions { get; set; }

    /// <summary>The lengths of time that it names, once they have been asked for.</summary>
    public List<DurationMention>? Durations { get; set; }

    /// <summary>Its words.</summary>
    public TextWords Words => _words ??= _whole?.Words.Part(StartInWhole, Value.Length) ?? TextWords.Of(Value);

    /// <summary>Its words, with contractions, versions and file names whole.</summary>
    public TextWords Terms => _terms ??= _whole?.Terms.Part(StartInWhole, Value.Length) ?? TextWords.Terms(Value);

    /// <summary>Whether there is nothing to read.</summary>
    public bool IsEmpty => Value.Length == 0;

    /// <summary>Where all of it stands.</summary>
    public SourceSpan Span => SpanOf(0, Value.Length);

    private int StartInWhole => _first - _whole!._first;

    /// <summary>Where the characters from <paramref name="start"/> up to <paramref name="end"/> stand in the document.</summary>
    public SourceSpan SpanOf(int start, int end)
    {
        var from = OffsetOf(start);
        return new SourceSpan(from, end <= start ? from : OffsetOf(end - 1) + 1);
    }

    /// <summary>The part from <paramref name="start"/> up to <paramref name="end"/>, trimmed of blanks; all of it is this text itself.</summary>
    public CleanText Slice(int start, int end)
    {
        while (start < end && char.IsWhiteSpace(Value[start]))
            start++;
        while (end > start && char.IsWhiteSpace(Value[end - 1]))
            end--;
        return end - start == Value.Length ? this : new CleanText(Value[start..end], _runs, _first + start, this);
    }

    /// <summary>This text without blanks and <paramref name="marks"/> at its end.</summary>
    public CleanText TrimEnd(params ReadOnlySpan<char> marks)
    {
        var end = Value.Length;
        while (end > 0 && (char.IsWhiteSpace(Value[end - 1]) || marks.Contains(Value[end - 1])))
            end--;
        return Slice(0, end);
    }

    /// <summary>The part from <paramref name="start"/> on.</summary>
    public CleanText Slice(int start) => Slice(start, Value.Length);

    /// <summary>This text and <paramref name="next"/> as one, a space between them.</summary>
    public CleanText Append(CleanText next) => new($"{Value} {next.Value}", [.. RunsFrom(0), .. next.RunsFrom(Value.Length + 1)]);

    /// <summary>The part that stands inside <paramref name="span"/> of the document, empty if none does.</summary>
    public CleanText Within(SourceSpan span)
    {
        var start = IndexOf(span.Start);
        return Slice(start, Math.Max(start, IndexOf(span.End)));
    }

    /// <summary>Where a character, or the end, stands in the document.</summary>
    private int OffsetOf(int index)
    {
        var run = _runs[RunOf(_first + index)];
        return run.Offset + _first + index - run.Index;
    }

    /// <summary>The runs of this text when it begins at <paramref name="index"/> of another one.</summary>
    private IEnumerable<Run> RunsFrom(int index)
    {
        for (var i = RunOf(_first); i < _runs.Length && _runs[i].Index <= _first + Value.Length; i++)
        {
            var begin = Math.Max(0, _runs[i].Index - _first);
            yield return new Run(index + begin, OffsetOf(begin));
        }
    }

    private int RunOf(int index)
    {
        var (low, high) = (0, _runs.Length - 1);
        while (low < high)
        {
            var middle = (low + high + 1) / 2;
            (low, high) = _runs[middle].Index <= index ? (middle, high) : (low, middle - 1);
        }

        return low;
    }

    /// <summary>Index of the first character that stands at <paramref name="offset"/> of the document or behind it.</summary>
    private int IndexOf(int offset)
    {
        var (low, high) = (0, Value.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            (low, high) = OffsetOf(middle) < offset ? (middle + 1, high) : (low, middle);
        }

        return low;
    }

    /// <summary>Several lines of a document as one clean text, a space between them.</summary>
    public static CleanText Join(string document, params ReadOnlySpan<SourceSpan> lines)
    {
        var length = 0;
        foreach (var line in lines)
            length += line.Length + 1;
        var builder = new Builder(document, length);
        foreach (var line in lines)
        {
            builder.Space(line.Start);
            builder.Add(line);
        }

        return builder.Build();
    }

    /// <inheritdoc/>
    public override string ToString() => Value;

    private sealed class Builder(string document, int capacity)
    {
        /// <summary>Characters that may be markup or unusual blanks; between them a text is taken as it stands.</summary>
        private static readonly SearchValues<char> Special = SearchValues.Create("\t\u00A0\n\u200B\u200C\u200D\uFEFF\uFE0F[!<&{*`_~\\");

        /// <summary>So much is looked through at once, however long a line is.</summary>
        private const int LongestPiece = 256;

        private readonly char[] _value = ArrayPool<char>.Shared.Rent(capacity);
        private readonly List<Run> _runs = [];
        private int _length;
        private int _end;

        public void Add(SourceSpan line)
        {
            _end = Math.Max(_end, line.End);
            var at = line.Start;
            while (at < line.End)
                at = Next(at, line.End);
        }

        public void Space(int at)
        {
            if (_length > 0 && _value[_length - 1] != ' ')
                Put(' ', at);
        }

        public CleanText Build()
        {
            while (_length > 0 && _value[_length - 1] == ' ')
                _length--;
            Stand(_end);
            var text = new CleanText(new string(_value, 0, _length), [.. _runs]);
            ArrayPool<char>.Shared.Return(_value);
            return text;
        }

        private void Put(char c, int at)
        {
            Stand(at);
            _value[_length++] = c;
        }

        /// <summary>Notes where the next character stands, unless that is right behind the one before.</summary>
        private void Stand(int at)
        {
            if (_runs.Count == 0 || _runs[^1].Offset + _length - _runs[^1].Index != at)
                _runs.Add(new Run(_length, at));
        }

        private int Next(int at, int end)
        {
            var plain = PlainLength(document.AsSpan(at, Math.Min(LongestPiece, end - at)));
            if (plain > 0)
                return Plain(at, at + plain);
            var c = document[at];
            switch (c)
            {
                case ' ' or '\t' or '\u00A0' or '\n':
                    Space(at);
                    return at + 1;
                case '\u200B' or '\u200C' or '\u200D' or '\uFEFF' or '\uFE0F':
                    return at + 1;
                case '[' or '!' or '<' or '&' or '{':
                    return Markup(at, end);
                case '*' or '`':
                    return Emphasis(at, end);
                case '_' when !(IsWord(at - 1) && IsWord(at + 1)):
                    return Emphasis(at, end);
                case '~' when at + 1 < end && document[at + 1] == '~':
                    return at + 2;
                case '\\' when at + 1 < end && (char.IsPunctuation(document[at + 1]) || char.IsSymbol(document[at + 1])):
                    Put(document[at + 1], at + 1);
                    return at + 2;
                default:
                    Put(c, at);
                    return at + 1;
            }
        }

        /// <summary>How much of the beginning stands for itself: no markup, no blank but one between words.</summary>
        private static int PlainLength(ReadOnlySpan<char> text)
        {
            if (text[0] == ' ')
                return 0;
            var special = text.IndexOfAny(Special);
            var plain = special < 0 ? text : text[..special];
            var blanks = plain.IndexOf("  ");
            return blanks < 0 ? plain.Length : blanks + 1;
        }

        private int Plain(int at, int end)
        {
            Stand(at);
            document.CopyTo(at, _value, _length, end - at);
            _length += end - at;
            return end;
        }

        private int Emphasis(int at, int end)
        {
            var alone = (at == 0 || char.IsWhiteSpace(document[at - 1])) && (at + 1 >= end || char.IsWhiteSpace(document[at + 1]));
            if (alone)
                Put(document[at], at);
            return at + 1;
        }

        private bool IsWord(int at) => at >= 0 && at < document.Length && (char.IsLetterOrDigit(document[at]) || document[at] == '_');

        private int Markup(int at, int end)
        {
            var rest = document.AsSpan(at, end - at);
            var after = document[at] switch
            {
                '!' => Skip(Image(), rest, at),
                '<' => Skip(Tag(), rest, at) ?? LinkText(rest, at),
                '{' => Skip(Shortcode(), rest, at),
                '[' => LinkText(rest, at),
                _ => Entity(at, end),
            };
            if (after is null)
                Put(document[at], at);
            return after ?? at + 1;
        }

        private static int? Skip(Regex markup, ReadOnlySpan<char> rest, int at)
        {
            foreach (var match in markup.EnumerateMatches(rest))
                return at + match.Length;
            return null;
        }

        private int? LinkText(ReadOnlySpan<char> rest, int at)
        {
            foreach (var match in Link().EnumerateMatches(rest))
                return LinkText(at, at + match.Length);
            return null;
        }

        private int LinkText(int at, int after)
        {
            if (document[at] == '<')
            {
                for (var i = at + 1; i < after - 1; i++)
                    Put(document[i], i);
                return after;
            }

            var close = document.IndexOf(']', at);
            if (document[at + 1] != '^')
                Add(new SourceSpan(at + 1, close));
            return after;
        }

        private int? Entity(int at, int end)
        {
            var semicolon = document.AsSpan(at, Math.Min(10, end - at)).IndexOf(';');
            if (semicolon < 2)
                return null;
            var decoded = System.Net.WebUtility.HtmlDecode(document.Substring(at, semicolon + 1));
            if (decoded.Length != 1)
                return null;
            if (char.IsWhiteSpace(decoded[0]))
                Space(at);
            else
                Put(decoded[0], at);
            return at + semicolon + 1;
        }
    }

    [GeneratedRegex(@"\A!\[[^\]\n]*\](?:\([^)\n]*\)|\[[^\]\n]*\])")]
    private static partial Regex Image();

    [GeneratedRegex(@"\A(?:\[[^\[\]\n]*\](?:\([^()\n]*(?:\([^()\n]*\)[^()\n]*)?\)|\[[^\[\]\n]*\])|\[\^[^\[\]\n]{1,40}\]|<(?=[^<>\s]+>)[^<>\s]+(?:@|://)[^<>\s]+>)")]
    private static partial Regex Link();

    [GeneratedRegex(@"\A<(?:!--[^<>\n]*--|/?[a-zA-Z][a-zA-Z0-9]{0,14}(?:\s[^<>\n]*)?/?)>")]
    private static partial Regex Tag();

    [GeneratedRegex(@"\A\{\{[<%] ?[a-z]{1,20} ?")]
    private static partial Regex Shortcode();
}
