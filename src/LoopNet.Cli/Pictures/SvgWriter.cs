using System.Globalization;
using System.Text;
using System.Xml;
using System.Xml.Linq;

namespace LoopNet.Cli;

/// <summary>Puts one picture together as SVG: the only place that knows how numbers and texts are written in it.</summary>
/// <remarks>
/// Lengths are in pixels, x to the right and y downwards. How things look is said by CSS classes alone, so that the same
/// picture has other colours on a dark page. The same calls give the same text, byte for byte.
/// </remarks>
internal sealed class SvgWriter
{
    /// <summary>The namespace of SVG's elements.</summary>
    public static readonly XNamespace Namespace = "http://www.w3.org/2000/svg";

    private readonly XElement _root;
    private XElement _group;

    /// <summary>Begins a picture on a sheet of its own paper.</summary>
    /// <param name="width">The width.</param>
    /// <param name="height">The height.</param>
    /// <param name="title">What the picture shows: read out to those who do not see it, not drawn.</param>
    /// <param name="description">What can be seen in it, in a sentence or two; read out as well.</param>
    /// <param name="style">The rules of CSS of this picture, beside those of <see cref="PictureStyle"/>.</param>
    public SvgWriter(double width, double height, string title, string description, string style)
    {
        _root = Element(
            "svg",
            ("viewBox", $"0 0 {Number(width)} {Number(height)}"),
            ("width", Number(width)),
            ("height", Number(height)),
            ("role", "img"),
            ("class", "picture"));
        _root.Add(TextElement("title", title), TextElement("desc", description), new XElement(Namespace + "style", PictureStyle.Common + style));
        _group = _root;
        Rectangle(0.0, 0.0, width, height, "paper");
    }

    /// <summary>Begins a drawing without a size, paper or style of its own: those are given by the page that it stands in.</summary>
    /// <param name="title">What the drawing shows: read out to those who do not see it, not drawn.</param>
    /// <param name="description">What can be seen in it, in a sentence or two; read out as well.</param>
    /// <param name="style">Its CSS class.</param>
    public SvgWriter(string title, string description, string style)
    {
        _root = Element("svg", ("role", "img"), ("class", $"picture {style}"));
        _root.Add(TextElement("title", title), TextElement("desc", description));
        _group = _root;
    }

    /// <summary>A part of a width or a height, 0 to 1, for example <c>12.5%</c>.</summary>
    public static string Percent(double fraction) => $"{Number(fraction * 100.0, "0.###")}%";

    /// <summary>A length in the size of the type, for example <c>1.5em</c>.</summary>
    public static string Ems(double length) => $"{Number(length)}em";

    /// <summary>A number as SVG takes it: with two decimals at most, where no other format is asked for; a point, no exponent, and 0 without a sign.</summary>
    /// <exception cref="ArgumentException">The number is infinite or none.</exception>
    public static string Number(double value, string format = "0.##")
    {
        if (!double.IsFinite(value))
        {
            throw new ArgumentException(Invariant($"A picture has no place for {value}."), nameof(value));
        }

        string text = value.ToString(format, CultureInfo.InvariantCulture);
        return text == "-0" ? "0" : text;
    }

    /// <summary>Draws an element of SVG; a place in it may be a number, a percentage or in the size of the type.</summary>
    public void Shape(string name, string style, params (string Name, string Value)[] attributes)
    {
        _group.Add(Element(name, [("class", style), .. attributes]));
    }

    /// <summary>Writes text at a place that its attributes say, as those of <see cref="Shape"/> do.</summary>
    public void Text(string text, string style, params (string Name, string Value)[] place)
    {
        XElement element = Element("text", [("class", style), .. place]);
        element.Value = Sound(text);
        _group.Add(element);
    }

