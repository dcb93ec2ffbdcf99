using PostmortemInsights.Incidents;
using PostmortemInsights.Reading;

namespace PostmortemInsights.Parsing.Outlining;

/// <summary>
/// Turns a document by any hand into an outline: headings, items, paragraphs and rows, each with the kind of section that it
/// stands in. Structure is taken from how people show it, not from one markup language.
/// </summary>
internal sealed class Outliner
{
    private const int ShortestWrap = 45;
    private const int LongestWrap = 140;
    private const int LongestStamp = 40;

    private readonly string _document;
    private readonly SectionNames _names;
    private readonly List<Line> _lines;
    private readonly List<Block> _blocks = [];
    private readonly List<SourceSpan> _open = [];
    private readonly HashSet<int> _code;
    private readonly Dictionary<int, Block?> _ruledTables;
    private Block? _head;
    private IReadOnlyList<CleanText> _tableHeader = [];
    private bool _afterBlank = true;
    private readonly bool _wraps;
    private int _width;

    private Outliner(SourceDocument document, SectionNames names)
    {
        _names = names;
        _document = document.Text;
        _lines = Line.Split(document.Text);
        _code = Fences.Find(_document, _lines);
        _ruledTables = RuledTables.Find(_document, _lines);
        _wraps = IsWrapped(_lines);
        if (document.FrontMatter is { } matter)
            _lines.RemoveAll(line => line.Span.Start < matter.Span.End && line.Span.End > matter.Span.Start);
    }

    /// <summary>The outline of <paramref name="document"/>; front matter is left out.</summary>
    public static Outline Read(SourceDocument document, SectionNames names)
    {
        var outliner = new Outliner(document, names);
        outliner.ReadLines();
        return new Outline(document.Text, Sectioning.Assign(outliner._blocks, names));
    }

    private void ReadLines()
    {
        for (var i = 0; i < _lines.Count; i++)
        {
            if (ReadUnderlined(i))
                i++;
            else
                ReadLine(i);
        }

        Close();
    }

    private void ReadLine(int i)
    {
        var line = _lines[i];
        var raw = _document.AsSpan(line.Span.Start, line.Span.Length);
        if (_code.Contains(line.Number))
            AddCode(line);
        else if (_ruledTables.TryGetValue(line.Number, out var row))
            AddRow(row);
        else if (line.IsBlank || Marks.IsBare(raw))
            EndParagraph();
        else if (IsRow(line) && (raw[0] == '|' || (i > 0 && IsRow(_lines[i - 1])) || (i + 1 < _lines.Count && IsRow(_lines[i + 1]))))
            AddRow(line, raw);
        else
            ReadProse(line, Raw(line));
    }

    /// <summary>Whether a line is a row of a table; one without a bar in front only among others, since bars also part the words of an alert.</summary>
    private bool IsRow(Line line)
    {
        var raw = _document.AsSpan(line.Span.Start, line.Span.Length);
        return raw.Contains('|') && raw.Length < 4000 && Marks.TableRow().IsMatch(raw);
    }

    private bool ReadUnderlined(int i)
    {
        if (i + 1 >= _lines.Count || _lines[i].IsBlank || _lines[i].Span.Length > 100 || _code.Contains(_lines[i].Number))
            return false;
        var under = _document.AsSpan(_lines[i + 1].Span.Start, _lines[i + 1].Span.Length);
        if (!Marks.Underline().IsMatch(under) || !(_afterBlank && _open.Count == 0) || Marks.Bullet().IsMatch(Raw(_lines[i])))
            return false;
        if (under[0] == '-' && under.Length < 4 && _lines[i].Span.Length > 30)
            return false;
        var text = CleanText.Join(_document, [_lines[i].Span]);
        if (text.IsEmpty || text.Value[^1] is '.' or '|')
            return false;
        AddHeading(_lines[i], _lines[i].Span, under[0] == '=' ? 1 : 2);
        return true;
    }

    private void ReadProse(Line line, string raw)
    {
        if (IsUnderStamp() || !ReadHeading(line, raw))
            ReadText(line, raw);
    }

