using System.Text.Json;
using PostmortemInsights.Incidents;

namespace PostmortemInsights.Cli;

/// <summary>Prints records one after the other, so that memory does not grow with their number.</summary>
internal abstract class RecordOutput
{
    /// <summary>Prints what became of a document.</summary>
    public abstract void Write(Incident incident);

    /// <summary>Prints that a document could not be read.</summary>
    public abstract void WriteError(string source, string message);

    /// <summary>Prints what stands at the end.</summary>
    public virtual void End()
    {
    }

    /// <summary>The output of that form.</summary>
    public static RecordOutput Of(string format, Terminal terminal) => format switch
    {
        "json" => new JsonArray(terminal),
        "jsonl" => new JsonLines(terminal),
        _ => new Rows(terminal),
    };

    private static void WriteError(Utf8JsonWriter json, string source, string message)
    {
        json.WriteStartObject();
        json.WriteString("source", source);
        json.WriteString("error", message);
        json.WriteEndObject();
    }

    private sealed class JsonLines(Terminal terminal) : RecordOutput
    {
        private readonly Utf8JsonWriter json = new(terminal.Bytes, IncidentJson.WriterOptions());

        public override void Write(Incident incident)
        {
            IncidentJson.Write(json, incident);
            EndLine();
        }

        public override void WriteError(string source, string message)
        {
            WriteError(json, source, message);
            EndLine();
        }

        private void EndLine()
        {
            json.Flush();
            json.Reset();
            terminal.Bytes.WriteByte((byte)'\n');
        }
    }

    private sealed class JsonArray : RecordOutput
    {
        private readonly Terminal terminal;
        private readonly Utf8JsonWriter json;

        public JsonArray(Terminal terminal)
        {
            this.terminal = terminal;
            json = new Utf8JsonWriter(terminal.Bytes, IncidentJson.WriterOptions(indented: true));
            json.WriteStartArray();
        }

        public override void Write(Incident incident)
        {
            IncidentJson.Write(json, incident);
            json.Flush();
        }

        public override void WriteError(string source, string message) => WriteError(json, source, message);

        public override void End()
        {
            json.WriteEndArray();
            json.Flush();
            terminal.Bytes.WriteByte((byte)'\n');
        }
    }

    private sealed class Rows(Terminal terminal) : RecordOutput
    {
        public override void Write(Incident incident) => terminal.Out.WriteLine($"{incident.Source}  {incident.Title}");

        public override void WriteError(string source, string message) => terminal.Out.WriteLine($"{source}  {message}");
    }
}
