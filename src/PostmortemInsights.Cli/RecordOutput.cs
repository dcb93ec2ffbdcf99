using PostmortemInsights.Analyzing;
using PostmortemInsights.Incidents;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli;

/// <summary>Prints records as they come; only a table waits for all of them, and it does without their texts.</summary>
internal abstract class RecordOutput
{
    /// <summary>Prints what a document says.</summary>
    public abstract void Write(Incident incident);

    /// <summary>Prints that a document could not be read.</summary>
    public abstract void Write(UnreadDocument document);

    /// <summary>Prints what stands at the end.</summary>
    public abstract void End();

    /// <summary>The output of that form.</summary>
    public static RecordOutput Of(string format, Terminal terminal) => format switch
    {
        "json" => new JsonArray(terminal.Bytes),
        "jsonl" => new JsonLines(terminal.Bytes),
        _ => new Rows(terminal),
    };

    private sealed class JsonLines(Stream output) : RecordOutput
    {
        public override void Write(Incident incident) => RecordJson.WriteLine(incident, output);

        public override void Write(UnreadDocument document) => RecordJson.WriteLine(document, output);

        public override void End()
        {
        }
    }

    // An array with an element a line: it can be written as it comes, and compared line by line.
    private sealed class JsonArray(Stream output) : RecordOutput
    {
        private bool begun;

        public override void Write(Incident incident)
        {
            Separate();
            RecordJson.WriteLine(incident, output);
        }

        public override void Write(UnreadDocument document)
        {
            Separate();
            RecordJson.WriteLine(document, output);
        }

        public override void End() => output.Write(begun ? "]\n"u8 : "[]\n"u8);

        private void Separate()
        {
            output.Write(begun ? ","u8 : "["u8);
            begun = true;
        }
    }

    private sealed class Rows(Terminal terminal) : RecordOutput
    {
        private readonly List<Incident> incidents = [];

        public override void Write(Incident incident) => incidents.Add(incident with { Text = "", Passages = [] });

        public override void Write(UnreadDocument document)
        {
        }

        public override void End() => RecordTable.Write(incidents, terminal.Out, terminal.Width);
    }
}
