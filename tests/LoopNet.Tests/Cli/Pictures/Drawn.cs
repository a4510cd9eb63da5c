using System.Globalization;
using System.Xml.Linq;
using LoopNet.Cli;

namespace LoopNet.Tests.Cli;

/// <summary>A picture read back: what is drawn in it, by element and CSS class.</summary>
public sealed class Drawn
{
    private readonly XElement _root;

    private Drawn(XElement root) => _root = root;

    public string Title => _root.Element(SvgWriter.Namespace + "title")!.Value;

    public string Description => _root.Element(SvgWriter.Namespace + "desc")!.Value;

    public string Style => _root.Element(SvgWriter.Namespace + "style")!.Value;

    public double Width => Number(_root, "width");

    public double Height => Number(_root, "height");

    /// <summary>Reads a picture, which has to be sound XML, to have a size and to hold no number that is none.</summary>
    public static Drawn Of(string svg)
    {
        XElement root = XDocument.Parse(svg).Root!;
        Assert.Equal(SvgWriter.Namespace + "svg", root.Name);
        Drawn drawn = new(root);
        Assert.Equal($"0 0 {(string)root.Attribute("width")!} {(string)root.Attribute("height")!}", (string)root.Attribute("viewBox")!);
        Assert.Equal("img", (string)root.Attribute("role")!);
        Assert.NotEqual("", drawn.Title);
        Assert.NotEqual("", drawn.Description);
        Assert.Contains("@media (prefers-color-scheme: dark)", drawn.Style, StringComparison.Ordinal);
        IEnumerable<string> attributes = root.DescendantsAndSelf().Attributes().Select(attribute => attribute.Value);
        foreach (string text in (IEnumerable<string>)[.. attributes, .. drawn.Texts()])
        {
            Assert.DoesNotMatch("NaN|∞|Infinity|[0-9]E[-+]?[0-9]", text);
        }

        return drawn;
    }

    /// <summary>The elements of a name that have all of the classes.</summary>
    public XElement[] All(string name, params string[] classes)
    {
        return [.. _root.Descendants(SvgWriter.Namespace + name).Where(element => classes.All(Classes(element).Contains))];
    }

    /// <summary>The written texts that have all of the classes, in the order of the picture.</summary>
    public string[] Texts(params string[] classes) => [.. All("text", classes).Select(element => element.Value)];

    /// <summary>An attribute as a number.</summary>
    public static double Number(XElement element, string name)
    {
        return double.Parse((string)element.Attribute(name)!, CultureInfo.InvariantCulture);
    }

    public static string[] Classes(XElement element) => ((string?)element.Attribute("class") ?? "").Split(' ');
}
