using System.Collections.Immutable;
using System.Globalization;
using PostmortemInsights.Analyzing;

namespace PostmortemInsights.Reporting.Pages;

/// <summary>A diagnosis as a page. The incidents are listed once, with numbers by which the other tables name them.</summary>
internal static class DiagnosisPage
{
    private const int LongestQuote = 160;

    public static Page Of(Diagnosis diagnosis, string symptoms) => new(
        $"What it may be: {symptoms}",
        [.. Opening(diagnosis)],
        [Causes(diagnosis), Suspects(diagnosis), Fixes(diagnosis), Escalations(diagnosis), Nearest(diagnosis)]);

    private static IEnumerable<string> Opening(Diagnosis diagnosis)
    {
        var leading = diagnosis.Causes[0];
        yield return $"Of the {Figures.Count(diagnosis.Nearest.Length, "past incident")} nearest to this, {leading.Behind.Length} came from {leading.What} "
            + $"({Figures.Percent(leading.Weight)} when each counts by how near it is).";
        foreach (var caveat in diagnosis.Caveats)
            yield return caveat;
    }

    private static Section Causes(Diagnosis diagnosis) => new(
        "What it was before",
        new Table(
            $"Primary causes of {Figures.Count(diagnosis.Nearest.Length, "incident")}, weighted by nearness.",
            ["cause", Column.Figure("weight"), Column.Figure("incidents"), "which"],
            [.. diagnosis.Causes.Select(cause => new Row(cause.What, Figures.Percent(cause.Weight), Count(cause.Behind), Which(cause.Behind)))]));

    private static Section Suspects(Diagnosis diagnosis) => new(
        "What to rule out first",
        diagnosis.RuleOut.IsEmpty
            ? new Paragraph("None of them tells of a wrong turn.")
            : new Table(
                $"Wrong turns in {Cited(diagnosis.RuleOut.SelectMany(static suspect => suspect.Behind))} of {Figures.Count(diagnosis.Nearest.Length, "incident")}; "
                    + "the median of the time lost is over those whose cost is known.",
                ["blamed wrongly", "median lost", "it was", "which", "in the words of the nearest"],
                [.. diagnosis.RuleOut.Select(SuspectRow)]));

    private static Row SuspectRow(Suspect suspect) => new Row(
        suspect.Hypothesis,
        suspect.Timed == 0 ? $"{Figures.None} (0 of {suspect.Turns})" : $"{Figures.Minutes(suspect.MedianMinutes)} ({suspect.Timed} of {suspect.Turns})",
        Figures.Names(suspect.TurnedOutToBe),
        Which(suspect.Behind),
        Quote(suspect.Behind));

    private static Section Fixes(Diagnosis diagnosis) => new(
        "What fixed it",
        diagnosis.Fixes.IsEmpty
            ? new Paragraph("None of them tells how it was fixed.")
            : new Table(
                $"Kinds of fixes, told by {Cited(diagnosis.Fixes.SelectMany(static fix => fix.Behind))} of {Figures.Count(diagnosis.Nearest.Length, "incident")}; one may have had several.",
                ["fix", Column.Figure("incidents"), "which", "in the words of the nearest"],
                [.. diagnosis.Fixes.Select(fix => new Row(fix.What, Count(fix.Behind), Which(fix.Behind), Quote(fix.Behind)))]));

    private static Section Escalations(Diagnosis diagnosis) => new(
        "Whom it was escalated to",
        diagnosis.Escalations.IsEmpty
            ? new Paragraph("None of them names anybody.")
            : new Table(
                $"Named in {Cited(diagnosis.Escalations.SelectMany(static whom => whom.Behind))} of {Figures.Count(diagnosis.Nearest.Length, "incident")}.",
                ["whom", Column.Figure("incidents"), "which"],
                [.. diagnosis.Escalations.Select(whom => new Row(whom.What, Count(whom.Behind), Which(whom.Behind)))]));

    private static Section Nearest(Diagnosis diagnosis) => new(
        "The incidents",
        new Table(
            "The nearest first.",
            [Column.Figure("no"), Column.Figure("score"), "date", Column.Figure("duration"), "cause", "document"],
            [.. diagnosis.Nearest.Select(NearestRow)]));

    private static Row NearestRow(Neighbour neighbour, int at)
    {
        var reference = IncidentReference.To(neighbour.Incident);
        return new Row(
            $"[{at + 1}]",
            neighbour.Score.ToString("0.00", CultureInfo.InvariantCulture),
            Figures.Day(reference.Date),
            Figures.Minutes(neighbour.Incident.DurationMinutes),
            Weighing.CauseOf(neighbour.Incident),
            (reference.Title, reference.Source));
    }

    private static string Count(IEnumerable<Citation> behind) => Figures.Count(Cited(behind));

    private static int Cited(IEnumerable<Citation> behind) => behind.DistinctBy(static citation => citation.Neighbour).Count();

    private static string Which(ImmutableArray<Citation> behind) =>
        string.Join(' ', behind.Select(static citation => citation.Neighbour).Distinct().Select(static at => $"[{at + 1}]"));

    private static string Quote(ImmutableArray<Citation> behind)
    {
        var text = behind.Select(static citation => citation.Text).FirstOrDefault(static text => text?.Any(char.IsLetter) == true) ?? "";
        return text.Length <= LongestQuote ? text : string.Concat(text.AsSpan(0, LongestQuote), "…");
    }
}
