using System.Globalization;
using System.Text;
using PostmortemInsights.Reporting.Escaping;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>
/// An SVG image for people who see it and for people who hear it: it has a title and a description, and its colours are classes of
/// the page's style sheet, so that they follow light and dark.
/// </summary>
internal sealed class Svg
{
    /// <summary>Width of every chart in its own units; at this width a letter is still readable on a phone.</summary>
    public const double Width = 480;

    private readonly StringBuilder _text = new();

    /// <summary>Begins an image.</summary>
    /// <param name="id">An id that no other image of the page has.</param>
    /// <param name="height">Height in units.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What it says, in words.</param>
    public Svg(string id, double height, string title, string description)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<svg viewBox=\"0 0 {Width:0.##} {height:0.##}\" role=\"img\" aria-labelledby=\"{id}t {id}d\">");
        _text.Append(CultureInfo.InvariantCulture, $"<title id=\"{id}t\">{HtmlText.Escape(title)}</title><desc id=\"{id}d\">{HtmlText.Escape(description)}</desc>");
    }

    /// <summary>A rectangle of a style class, with words that show when it is pointed at.</summary>
    public void Rectangle(double x, double y, double width, double height, string style, string? hint = null, double opacity = 1)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<rect x=\"{x:0.##}\" y=\"{y:0.##}\" width=\"{width:0.##}\" height=\"{height:0.##}\" class=\"{style}\"");
        if (opacity < 1)
            _text.Append(CultureInfo.InvariantCulture, $" fill-opacity=\"{opacity:0.##}\"");
        _text.Append(hint is null ? "/>" : $"><title>{HtmlText.Escape(hint)}</title></rect>");
    }

    /// <summary>A line of a style class.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style) =>
        _text.Append(CultureInfo.InvariantCulture, $"<line x1=\"{x1:0.##}\" y1=\"{y1:0.##}\" x2=\"{x2:0.##}\" y2=\"{y2:0.##}\" class=\"{style}\"/>");

    /// <summary>A closed shape of a style class, from the corners given.</summary>
    public void Shape(string style, string hint, params ReadOnlySpan<(double X, double Y)> corners)
    {
        _text.Append(CultureInfo.InvariantCulture, $"<polygon class=\"{style}\" points=\"");
        foreach (var (x, y) in corners)
            _text.Append(CultureInfo.InvariantCulture, $"{x:0.##},{y:0.##} ");
        _text.Length--;
        _text.Append(CultureInfo.InvariantCulture, $"\"><title>{HtmlText.Escape(hint)}</title></polygon>");
    }

    /// <summary>Words whose beginning, middle or end stands at the point.</summary>
    public void Text(double x, double y, string words, Anchor anchor = Anchor.Start, string style = "", double turn = 0)
    {
        var look = style.Length > 0 ? $" class=\"{style}\"" : "";
        var turned = turn == 0 ? "" : string.Create(CultureInfo.InvariantCulture, $" transform=\"rotate({turn:0.##} {x:0.##} {y:0.##})\"");
        var align = anchor switch { Anchor.Middle => " text-anchor=\"middle\"", Anchor.End => " text-anchor=\"end\"", _ => "" };
        _text.Append(CultureInfo.InvariantCulture, $"<text x=\"{x:0.##}\" y=\"{y:0.##}\"{align}{look}{turned}>{HtmlText.Escape(words)}</text>");
    }

    /// <summary>The element.</summary>
    public override string ToString() => $"{_text}</svg>";
}

/// <summary>Which part of the words stands at their point.</summary>
internal enum Anchor
{
    /// <summary>The beginning.</summary>
    Start,

    /// <summary>The middle.</summary>
    Middle,

    /// <summary>The end.</summary>
    End,
}
