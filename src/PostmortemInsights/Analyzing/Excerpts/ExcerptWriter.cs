using System.Collections.Immutable;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Analyzing.Excerpts;

/// <summary>Writes what a review needs of a document: its words, each once, then all else. <see cref="ExcerptReader"/> reads it in the same order.</summary>
internal static class ExcerptWriter
{
    public static void Write(BinaryWriter writer, ReviewedDocument document, Vocabulary words)
    {
        writer.Write(document.TextHash.Bytes);
        writer.Write(document.Incident is not null);
        if (document.Incident is not { } incident)
            return;
        writer.WriteItems(words.All, WriteName);
        WriteIncident(writer, incident);
    }

    private static void WriteIncident(BinaryWriter writer, ReviewedIncident incident)
    {
        WriteReference(writer, incident.AtTitle);
        writer.WriteLine(incident.RootCauseLine);
        writer.Write7BitEncodedInt((int)incident.Told);
        WriteCourse(writer, incident.Course);
        writer.WriteItems(incident.WrongPaths, WritePath);
        writer.WriteItems(incident.Symptoms, WriteName);
        writer.WriteItems(incident.Causes, WriteName);
        writer.WriteItems(incident.Components, WriteName);
        writer.Write(incident.Trigger);
        writer.Write(incident.Statement is not null);
        if (incident.Statement is { } statement)
            WriteStatement(writer, statement);
        writer.WriteItems(incident.Actions, WriteAction);
        writer.WriteItems(incident.Warnings, RecordWriter.WriteWarning);
    }

    private static void WriteReference(BinaryWriter writer, IncidentReference reference)
    {
        writer.Write(reference.Id);
        writer.Write(reference.Source);
        writer.WriteLine(reference.Line);
        writer.Write(reference.Title);
        writer.WriteDate(reference.Date);
    }

    private static void WriteCourse(BinaryWriter writer, IncidentCourse course)
    {
        WritePoint(writer, course.Detected);
        WritePoint(writer, course.Identified);
        WritePoint(writer, course.Mitigated);
        WritePoint(writer, course.Resolved);
        writer.WriteItems(course.WrongTurns, WritePoint);
        writer.Write(course.IsContradictory);
    }

    private static void WritePoint(BinaryWriter writer, CoursePoint? point)
    {
        writer.WriteNumber(point?.Minute);
        if (point is null)
            return;
        writer.WriteLine(point.Line);
        writer.WriteText(point.Text);
        writer.Write(point.Length);
    }

    private static void WritePath(BinaryWriter writer, WrongPath path)
    {
        writer.WriteText(path.Hypothesis);
        writer.WriteNumber(path.MinutesLost);
        writer.WriteLine(path.Line);
    }

    private static void WriteStatement(BinaryWriter writer, CauseStatement statement)
    {
        writer.WriteText(statement.Mechanism);
        WriteWords(writer, statement.Words);
        WriteWords(writer, statement.Labels);
    }

    private static void WriteAction(BinaryWriter writer, WordedAction action)
    {
        writer.Write(action.Item.Text);
        writer.Write7BitEncodedInt((int)action.Item.Kind);
        writer.WriteText(action.Item.Owner);
        writer.WriteText(action.Item.Due);
        writer.WriteLine(action.Item.Incident.Line);
        writer.WriteText(action.Group);
        writer.Write(action.IsVague);
        WriteWords(writer, action.Words);
    }

    private static void WriteWords(BinaryWriter writer, ImmutableArray<int> words) => writer.WriteItems(words, static (w, word) => w.Write7BitEncodedInt(word));

    private static void WriteName(BinaryWriter writer, string name) => writer.Write(name);
}