    /// <summary>Whether the line above is a stamp and nothing else: what stands right under it tells what happened then, even if it reads like a heading.</summary>
    private bool IsUnderStamp() => !_afterBlank && _open is [{ Length: < LongestStamp } only] && HeadingShape.IsStampAlone(_document[only.Start..only.End]);

    private bool ReadHeading(Line line, string raw)
    {
        if (raw[0] is '#' or '-' or '*' or '+' && Marks.AtxHeading().Match(raw) is { Success: true } atx)
        {
            var text = atx.Groups["text"];
            AddHeading(line, new SourceSpan(line.Span.Start + text.Index, line.Span.Start + text.Index + text.Length), atx.Groups["marks"].Length);
            return true;
        }

        if (raw[0] is '*' or '_' or '<' && Marks.BoldLine().IsMatch(raw) && !raw.TrimEnd('*', '_', ' ').EndsWith('.'))
        {
            AddHeading(line, line.Span, Block.PseudoLevel);
            return true;
        }

        if (!BreaksOff(line) && HeadingShape.IsWrittenLikeOne(raw, StartsBlock(line), _names))
        {
            AddHeading(line, WithoutNumber(line, raw), Block.PseudoLevel);
            return true;
        }

        return false;
    }

    private void ReadText(Line line, string raw)
    {
        var bullet = Marks.Bullet().Match(raw);
        if (bullet.Success && !HeadingShape.IsDate(raw))
        {
            Close();
            var tick = bullet.Groups["tick"];
            _head = new Block(BlockKind.Item, CleanText.Empty, line.Number, line.Indent, 0)
            {
                Numbered = bullet.Groups["number"].Success,
                Done = tick.Success ? !string.IsNullOrWhiteSpace(tick.Value) : null,
            };
            _open.Add(new SourceSpan(line.Span.Start + bullet.Length, line.Span.End));
        }
        else if (Continues(line, raw))
        {
            _open.Add(line.Span);
        }
        else
        {
            Close();
            _head = new Block(BlockKind.Paragraph, CleanText.Empty, line.Number, line.Indent, 0);
            _open.Add(line.Span);
        }

        _width = Math.Max(_width, line.Span.Length);
        _afterBlank = false;
    }

    /// <summary>
    /// Whether a line goes on with the open block. Most short reports put one thing on a line, books and READMEs wrap their
    /// paragraphs: a line goes on when the one before is long and does not end a sentence, when it begins in lower case,
    /// or when it hangs under its bullet.
    /// </summary>
    private bool Continues(Line line, string raw)
    {
        if (_open.Count == 0 || _head is null)
            return false;
        var before = _open[^1];
        if (HeadingShape.BeginsWithStamp(raw))
            return !_afterBlank && HeadingShape.LeadsToTime(_document.AsSpan(before.Start, before.Length));
        var endsInColon = _document[before.End - 1] is ':' or '：';
        if (_afterBlank)
            return Hangs(line) && !endsInColon;
        var lower = char.IsLower(_document[line.Span.Start]);
        if (HasLabel(raw) && !lower)
            return false;
        if (Hangs(line) && (!endsInColon || HeadingShape.BeginsWithStamp(_document[_open[0].Start.._open[0].End])))
            return true;
        if (endsInColon && before.Length < ShortestWrap)
            return false;
        if (!_wraps || before.Length < ShortestWrap)
            return lower && !EndsSentence(before);
        return lower || !EndsSentence(before) || Wrapped(before, line);
    }

    /// <summary>Whether an editor has wrapped the document: then next to no line is longer than a page is wide.</summary>
    private static bool IsWrapped(List<Line> lines)
    {
        var filled = lines.Count(static line => !line.IsBlank);
        return lines.Count(static line => line.Span.Length > LongestWrap) <= filled / 20;
    }

    private bool Hangs(Line line) => _head is { Kind: BlockKind.Item } && line.Indent > _head.Indent;

    /// <summary>Whether the line before could not have held the next word: then the line end is the editor's, not the author's.</summary>
    private bool Wrapped(SourceSpan before, Line line)
    {
        var word = _document.AsSpan(line.Span.Start, line.Span.Length).IndexOf(' ');
        return before.Length > 65 && _open.Count > 1 && before.Length + 1 + (word < 0 ? line.Span.Length : word) > _width;
    }

