using System.Text.RegularExpressions;

namespace LoopNet.Tests;

/// <summary>docs/testing.md lists every attack, with the count and the date of its last run.</summary>
public class AttacksPageTests
{
    public static TheoryData<string> Scripts
    {
        get
        {
            string[] files = Directory.GetFiles(Path.Combine(Repository.Top, "tests", "attack"), "*.sh");
            return [.. files.Select(path => Path.GetFileName(path)).Where(name => name != "common.sh").Order(StringComparer.Ordinal)];
        }
    }

    [Theory]
    [MemberData(nameof(Scripts))]
    public void Script_OfAnAttack_HasItsLastResultOnThePage(string name)
    {
        Assert.Matches($@"\| `{Regex.Escape(name)}` \| [^|]+ \| [\d,]+ cases, \d+ faults?[^|]*, \d{{4}}-\d\d-\d\d[^|]* \|", Repository.Read("docs/testing.md"));
        Assert.EndsWith("finish\n", Repository.Read($"tests/attack/{name}"), StringComparison.Ordinal);
    }
}