    /// <summary>Draws a rectangle.</summary>
    public void Rectangle(double x, double y, double width, double height, string style)
    {
        Shape("rect", style, ("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height)));
    }

    /// <summary>Draws a straight line.</summary>
    public void Line(double x1, double y1, double x2, double y2, string style)
    {
        Shape("line", style, ("x1", Number(x1)), ("y1", Number(y1)), ("x2", Number(x2)), ("y2", Number(y2)));
    }

    /// <summary>Draws what the commands of a path say; <paramref name="more"/> are further attributes.</summary>
    public void Path(string commands, string style, params (string Name, string Value)[] more)
    {
        Shape("path", style, [("d", commands), .. more]);
    }

    /// <summary>Writes text; its style says which point of it <paramref name="x"/> is: the start, the middle or the end.</summary>
    public void Text(double x, double y, string text, string style)
    {
        Text(text, style, ("x", Number(x)), ("y", Number(y)));
    }

    /// <summary>Writes text from bottom to top around the point (<paramref name="x"/>, <paramref name="y"/>).</summary>
    public void TextUpwards(double x, double y, string text, string style)
    {
        Text(text, style, ("transform", $"translate({Number(x)} {Number(y)}) rotate(-90)"));
    }

    /// <summary>Begins a part of the picture with an origin of its own; a title is read out, and shown under a mouse.</summary>
    /// <remarks>In a group with a scale, a length of 1 is <paramref name="scale"/> pixels.</remarks>
    public void BeginGroup(double x, double y, string style, string? title = null, double scale = 1.0)
    {
        string enlarged = scale.Equals(1.0) ? "" : $" scale({Number(scale)})";
        XElement group = Element("g", ("class", style), ("transform", $"translate({Number(x)} {Number(y)}){enlarged}"));
        if (title is not null)
        {
            group.Add(TextElement("title", title));
        }

        Begin(group);
    }

    /// <summary>Begins a part of the picture whose width and height are what percentages in it are parts of; what is outside is drawn too.</summary>
    public void BeginArea(double x, double y, double width, double height, string style)
    {
        (string, string)[] place = [("x", Number(x)), ("y", Number(y)), ("width", Number(width)), ("height", Number(height))];
        Begin(Element("svg", [("class", style), .. place, ("overflow", "visible")]));
    }

    /// <summary>Begins a part whose origin is a place of the area that it stands in, as parts of that area's width and height.</summary>
    public void BeginPlace(double x, double y)
    {
        Begin(Element("svg", ("x", Percent(x)), ("y", Percent(y)), ("overflow", "visible")));
    }

    /// <summary>Begins a part that is drawn in its own lengths, and stretched to the size of the area that it stands in.</summary>
    public void BeginStretched(double width, double height)
    {
        (string, string)[] size = [("width", "100%"), ("height", "100%"), ("viewBox", $"0 0 {Number(width)} {Number(height)}")];
        Begin(Element("svg", [.. size, ("preserveAspectRatio", "none"), ("overflow", "visible")]));
    }

    /// <summary>Ends the part that was begun last.</summary>
    public void EndGroup() => _group = _group.Parent!;

    /// <summary>The picture: one element, lines that end with LF.</summary>
    public override string ToString()
    {
        StringBuilder text = new();
        XmlWriterSettings settings = new() { OmitXmlDeclaration = true, Indent = true, IndentChars = " ", NewLineChars = "\n" };
        using (XmlWriter writer = XmlWriter.Create(text, settings))
        {
            _root.WriteTo(writer);
        }

        return text.Append('\n').ToString();
    }

    private void Begin(XElement part)
    {
        _group.Add(part);
        _group = part;
    }

    private static XElement Element(string name, params (string Name, string Value)[] attributes)
    {
        return new XElement(Namespace + name, attributes.Select(attribute => new XAttribute(attribute.Name, attribute.Value)));
    }

    private static XElement TextElement(string name, string text) => new(Namespace + name, Sound(text));

    // A name of a file may hold what a reader of the picture would obey, and what XML cannot hold.
    private static string Sound(string text)
    {
        StringBuilder sound = new();
        foreach (Rune rune in VisibleText.Of(text).EnumerateRunes())
        {
            bool isSound = !rune.IsBmp || XmlConvert.IsXmlChar((char)rune.Value);
            sound.Append(isSound ? rune : Rune.ReplacementChar);
        }

        return sound.ToString();
    }
}
