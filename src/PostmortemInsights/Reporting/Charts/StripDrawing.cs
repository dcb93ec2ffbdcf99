using PostmortemInsights.Analyzing;
using PostmortemInsights.Reporting.Pages;

namespace PostmortemInsights.Reporting.Charts;

/// <summary>One incident to the scale of its own duration: until noticed, until the cause was found, until the end, and wrong paths on top.</summary>
internal static class StripDrawing
{
    private const double Height = 30;
    private const double BarTop = 11;
    private const double BarHeight = 14;
    private const double Inset = 7;

    public static string Draw(string id, IncidentStrip strip)
    {
        var svg = new Svg(id, Height, strip.Incident.Title, StripTable.Course(strip));
        var longest = strip.Marks.Max(static m => m.Minute + m.Length);
        var scale = new Scale(longest > 0 ? longest : 1);
        DrawPhases(svg, strip, scale);
        foreach (var mark in strip.Marks.Where(static m => m.Kind == StripMarkKind.WrongPath))
            svg.Rectangle(scale.At(mark.Minute), BarTop + 3, Math.Max(scale.At(mark.Minute + mark.Length) - scale.At(mark.Minute), 2), BarHeight - 6, "wrong", Hint(mark));
        foreach (var mark in strip.Marks.Where(static m => m.Kind != StripMarkKind.WrongPath))
            DrawMark(svg, mark, scale.At(mark.Minute));
        return svg.ToString();
    }

    private static void DrawPhases(Svg svg, IncidentStrip strip, Scale scale)
    {
        var end = strip.Minutes ?? strip.Marks.Max(static m => m.Minute + m.Length);
        var detected = Math.Min(MinuteOf(strip, StripMarkKind.Detection) ?? 0, end);
        var identified = Math.Clamp(MinuteOf(strip, StripMarkKind.Identification) ?? end, detected, end);
        Stretch(svg, scale, 0, detected, "p0");
        Stretch(svg, scale, detected, identified, MinuteOf(strip, StripMarkKind.Identification) is null ? "p4" : "p1");
        Stretch(svg, scale, identified, end, "p2");
    }

    private static void Stretch(Svg svg, Scale scale, double from, double to, string style)
    {
        if (to > from)
            svg.Rectangle(scale.At(from), BarTop, scale.At(to) - scale.At(from), BarHeight, style);
    }

    private static void DrawMark(Svg svg, StripMark mark, double x)
    {
        svg.Line(x, BarTop - 3, x, BarTop + BarHeight + 3, "mark");
        if (mark.Kind == StripMarkKind.Detection)
            svg.Shape("mark", Hint(mark), (x - 4, 1), (x + 4, 1), (x, BarTop - 2));
        else if (mark.Kind == StripMarkKind.Identification)
            svg.Shape("mark", Hint(mark), (x, 0), (x + 5, 5), (x, 10), (x - 5, 5));
        else if (mark.Kind == StripMarkKind.Mitigation)
            svg.Shape("mark", Hint(mark), (x, 1), (x + 4, 9), (x - 4, 9));
        else
            svg.Shape("mark", Hint(mark), (x - 4, 1), (x + 4, 1), (x + 4, 9), (x - 4, 9));
    }

    private static string Hint(StripMark mark) => mark.Text is { } text ? $"{StripTable.Said(mark)}: {text}" : StripTable.Said(mark);

    private static double? MinuteOf(IncidentStrip strip, StripMarkKind kind) => strip.Marks.FirstOrDefault(m => m.Kind == kind)?.Minute;

    /// <summary>Minutes to places on the strip.</summary>
    private sealed record Scale(double Longest)
    {
        public double At(double minute) => Inset + ((Svg.Width - (2 * Inset)) * Math.Min(minute, Longest) / Longest);
    }
}
