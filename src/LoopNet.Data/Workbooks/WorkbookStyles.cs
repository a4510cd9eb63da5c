using DocumentFormat.OpenXml.Spreadsheet;

namespace LoopNet.Data;

/// <summary>What each <see cref="CellLook"/> looks like; the style of a cell has the number of its look.</summary>
internal static class WorkbookStyles
{
    private const double TextHeight = 11.0;
    private const string Ink = "FF1A1A1A";
    private const string Grey = "FF6B6B6B";
    private const string Blue = "FF1F4E79";
    private const string ToChange = "FFFFF4CC";
    private const string Shade = "FFF2F2F2";

    /// <summary>The height of a row with such a cell, in points; null for that of its text.</summary>
    public static double? HeightOf(CellLook look) => look switch
    {
        CellLook.Title => 24.0,
        CellLook.Heading => 24.0,
        CellLook.Equation => 20.0,
        CellLook.Blank => 26.0,
        _ => null,
    };

    /// <summary>The styles of a workbook.</summary>
    public static Stylesheet Sheet()
    {
        CellLook[] looks = Enum.GetValues<CellLook>();
        Fonts fonts = new();
        Fills fills = new(new Fill(new PatternFill { PatternType = PatternValues.None }), new Fill(new PatternFill { PatternType = PatternValues.Gray125 }));
        CellFormats formats = new();
        foreach (CellLook look in looks)
        {
            fonts.AppendChild(FontOf(look));
            string? colour = FillOf(look);
            if (colour is not null)
            {
                fills.AppendChild(Solid(colour));
            }

            formats.AppendChild(new CellFormat
            {
                FontId = (uint)look,
                FillId = colour is null ? 0U : (uint)fills.ChildElements.Count - 1,
                BorderId = look is CellLook.Given or CellLook.Computed ? 1U : look == CellLook.Blank ? 2U : 0U,
                NumberFormatId = 0U,
                FormatId = 0U,
                ApplyFont = true,
                ApplyFill = true,
                ApplyBorder = true,
                ApplyAlignment = true,
                Alignment = AlignmentOf(look),
            });
        }

        return new Stylesheet(
            fonts,
            fills,
            new Borders(BorderOf(null, Grey), BorderOf(BorderStyleValues.Hair, Grey), BorderOf(BorderStyleValues.Thin, Ink)),
            new CellStyleFormats(new CellFormat()),
            formats);
    }

    private static Font FontOf(CellLook look)
    {
        (double size, string colour, bool bold) = look switch
        {
            CellLook.Title => (16.0, Ink, true),
            CellLook.Heading => (13.0, Blue, true),
            CellLook.Equation => (TextHeight, Blue, true),
            CellLook.Remark => (9.0, Grey, false),
            CellLook.Helper => (TextHeight, Grey, false),
            _ => (TextHeight, Ink, false),
        };
        Font font = new();
        if (bold)
        {
            font.AppendChild(new Bold());
        }

        font.Append(new FontSize { Val = size }, new Color { Rgb = colour }, new FontName { Val = "Calibri" });
        return font;
    }

    private static string? FillOf(CellLook look) => look switch
    {
        CellLook.Given => ToChange,
        CellLook.Helper => Shade,
        _ => null,
    };

    private static Fill Solid(string colour)
    {
        return new Fill(new PatternFill(new ForegroundColor { Rgb = colour }, new BackgroundColor { Indexed = 64U }) { PatternType = PatternValues.Solid });
    }

    private static Border BorderOf(BorderStyleValues? style, string colour)
    {
        if (style is not BorderStyleValues line)
        {
            return new Border(new LeftBorder(), new RightBorder(), new TopBorder(), new BottomBorder(), new DiagonalBorder());
        }

        return new Border(
            new LeftBorder(new Color { Rgb = colour }) { Style = line },
            new RightBorder(new Color { Rgb = colour }) { Style = line },
            new TopBorder(new Color { Rgb = colour }) { Style = line },
            new BottomBorder(new Color { Rgb = colour }) { Style = line },
            new DiagonalBorder());
    }

    private static Alignment AlignmentOf(CellLook look)
    {
        bool isLow = look is CellLook.Heading or CellLook.Equation or CellLook.Remark;
        return new Alignment { Vertical = isLow ? VerticalAlignmentValues.Bottom : VerticalAlignmentValues.Center };
    }
}
