using System.Globalization;
using System.Text;
using PostmortemInsights.Reporting;

namespace PostmortemInsights.Cli;

/// <summary>Where a command writes to: results to <see cref="Out"/> or <see cref="Bytes"/>, everything else to <see cref="Error"/>.</summary>
internal sealed class Terminal
{
    private const int WidthOfFiles = 100;
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);
    private StyledOutput? styled;

    public Terminal(Stream output, TextWriter error, CancellationToken interrupted = default)
    {
        Bytes = output;
        Out = new StreamWriter(output, Utf8, bufferSize: 16384) { NewLine = "\n" };
        Error = error;
        Interrupted = interrupted;
    }

    /// <summary>Standard output as text: UTF-8 without a byte-order mark, <c>\n</c>.</summary>
    public TextWriter Out { get; }

    /// <summary>Standard output as bytes; <see cref="Out"/> is flushed before.</summary>
    public Stream Bytes
    {
        get
        {
            Out?.Flush();
            return field;
        }
    }

    /// <summary>Standard error: notes, progress, problems.</summary>
    public TextWriter Error { get; }

    /// <summary>Whether a person reads the results as they come.</summary>
    public bool OutputIsTerminal { get; init; }

    /// <summary>Whether a person reads the notes as they come, so that progress makes sense.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours are welcome.</summary>
    public bool Colour { get; init; }

    /// <summary>Columns of the terminal.</summary>
    public int Width { get; init; } = WidthOfFiles;

    /// <summary>Cancelled by Ctrl-C.</summary>
    public CancellationToken Interrupted { get; }

    /// <summary>The terminal that the process was started from.</summary>
    public static Terminal OfProcess(CancellationToken interrupted)
    {
        var error = new StreamWriter(Console.OpenStandardError(), Utf8) { AutoFlush = true, NewLine = "\n" };
        var outputIsTerminal = !Console.IsOutputRedirected;
        if (OperatingSystem.IsWindows() && outputIsTerminal)
            Console.OutputEncoding = Utf8;
        return new Terminal(StandardOutput.Open(), error, interrupted)
        {
            OutputIsTerminal = outputIsTerminal,
            ErrorIsTerminal = !Console.IsErrorRedirected,
            Colour = outputIsTerminal && !ColourRefused(),
            Width = outputIsTerminal ? Math.Max(Console.WindowWidth, 40) : WidthOfFiles,
        };
    }

    /// <summary>Writes a line, styled where colours are welcome.</summary>
    public void WriteLine(StyledLine line)
    {
        if (!Colour)
        {
            Out.WriteLine(line);
            return;
        }

        styled ??= new StyledOutput(Out);
        styled.Write(line);
    }

    /// <summary>
    /// A line for the person who runs the command, on standard error; names of files in it can't act on the terminal. Where standard error
    /// can't be written nobody is told, and the work goes on.
    /// </summary>
    public void Note(string message)
    {
        var shown = new StringBuilder(message.Length);
        foreach (var character in message)
        {
            if (character != '\n' && char.GetUnicodeCategory(character) is UnicodeCategory.Control or UnicodeCategory.Format)
                shown.Append("\\u").Append(((int)character).ToString("X4", CultureInfo.InvariantCulture));
            else
                shown.Append(character);
        }

        try
        {
            Error.WriteLine(shown.ToString());
        }
        catch (Exception unheard) when (unheard is IOException or UnauthorizedAccessException)
        {
            return;
        }
    }

    private static bool ColourRefused() =>
        !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR"))
        || string.Equals(Environment.GetEnvironmentVariable("TERM"), "dumb", StringComparison.Ordinal);
}
