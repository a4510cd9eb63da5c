using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace LoopNet.Tests.CorrectRounding;

/// <summary>Against 120 decimal digits of another library: 100,000 random arguments for each function, and those where something special happens.</summary>
public class ValuesTests
{
    private static readonly string Folder = Path.Combine(AppContext.BaseDirectory, "Functions", "CorrectRounding");

    public static TheoryData<string> Names => RoundedFunction.Names;

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfRandomArguments_IsTheNearestDouble(string name)
    {
        Assert.Empty(WrongBlocks(name, RoundedFunction.Named(name).Value));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void VerifiersValue_OfRandomArguments_IsTheNearestDouble(string name)
    {
        int blocks = FullRun.Count(usual: 40, full: RandomArguments.BlockCount);

        Assert.Empty(WrongBlocks(name, RoundedFunction.Named(name).Verifying, blocks));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_WithOneWrongLastBitInABlock_IsNoticed(string name)
    {
        double marked = RandomArguments.Block(name, 123)[200];
        double Mistaken(double x)
        {
            double value = RoundedFunction.Named(name).Value(x);
            return x.Equals(marked) ? Math.BitIncrement(value) : value;
        }

        Assert.Equal(["123"], WrongBlocks(name, Mistaken));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfSpecialArguments_IsTheNearestDouble(string name)
    {
        string[][] lines = Lines("special.txt", name);

        Assert.True(lines.Length > 800);
        foreach (string[] line in lines)
        {
            double value = RoundedFunction.Named(name).Value(HexNumber.Parse(line[1]));
            double verifiers = RoundedFunction.Named(name).Verifying(HexNumber.Parse(line[1]));
            Assert.True(IsSame(HexNumber.Parse(line[2]), value), $"{name}({line[1]}) is {line[2]}, not {value:R}");
            Assert.True(IsSame(HexNumber.Parse(line[2]), verifiers), $"{name}({line[1]}) is {line[2]}, not {verifiers:R}");
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Value_OfWhatIsNotANumber_IsNotANumber(string name)
    {
        Assert.True(double.IsNaN(RoundedFunction.Named(name).Value(double.NaN)));
        Assert.True(double.IsNaN(RoundedFunction.Named(name).Verifying(double.NaN)));
    }

    // The numbers of the blocks, of all or of the first ones, whose results have another hash.
    private static string[] WrongBlocks(string name, Func<double, double> function, int blocks = RandomArguments.BlockCount)
    {
        string[][] lines = Lines("values.txt", name);
        Assert.Equal(RandomArguments.BlockCount, lines.Length);
        return [.. lines.Take(blocks).Where(line => HashOf(name, line[1], function) != line[2]).Select(line => line[1])];
    }

    private static string HashOf(string name, string block, Func<double, double> function)
    {
        double[] results = [.. RandomArguments.Block(name, int.Parse(block, CultureInfo.InvariantCulture)).Select(function)];
        byte[] hash = SHA256.HashData(MemoryMarshal.AsBytes<double>(results));
        return Convert.ToHexStringLower(hash)[..16];
    }

    private static string[][] Lines(string file, string name)
    {
        return [.. File.ReadLines(Path.Combine(Folder, file)).Select(line => line.Split(' ')).Where(words => words[0] == name)];
    }

    // A logarithm of a negative number is not a number, whatever its bits.
    private static bool IsSame(double expected, double actual)
    {
        return double.IsNaN(expected) ? double.IsNaN(actual) : BitConverter.DoubleToInt64Bits(expected) == BitConverter.DoubleToInt64Bits(actual);
    }
}
