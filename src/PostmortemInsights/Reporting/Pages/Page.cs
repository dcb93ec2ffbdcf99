using System.Collections.Immutable;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>A report before it has a format: sections of paragraphs and tables, with text as it came from the files. Each writer escapes what it writes.</summary>
/// <param name="Title">The heading of the whole.</param>
/// <param name="Opening">The sentences that it opens with.</param>
/// <param name="Sections">Its parts.</param>
internal sealed record Page(string Title, ImmutableArray<string> Opening, ImmutableArray<Section> Sections);

/// <summary>A part of a report.</summary>
/// <param name="Title">Its heading.</param>
/// <param name="Blocks">What it shows, in order.</param>
internal sealed record Section(string Title, params ImmutableArray<Block> Blocks);

/// <summary>A piece of a section.</summary>
internal abstract record Block;

/// <summary>A few sentences.</summary>
/// <param name="Text">As it came.</param>
internal sealed record Paragraph(string Text) : Block;

/// <summary>A chart; the table behind it says the same and follows it. Formats without pictures leave it out.</summary>
/// <param name="Caption">What it shows, with the denominator.</param>
/// <param name="Draw">Makes the SVG element; the argument is an id that no other chart of the page has.</param>
internal sealed record Drawing(string Caption, Func<string, string> Draw) : Block;

/// <summary>The incidents, each on its own clock.</summary>
/// <param name="Incidents">The incidents in the order to show them in.</param>
internal sealed record Strips(ImmutableArray<IncidentStrip> Incidents) : Block;

/// <summary>A table.</summary>
/// <param name="Caption">What it shows, with the denominator.</param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows, the weightiest first: a terminal shows only the first ones.</param>
internal sealed record Table(string Caption, ImmutableArray<Column> Columns, ImmutableArray<Row> Rows) : Block;

/// <summary>A column.</summary>
/// <param name="Name">Its heading.</param>
/// <param name="IsFigure">True for figures, which stand at the right.</param>
/// <param name="IsBelow">True for lists of incidents, which a format with room for it sets in a line of their own below the row.</param>
internal sealed record Column(string Name, bool IsFigure = false, bool IsBelow = false)
{
    /// <summary>A column of figures.</summary>
    public static Column Figure(string name) => new(name, IsFigure: true);

    /// <summary>A column of incidents.</summary>
    public static Column Below(string name) => new(name, IsBelow: true);

    public static implicit operator Column(string name) => new(name);
}

/// <summary>A row.</summary>
/// <param name="Cells">A cell a column.</param>
internal sealed record Row(params ImmutableArray<Cell> Cells);

/// <summary>A cell: words, small print below them, and the incidents that stand behind them.</summary>
/// <param name="Text">The words; may be empty.</param>
/// <param name="Note">The small print, such as an interval; may be empty.</param>
/// <param name="Incidents">The incidents.</param>
internal sealed record Cell(string Text, string Note, ImmutableArray<IncidentReference> Incidents)
{
    public static implicit operator Cell(string text) => new(text, "", []);

    public static implicit operator Cell((string Text, string Note) said) => new(said.Text, said.Note, []);

    public static implicit operator Cell(ImmutableArray<IncidentReference> incidents) => new("", "", incidents);
}
