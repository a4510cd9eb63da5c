using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace LoopNet.Tests.Cli;

/// <summary>An image of 28 x 28 pixels read back from the strokes of a picture.</summary>
public static partial class PixelRuns
{
    /// <summary>784 numbers from -1 to 1: the opacity of each pixel's stroke, below 0 where it is of the class <c>negative</c>.</summary>
    public static double[] Read(XElement image)
    {
        double[] pixels = new double[784];
        foreach (XElement path in image.Elements())
        {
            double opacity = Drawn.Number(path, "stroke-opacity");
            double value = Drawn.Classes(path).Contains("negative") ? -opacity : opacity;
            MatchCollection runs = Run().Matches((string)path.Attribute("d")!);
            Assert.Equal((string)path.Attribute("d")!, string.Concat(runs.Select(run => run.Value)));
            foreach (Match run in runs)
            {
                int[] numbers = [.. run.Groups.Values.Skip(1).Select(group => int.Parse(group.Value, CultureInfo.InvariantCulture))];
                Assert.InRange(numbers[0] + numbers[2], 1, 28);
                for (int index = 0; index < numbers[2]; index++)
                {
                    int pixel = (28 * numbers[1]) + numbers[0] + index;
                    Assert.Equal(0.0, pixels[pixel]);
                    pixels[pixel] = value;
                }
            }
        }

        return pixels;
    }

    [GeneratedRegex(@"M(\d+) (\d+)h(\d+)")]
    private static partial Regex Run();
}
