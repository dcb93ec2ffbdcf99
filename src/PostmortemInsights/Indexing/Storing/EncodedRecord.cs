using System.Text;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Indexing.Storing;

/// <summary>An incident as bytes.</summary>
/// <param name="Excerpt">What is needed of it by those who look at all incidents together.</param>
/// <param name="Head">Its fields.</param>
/// <param name="Text">Its text, which few readers need.</param>
internal sealed record EncodedRecord(ReadOnlyMemory<byte> Excerpt, ReadOnlyMemory<byte> Head, ReadOnlyMemory<byte> Text)
{
    public static EncodedRecord Of(Incident incident, byte[] excerpt) =>
        new(excerpt, RecordWriter.Write(incident), Encoding.UTF8.GetBytes(incident.Text));

    /// <summary>The incident; without its text, <see cref="Incident.Text"/> is empty.</summary>
    /// <exception cref="InvalidDataException">The bytes are no record.</exception>
    public static Incident Decode(ReadOnlySpan<byte> head, ReadOnlySpan<byte> text)
    {
        var incident = RecordReader.Read(head);
        return text.IsEmpty ? incident : incident with { Text = Encoding.UTF8.GetString(text) };
    }
}
