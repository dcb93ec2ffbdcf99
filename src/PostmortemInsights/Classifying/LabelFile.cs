using System.Collections.Immutable;
using CsvHelper;

namespace PostmortemInsights.Classifying;

/// <summary>Reads and writes <c>labels.csv</c>: the columns file, causes, components, trigger, with <c>;</c> between several labels.</summary>
public static class LabelFile
{
    /// <summary>The file's name when it stands beside a corpus.</summary>
    public const string Name = "labels.csv";

    internal const int MostLabels = 3;

    private static readonly ImmutableArray<string> Columns = ["file", "causes", "components", "trigger"];

    private static readonly CsvReaderOptions Reading = new()
    {
        Separator = ',',
        TrackLineNumbers = true,
        MalformedData = CsvMalformedDataHandling.Throw,
        TrimWhitespace = true,
    };

    /// <summary>Reads the file whole. What is wrong comes with its line: a row whose document is missing, an unknown category, a second row
    /// for a document, broken CSV.</summary>
    /// <param name="path">The labels file.</param>
    /// <param name="taxonomy">The categories that rows may name.</param>
    /// <param name="corpus">The folder that the rows' files are relative to; the labels file's own folder if null.</param>
    /// <exception cref="IOException">The labels file can't be read.</exception>
    public static LabelFileResult Read(string path, Taxonomy taxonomy, string? corpus = null)
    {
        ArgumentNullException.ThrowIfNull(taxonomy);
        var reading = new LabelReading(path, taxonomy, corpus ?? FolderOf(path));
        using var csv = CsvReader.Create(new MemoryStream(File.ReadAllBytes(path)), Reading);
        try
        {
            if (!csv.ReadHeaderRow(Columns))
                reading.Report(1, $"the first line must be {string.Join(',', Columns)}");
            else
                ReadRows(csv, reading);
        }
        catch (CsvFormatException e)
        {
            reading.Report(e.LineNumber, $"this is not CSV: {e.Message}");
        }

        return reading.Result();
    }

    /// <summary>Adds a document's labels, or replaces those it has, and writes the file anew: beside it first, then in its place, rows in
    /// ordinal order. A file that is not there yet is begun.</summary>
    /// <exception cref="LabelException">The file as it stands has a problem, or the row has; nothing is written.</exception>
    /// <exception cref="IOException">The file can't be read or written.</exception>
    public static void Add(string path, LabelRow row, Taxonomy taxonomy)
    {
        ArgumentNullException.ThrowIfNull(row);
        var before = File.Exists(path) ? Read(path, taxonomy) : new LabelFileResult([], []);
        var reading = new LabelReading(path, taxonomy, FolderOf(path));
        reading.Take(0, row);
        if (before.Problems.AddRange(reading.Result().Problems) is { Length: > 0 } problems)
            throw new LabelException(problems);
        Write(path, before.Rows.Where(r => r.File != row.File).Append(row));
    }

    private static void Write(string path, IEnumerable<LabelRow> rows)
    {
        var beside = path + ".new";
        using (var csv = CsvWriter.Create(File.Create(beside), new CsvWriterOptions { NewLine = "\n" }))
        {
            WriteRow(csv, Columns);
            foreach (var row in rows.OrderBy(r => r.File, StringComparer.Ordinal))
                WriteRow(csv, [row.File, string.Join(';', row.Causes), string.Join(';', row.Components), row.Trigger]);
        }

        File.Move(beside, path, overwrite: true);
    }

    private static void WriteRow(CsvWriter csv, ImmutableArray<string> fields)
    {
        foreach (var field in fields)
            csv.WriteField(field);
        csv.EndRecord();
    }

    private static string FolderOf(string path) => Path.GetDirectoryName(Path.GetFullPath(path))!;

    private static bool ReadHeaderRow(this CsvReader csv, ImmutableArray<string> expected)
    {
        csv.ReadHeader();
        return csv.Headers.SequenceEqual(expected, StringComparer.OrdinalIgnoreCase);
    }

    private static void ReadRows(CsvReader csv, LabelReading reading)
    {
        while (csv.Read())
        {
            if (csv.FieldCount == Columns.Length)
                reading.Take(csv.LineNumber, new(csv.GetString(0), Split(csv.GetString(1)), Split(csv.GetString(2)), csv.GetString(3)));
            else
                reading.Report(csv.LineNumber, $"{csv.FieldCount} fields instead of {Columns.Length}");
        }
    }

    private static ImmutableArray<string> Split(string labels) =>
        [.. labels.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)];
}

/// <summary>The rows of one labels file as they are read, checked one by one.</summary>
internal sealed class LabelReading(string path, Taxonomy taxonomy, string corpus)
{
    private readonly SortedDictionary<string, (LabelRow Row, int Line)> rows = new(StringComparer.Ordinal);
    private readonly ImmutableArray<LabelProblem>.Builder problems = ImmutableArray.CreateBuilder<LabelProblem>();

    public void Report(long line, string message) => problems.Add(new(path, (int)line, message));

    public void Take(long line, LabelRow row)
    {
        var before = problems.Count;
        if (row.File.Length == 0 || !File.Exists(Path.Combine(corpus, row.File)))
            Report(line, $"there is no file '{row.File}' below {corpus}");
        if (rows.TryGetValue(row.File, out var first))
            Report(line, $"'{row.File}' has labels already on line {first.Line}: keep one of the two rows");
        var causes = Resolve(line, Facet.Causes, row.Causes, "cause", atLeast: 1);
        var components = Resolve(line, Facet.Components, row.Components, "component", atLeast: 0);
        var trigger = Resolve(line, Facet.Triggers, [row.Trigger], "trigger", atLeast: 1);
        if (problems.Count == before)
            rows.Add(row.File, (row with { Causes = causes, Components = components, Trigger = trigger[0] }, (int)line));
    }

    public LabelFileResult Result() => new([.. rows.Values.Select(r => r.Row)], problems.ToImmutable());

    private ImmutableArray<string> Resolve(long line, Facet facet, ImmutableArray<string> ids, string what, int atLeast)
    {
        if (ids.Length < atLeast || ids.Length > LabelFile.MostLabels)
            Report(line, $"{ids.Length} {what}s: give {atLeast} to {LabelFile.MostLabels}");
        if (ids.Distinct(StringComparer.Ordinal).Count() < ids.Length)
            Report(line, $"a {what} is given twice");
        foreach (var id in ids.Where(id => taxonomy.Find(facet, id) is null))
            Report(line, $"'{id}' is no {what}: use one of {string.Join(", ", taxonomy[facet].Select(c => c.Id))}, or add it to {TaxonomyFile.Name}");
        return [.. ids.Select(id => taxonomy.Find(facet, id) ?? id)];
    }
}
