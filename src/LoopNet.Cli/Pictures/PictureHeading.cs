namespace LoopNet.Cli;

/// <summary>The heading of a picture: its title, on as many lines as it needs, and a softer note below it.</summary>
internal sealed class PictureHeading
{
    private const double Margin = 24.0;
    private const double TitleLine = 22.0;
    private const double NoteLine = 19.0;

    // How wide a character is at most, on average: a picture cannot measure its type.
    private const double TitleCharacter = 10.4;
    private const double NoteCharacter = 7.8;

    private readonly string[] _title;
    private readonly string[] _note;

    /// <summary>Breaks a heading into lines.</summary>
    /// <param name="title">What the picture shows.</param>
    /// <param name="note">What else is to be said of it, or null.</param>
    /// <param name="width">The width of the picture.</param>
    public PictureHeading(string title, string? note, double width)
    {
        double room = width - (2.0 * Margin);
        _title = [.. TextWrap.Lines(title, (int)(room / TitleCharacter))];
        _note = note is null ? [] : [.. TextWrap.Lines(note, (int)(room / NoteCharacter))];
    }

    /// <summary>Where the picture below the heading begins.</summary>
    public double Height => 20.0 + (TitleLine * _title.Length) + (NoteLine * _note.Length);

    /// <summary>Writes the heading at the top of a picture.</summary>
    public void Draw(SvgWriter svg)
    {
        double baseline = 10.0;
        foreach (string line in _title)
        {
            baseline += TitleLine;
            svg.Text(Margin, baseline, line, "title");
        }

        foreach (string line in _note)
        {
            baseline += NoteLine;
            svg.Text(Margin, baseline, line, "soft");
        }
    }
}
