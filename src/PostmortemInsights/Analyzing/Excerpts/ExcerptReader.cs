using System.Collections.Immutable;
using System.Security.Cryptography;
using PostmortemInsights.Analyzing.Wording;
using PostmortemInsights.Incidents;
using PostmortemInsights.Indexing.Storing;

namespace PostmortemInsights.Analyzing.Excerpts;

/// <summary>Reads what <see cref="ExcerptWriter"/> wrote, field by field in the same order, one excerpt after the other.</summary>
internal sealed class ExcerptReader
{
    private readonly FieldReader.Item<int> _readNumberOfWord;
    private readonly FieldReader.Item<int> _readWord;

    // For each word of the excerpt at hand its number.
    private ImmutableArray<int> _words;

    /// <summary>A reader of excerpts whose words get their numbers by <paramref name="numberOf"/>.</summary>
    public ExcerptReader(Func<ReadOnlySpan<char>, int> numberOf)
    {
        _readNumberOfWord = (ref fields) => fields.Text(numberOf);
        _readWord = (ref fields) => _words[fields.Count()];
    }

    /// <summary>Reads an excerpt.</summary>
    /// <exception cref="InvalidDataException">The bytes are no excerpt.</exception>
    public ReviewedDocument Read(ReadOnlySpan<byte> excerpt) => FieldReader.Read(excerpt, Read);

    private ReviewedDocument Read(ref FieldReader fields)
    {
        var hash = TextHash.Read(fields.Take(SHA256.HashSizeInBytes));
        if (!fields.Flag())
            return new ReviewedDocument(hash, null);
        _words = fields.Items(_readNumberOfWord);
        return new ReviewedDocument(hash, Incident(ref fields, hash));
    }

    private ReviewedIncident Incident(ref FieldReader fields, TextHash textHash)
    {
        var reference = Reference(ref fields);
        return new ReviewedIncident
        {
            TextHash = textHash,
            AtTitle = reference,
            RootCauseLine = fields.Line(),
            Told = (ToldFields)fields.Count(),
            Course = Course(ref fields),
            WrongPaths = fields.Items(Path),
            Symptoms = fields.Items(Name),
            Causes = fields.Items(Name),
            Components = fields.Items(Name),
            Trigger = fields.Name(),
            Statement = fields.Flag() ? new CauseStatement(fields.NameOrNull(), Words(ref fields), Words(ref fields)) : null,
            Actions = fields.Items((ref fields) => Action(ref fields, reference)),
            Warnings = fields.Items(RecordReader.Warning),
        };
    }

    private static IncidentReference Reference(ref FieldReader fields) =>
        new(fields.Text(), fields.Text(), fields.Line(), fields.Text(), fields.DateOrNull());

    private static IncidentCourse Course(ref FieldReader fields) => new(
        Point(ref fields), Point(ref fields), Point(ref fields), Point(ref fields), fields.Items(static (ref fields) => Point(ref fields)!), fields.Flag());

    private static CoursePoint? Point(ref FieldReader fields) => fields.NumberOrNull() is { } minute
        ? new CoursePoint(minute, fields.Line()) { Text = fields.TextOrNull(), Length = fields.Number() }
        : null;

    private static WrongPath Path(ref FieldReader fields) => new(fields.NameOrNull(), fields.NumberOrNull(), fields.Line());

    private static string Name(ref FieldReader fields) => fields.Name();

    private WordedAction Action(ref FieldReader fields, IncidentReference incident)
    {
        var item = new PromisedAction(
            fields.Text(), (ActionKind)fields.Count(), fields.NameOrNull(), fields.NameOrNull(), incident with { Line = fields.Line() });
        return new WordedAction(item, fields.NameOrNull(), fields.Flag(), Words(ref fields));
    }

    private ImmutableArray<int> Words(ref FieldReader fields) => fields.Items(_readWord);
}