    private bool EndsSentence(SourceSpan span)
    {
        var text = _document.AsSpan(span.Start, span.Length).TrimEnd(")\"'”’*_` ");
        return text.Length == 0 || text[^1] is '.' or '!' or '?' or ':' or ';' || text[^1] > '\u2190';
    }

    /// <summary>Whether the paragraph before breaks off in the middle of a sentence that the line goes on with.</summary>
    private bool BreaksOff(Line line) =>
        !_afterBlank && _head is not null && _open.Count > 0 && char.IsLower(_document[line.Span.Start]) && !EndsSentence(_open[^1]);

    private static bool HasLabel(string raw) => Labels.Leading(raw) is { } label && label.Groups["label"].Value.Count(char.IsWhiteSpace) < 6;

    private bool StartsBlock(Line line) => _afterBlank || _open.Count == 0 || EndsSentence(_open[^1]) || _open[^1].Length < 70 || line.Indent == 0;

    private void EndParagraph()
    {
        if (_head is { Kind: BlockKind.Paragraph } or null)
            Close();
        _afterBlank = true;
        _tableHeader = [];
    }

    private void AddHeading(Line line, SourceSpan text, int level)
    {
        Close();
        var clean = CleanText.Join(_document, [text]);
        clean = clean.Slice(Marks.Ornament().Match(clean.Value).Length);
        if (clean.IsEmpty)
            return;
        var long_ = clean.Value.Length > 160 && clean.Value.EndsWith('.');
        _blocks.Add(Labels.Cut(new Block(long_ ? BlockKind.Paragraph : BlockKind.Heading, clean, line.Number, line.Indent, long_ ? 0 : level)));
        _afterBlank = false;
    }

    private void AddRow(Line line, ReadOnlySpan<char> raw)
    {
        Close();
        _afterBlank = false;
        if (Marks.TableRule().IsMatch(raw))
        {
            if (_blocks.Count > 0 && _blocks[^1].Kind == BlockKind.Row)
                _tableHeader = _blocks[^1].Cells;
            return;
        }

        var cells = Cells(line);
        var text = CleanText.Join(_document, [line.Span]);
        _blocks.Add(new Block(BlockKind.Row, text, line.Number, line.Indent, 0) { Cells = cells, Header = _tableHeader });
    }

    private void AddRow(Block? row)
    {
        Close();
        if (row is not null)
            _blocks.Add(row);
        _afterBlank = true;
    }

    private List<CleanText> Cells(Line line)
    {
        var cells = new List<CleanText>();
        var start = _document[line.Span.Start] == '|' ? line.Span.Start + 1 : line.Span.Start;
        for (var i = start; i <= line.Span.End; i++)
        {
            if (i < line.Span.End && (_document[i] != '|' || _document[i - 1] == '\\'))
                continue;
            if (i < line.Span.End || start < line.Span.End)
                cells.Add(CleanText.Join(_document, [new SourceSpan(start, Math.Min(i, line.Span.End))]));
            start = i + 1;
        }

        return cells;
    }

    private void AddCode(Line line)
    {
        Close();
        if (!line.IsBlank)
            _blocks.Add(new Block(BlockKind.Code, CleanText.Join(_document, [line.Span]), line.Number, line.Indent, 0));
        _afterBlank = true;
    }

    private void Close()
    {
        if (_head is { } head && _open.Count > 0)
        {
            var text = CleanText.Join(_document, [.. _open]);
            text = text.Slice(Marks.Ornament().Match(text.Value).Length);
            if (!text.IsEmpty)
                _blocks.Add(Labels.RunIn(Labels.Cut(head with { Text = text, Content = text }), _document.AsSpan(_open[0].Start, _open[0].Length), _names));
        }

        _head = null;
        _width = 0;
        _open.Clear();
    }

    private SourceSpan WithoutNumber(Line line, string raw)
    {
        var number = Marks.Bullet().Match(raw);
        return number.Success ? new SourceSpan(line.Span.Start + number.Length, line.Span.End) : line.Span;
    }

    private string Raw(Line line) => _document.Substring(line.Span.Start, Math.Min(line.Span.Length, 2000));
}
