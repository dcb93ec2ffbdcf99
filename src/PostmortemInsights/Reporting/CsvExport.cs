using CsvHelper;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting.Csv;

namespace PostmortemInsights.Reporting;

/// <summary>
/// Records as CSV tables for a spreadsheet or a notebook: RFC 4180, UTF-8, one header row, columns in a fixed order, times as ISO 8601. A cell
/// that a spreadsheet would run as a formula begins with an apostrophe instead; control characters and marks that turn the direction of writing
/// are shown by their code.
/// </summary>
public static class CsvExport
{
    private static readonly CsvWriterOptions Options = CsvWriterOptions.Default with
    {
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    /// <summary>The names of the files, in the order in which they are written.</summary>
    public static IReadOnlyList<string> Files { get; } =
        [.. CsvTable.All.Select(static t => t.File)];

    /// <summary>Writes the tables into a folder, which is made if need be; files of the same names are replaced.</summary>
    /// <param name="incidents">One record a document, also for documents that report no incident.</param>
    /// <param name="directory">The folder.</param>
    /// <exception cref="IOException">A file can't be written.</exception>
    /// <exception cref="UnauthorizedAccessException">A file may not be written.</exception>
    public static void Write(IReadOnlyList<Incident> incidents, string directory)
    {
        Directory.CreateDirectory(directory);
        foreach (var table in CsvTable.All)
            WriteTable(incidents, table, Path.Combine(directory, table.File));
    }

    private static void WriteTable(IReadOnlyList<Incident> incidents, CsvTable table, string path)
    {
        using var csv = CsvWriter.ToFile(path, Options);
        csv.WriteRecord(table.Columns);
        foreach (var incident in incidents)
            table.WriteRows(csv, incident);
    }
}
