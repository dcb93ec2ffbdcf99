namespace PostmortemInsights.Reporting.Charts;

/// <summary>The key of a chart's colours, two entries a row.</summary>
internal static class Legend
{
    private const double RowHeight = 19;
    private const double Swatch = 11;
    private const int Columns = 2;

    /// <summary>Height for so many entries.</summary>
    public static double HeightOf(int entries) => RowHeight * ((entries + Columns - 1) / Columns);

    /// <summary>Draws the entries from <paramref name="top"/> downwards.</summary>
    public static void Draw(Svg svg, double top, IReadOnlyList<(string Style, string Words)> entries)
    {
        for (var i = 0; i < entries.Count; i++)
        {
            var x = i % Columns * (Svg.Width / Columns);
            var y = top + (i / Columns * RowHeight);
            svg.Rectangle(x, y + 3, Swatch, Swatch, entries[i].Style);
            svg.Text(x + Swatch + 6, y + 13, entries[i].Words);
        }
    }
}
