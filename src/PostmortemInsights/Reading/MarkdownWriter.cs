using System.Text;

namespace PostmortemInsights.Reading;

/// <summary>Writes running text as Markdown lines: collapses blanks, indents and quotes, and puts blank lines between blocks.</summary>
internal sealed class MarkdownWriter
{
    private const string BoldMark = "**";

    private readonly StringBuilder _text = new();
    private readonly List<Prefix> _prefixes = [];
    private Break _break = Break.None;
    private bool _blank;
    private int _bold;
    private bool _boldIsOpen;

    private enum Break
    {
        None,
        Line,
        Block,
    }

    /// <summary>Whether nothing stands on the current line yet.</summary>
    public bool IsAtLineStart { get; private set; } = true;

    /// <summary>Ends the line, if anything stands on it.</summary>
    public void EndLine() => End(Break.Line);

    /// <summary>Ends the line, and leaves a blank one before whatever follows.</summary>
    public void EndBlock() => End(Break.Block);

    /// <summary>Takes back the blank line that the last block asked for.</summary>
    public void Tighten() => _break = (Break)Math.Min((int)_break, (int)Break.Line);

    /// <summary>Text of the page: runs of white space become one blank.</summary>
    public void Write(string text)
    {
        foreach (var c in text)
        {
            if (char.IsWhiteSpace(c))
                _blank = true;
            else if (c is not ('\u200B' or '\u00AD' or '\uFEFF'))
                Append(c);
        }
    }

    /// <summary>A line as it is, with its blanks.</summary>
    public void WriteLine(string line)
    {
        EndLine();
        if (line.Length > 0)
            StartLine();
        else if (_text.Length > 0)
            _text.Append('\n');
        _text.Append(line.TrimEnd());
        IsAtLineStart = line.Length == 0;
        End(Break.Line);
    }

    /// <summary>Puts <paramref name="first"/> before the next line and <paramref name="rest"/> before those after it, up to <see cref="Outdent"/>.</summary>
    public void Indent(string first, string rest) => _prefixes.Add(new Prefix(first, rest));

    /// <summary>Ends the innermost <see cref="Indent"/>.</summary>
    public void Outdent() => _prefixes.RemoveAt(_prefixes.Count - 1);

    /// <summary>Makes bold what is written up to <see cref="EndBold"/>, line by line.</summary>
    public void StartBold() => _bold++;

    /// <summary>Ends <see cref="StartBold"/>.</summary>
    public void EndBold()
    {
        _bold--;
        if (_bold == 0)
            CloseBold();
    }

    /// <inheritdoc/>
    public override string ToString() => _text.ToString().TrimEnd() + (_text.Length > 0 ? "\n" : "");

    // A bullet that waits for its text keeps it on its own line: <li><p>text</p></li>.
    private void End(Break kind)
    {
        CloseBold();
        _blank = false;
        if (!IsAtLineStart || (kind == Break.Block && _prefixes is not [.., { IsUsed: false }]))
            _break = (Break)Math.Max((int)_break, (int)kind);
        IsAtLineStart = true;
    }

    private void Append(char c)
    {
        if (IsAtLineStart)
            StartLine();
        else if (_blank)
            _text.Append(' ');
        _blank = false;
        if (_bold > 0 && !_boldIsOpen)
        {
            _text.Append(BoldMark);
            _boldIsOpen = true;
        }

        _text.Append(c);
    }

    private void StartLine()
    {
        if (_text.Length > 0)
            _text.Append(_break == Break.Block ? "\n\n" : "\n");
        foreach (var prefix in _prefixes)
            _text.Append(prefix.Take());
        _break = Break.None;
        _blank = false;
        IsAtLineStart = false;
    }

    private void CloseBold()
    {
        if (_boldIsOpen)
            _text.Append(BoldMark);
        _boldIsOpen = false;
    }

    private sealed class Prefix(string first, string rest)
    {
        public bool IsUsed { get; private set; }

        public string Take()
        {
            var taken = IsUsed ? rest : first;
            IsUsed = true;
            return taken;
        }
    }
}
