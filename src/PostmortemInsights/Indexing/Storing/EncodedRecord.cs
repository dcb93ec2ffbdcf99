using System.Text;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>An incident as bytes: its fields and, apart from them, its text, which few readers need.</summary>
internal sealed record EncodedRecord(ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Text)
{
    public static EncodedRecord Of(Incident incident) => new(RecordWriter.Write(incident), Encoding.UTF8.GetBytes(incident.Text));

    /// <summary>The incident; without its text, <see cref="Incident.Text"/> is empty.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record.</exception>
    public static Incident Decode(ReadOnlySpan<byte> head, ReadOnlySpan<byte> text)
    {
        var incident = RecordReader.Read(head);
        return text.IsEmpty ? incident : incident with { Text = Encoding.UTF8.GetString(text) };
    }
}
