using PostmortemInsights.Reporting;
using Spectre.Console;

namespace PostmortemInsights.Cli;

/// <summary>Lines with colours and weights, as terminals understand them.</summary>
internal sealed class StyledOutput
{
    private readonly IAnsiConsole console;

    public StyledOutput(TextWriter output)
    {
        console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.Yes,
            ColorSystem = ColorSystemSupport.Standard,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        // The terminal wraps; a line broken here could not be copied whole.
        console.Profile.Width = short.MaxValue;
    }

    public void Write(StyledLine line)
    {
        var paragraph = new Paragraph();
        foreach (var piece in line.Pieces)
            paragraph.Append(piece.Text, StyleOf(piece.Emphasis));
        paragraph.Append("\n");
        console.Write(paragraph);
    }

    private static Style StyleOf(Emphasis emphasis) => emphasis switch
    {
        Emphasis.Strong => new Style(decoration: Decoration.Bold),
        Emphasis.Match => new Style(Color.Yellow, decoration: Decoration.Bold),
        Emphasis.Faint => new Style(decoration: Decoration.Dim),
        _ => Style.Plain,
    };
}
