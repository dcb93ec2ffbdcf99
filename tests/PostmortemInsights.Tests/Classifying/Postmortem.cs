using System.Collections.Immutable;
using PostmortemInsights.Classifying;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Tests.Classifying;

/// <summary>A small record made of passages of known kinds.</summary>
internal static class Postmortem
{
    public static Incident Of(params (PassageKind Kind, string Text)[] passages)
    {
        var text = string.Join('\n', passages.Select(p => p.Text));
        var placed = ImmutableArray.CreateBuilder<Passage>();
        var at = 0;
        foreach (var (kind, words) in passages)
        {
            placed.Add(new Passage(kind, new SourceSpan(at, at + words.Length)));
            at += words.Length + 1;
        }

        return new Incident { Source = "test.md", Id = "000000000000", Text = text, IsPostmortem = true, Passages = placed.ToImmutable() };
    }

    public static Incident Caused(string cause) => Of((PassageKind.RootCause, cause));

    public static LabelledIncident Labelled(string file, string text, string cause, string component, string trigger) =>
        new(Caused(text), new LabelRow(file, [cause], [component], trigger));
}
