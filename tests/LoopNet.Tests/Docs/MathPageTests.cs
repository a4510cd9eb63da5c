using System.Globalization;
using System.Text.RegularExpressions;
using LoopNet.Tests.Cli;
using LoopNet.Tests.Data;
using LoopNet.Tracing;

namespace LoopNet.Tests;

/// <summary>What docs/math.md prints: its arithmetic, its numbers, the commands of its exercises, its pictures.</summary>
public sealed partial class MathPageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private static string Page => Repository.Read("docs/math.md");

    // Chapter 11 has its own test; 10 and 12 are tables of shapes and names.
    private static string Chapters => Page.Split("\n## 10. Shapes at every step\n")[0];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void EveryLine_OfArithmetic_GivesTheNumberBelowIt()
    {
        List<string> mistakes = [];
        int checkedLines = 0;
        foreach (string derivation in Derivations())
        {
            double?[] values = [.. Sides(derivation).Select(Arithmetic.Of)];
            for (int i = 1; i < values.Length; i++)
            {
                if (values[i - 1] is not double expression || values[i] is not double result)
                {
                    continue;
                }

                // Ten digits are printed, and a difference of two numbers below 1 has lost one or two of them.
                checkedLines++;
                if (Math.Abs(expression - result) > 1e-9 * Math.Max(Math.Abs(result), 0.1))
                {
                    mistakes.Add($"{derivation}: {expression:R} is not {result:R}");
                }
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        Assert.InRange(checkedLines, 60, 1000);
    }

    [Fact]
    public void EveryNumberOfAName_InChapter3_IsThatOfTheTrace()
    {
        string chapter = Page.Split("\n## 3. ")[1].Split("\n## 4. ")[0];
        chapter = SectionsOfOtherNetworks().Replace(chapter, "");
        StepTrace step = MathNumbers.Mazur(updateBiases: true);
        List<string> mistakes = [];
        int names = 0;
        foreach (string derivation in DerivationsIn(chapter))
        {
            string[] sides = Sides(derivation);
            Match element = Element().Match(sides[0]);
            if (!element.Success || Arithmetic.Of(sides[^1]) is not double printed)
            {
                continue;
            }

            string symbol = element.Groups["symbol"].Value;
            int[] index = [.. element.Groups["index"].Value.Split(',').Select(number => int.Parse(number, CultureInfo.InvariantCulture))];
            TraceRecord? record = step.Find(symbol, 0) ?? step.Find(symbol, null);
            names++;
            if (record is null || new Numbers(10).Write(record.At(index)) != new Numbers(10).Write(printed))
            {
                mistakes.Add($"{sides[0]} = {sides[^1]}, but the trace has {record?.At(index)}");
            }
        }

        Assert.True(mistakes.Count == 0, string.Join('\n', mistakes));
        Assert.InRange(names, 40, 100);
    }

    [Fact]
    public void EveryNumber_OfFiveDigitsOrMore_IsOneThatTheTestComputes()
    {
        double[] known = [.. MathNumbers.All()];
        List<string> unknown = [];
        foreach (Match match in LongNumbers().Matches(Chapters.Replace("`", " ", StringComparison.Ordinal)))
        {
            string text = match.Value.Replace(",", "", StringComparison.Ordinal);
            string digits = text.Split('e')[0].Replace(".", "", StringComparison.Ordinal).TrimStart('-').TrimStart('0');
            int significant = text.Contains('.', StringComparison.Ordinal) ? digits.Length : digits.TrimEnd('0').Length;
            if (significant < 5)
            {
                continue;
            }

            double number = Math.Abs(double.Parse(text, CultureInfo.InvariantCulture));
            double unit = Math.Pow(10.0, Math.Floor(Math.Log10(number)) - significant + 1);
            if (!known.Any(value => Math.Abs(Math.Abs(value) - number) <= 0.51 * unit))
            {
                unknown.Add(match.Value);
            }
        }

        Assert.True(unknown.Count == 0, string.Join('\n', unknown.Distinct()));
    }

    [Fact]
    public void EveryCommand_OfAnExercise_DoesWhatTheTextSays()
    {
        int commands = 0;
        foreach (Match fence in FencesAndFiles().Matches(Page))
        {
            if (fence.Groups["file"].Success)
            {
                _folder.WriteText(fence.Groups["file"].Value, fence.Groups["json"].Value);
                continue;
            }

            string before = Page[..fence.Index];
            bool isWrong = before[before.LastIndexOf("\n\n**", StringComparison.Ordinal)..].ReplaceLineEndings(" ").Contains("exit status is 1", StringComparison.Ordinal);
            foreach (string line in fence.Groups["sh"].Value.Split('\n', StringSplitOptions.RemoveEmptyEntries))
            {
                string[] arguments = [.. Words().Matches(line.Split('#')[0]).Select(word => Place(word.Value.Trim('\'', '"')))];
                if (arguments[1] == "trace")
                {
                    arguments = [.. arguments, "--out", _folder.Path];
                }

                if (arguments[1] == "check")
                {
                    FillIn(arguments[^1]);
                }

                CommandRun run = CommandRun.Of(arguments[1..]);
                Assert.True(run.Status == (isWrong ? 1 : 0), $"{line}: {run.Output}{run.Error}");
                commands++;
            }
        }

        Assert.InRange(commands, 40, 200);
    }

    [Fact]
    public void EverySection_OfChapter3And4_EndsWithAnExercise()
    {
        foreach (Match section in Sections().Matches(Page.Split("\n## 3. ")[1].Split("\n## 5. ")[0]))
        {
            Assert.True(section.Value.Contains("**Exercise.**", StringComparison.Ordinal), section.Value.Split('\n')[0]);
        }
    }

    [Fact]
    public void WhatGoesWrong_WithTheCommandsOfThePage_GoesWrong()
    {
        string section = Page.Split("### What goes wrong in practice\n")[1].Split("\n## ")[0];
        string[] runs = [.. CommandLines().Matches(section).Select(match => match.Value.Split('#')[0].Trim())];
        string Output(int run)
        {
            CommandRun done = CommandRun.Of([.. runs[run].Split(' ', StringSplitOptions.RemoveEmptyEntries).Skip(1).Select(Place)]);
            return done.Output + done.Error;
        }

        Assert.Matches(@"(?m)^ +3  .* 2\.3\d+  ", Output(0));
        Assert.Contains("all 32 ReLU units are dead", Output(1), StringComparison.Ordinal);
        Assert.Matches(@"(?m)^ +3  .* \d\d\.\d{5}  ", Output(2));
        Assert.Contains("network saved in", Output(3), StringComparison.Ordinal);
        string evaluation = Output(4);
        Assert.Equal(1, Regex.Count(evaluation, @" 100\.00 %"));
        Assert.InRange(Regex.Count(evaluation, @" 0\.00 %"), 9, 20);
        Assert.Matches(@"(?m)^ +3  +9", Output(5));
    }

    [PythonFact]
    public void EveryPicture_OfThePage_IsWhatItsProgramDraws()
    {
        string pictures = Path.Combine(Repository.Top, "docs", "pictures");
        Assert.Equal(0, PythonFactAttribute.Run(Path.Combine(pictures, "draw.py"), _folder.Path).Status);
        string[] drawn = Directory.GetFiles(_folder.Path);

        Assert.Equal(Directory.GetFiles(pictures, "*.svg").Length, drawn.Length);
        foreach (string path in drawn)
        {
            string name = Path.GetFileName(path);
            Assert.Equal(File.ReadAllText(Path.Combine(pictures, name)), File.ReadAllText(path));
            Assert.Contains($"](pictures/{name})", Page, StringComparison.Ordinal);
        }
    }

    // What a reader writes into a blank form of Mazur's network.
    private static void FillIn(string path)
    {
        StepTrace step = MathNumbers.Mazur(updateBiases: false);
        string filled = Blanks().Replace(File.ReadAllText(path), form =>
        {
            Queue<double> numbers = new(step.Find(form.Groups["symbol"].Value, 0)!.Rows.SelectMany(row => row));
            return Regex.Replace(form.Value, "null", _ => Invariant($"{numbers.Dequeue():R}"));
        });
        if (filled.Length > 0 && !path.StartsWith(Repository.Top, StringComparison.Ordinal))
        {
            File.WriteAllText(path, filled);
        }
    }

    // A file of the repository, or one in the temporary folder.
    private string Place(string word)
    {
        bool isFile = Path.HasExtension(word) && (word.EndsWith(".json", StringComparison.Ordinal) || word.EndsWith(".md", StringComparison.Ordinal));
        string shipped = Path.Combine(Repository.Top, word);
        return !isFile ? word : File.Exists(shipped) ? shipped : Path.Combine(_folder.Path, word);
    }

    private static IEnumerable<string> Derivations() => DerivationsIn(Chapters);

    // A line with a sign of equality, and those below it that begin with one.
    private static IEnumerable<string> DerivationsIn(string text)
    {
        return Fences().Matches(text).Where(fence => fence.Groups["language"].Length == 0).SelectMany(fence => Continuations().Replace(fence.Groups["block"].Value, " = ").Split('\n')).Where(line => line.Contains(" = ", StringComparison.Ordinal));
    }

    private static string[] Sides(string derivation) => [.. derivation.Split(" = ").Select(side => side.Trim())];

    [GeneratedRegex(@"^```(?<language>\w*)\n(?<block>.*?)^```$", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fences();

    [GeneratedRegex(@"\n +=\s")]
    private static partial Regex Continuations();

    [GeneratedRegex(@"^(?<symbol>[\w/']+)\[(?<index>[\d,]+)\]$")]
    private static partial Regex Element();

    [GeneratedRegex(@"^### (B3s|M1|M2) .*?(?=^##)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SectionsOfOtherNetworks();

    [GeneratedRegex(@"^### .*?(?=^##|\z)", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Sections();

    [GeneratedRegex(@"(?<![\w.^])-?\d+(?:,\d{3})*(?:\.\d+)?(?:e[+-]?\d+)?(?![\w])")]
    private static partial Regex LongNumbers();

    [GeneratedRegex(@"as `(?<file>\w[\w-]*\.json)`[^`]*(?:`[^`\n]+`[^`]*)*```json\n(?<json>.*?)```|```sh\n(?<sh>.*?)```", RegexOptions.Singleline)]
    private static partial Regex FencesAndFiles();

    [GeneratedRegex(@"""(?<symbol>dL/[^""]+)"": [^a-mo-tv-zA-Z]*null[^""]*", RegexOptions.Singleline)]
    private static partial Regex Blanks();

    [GeneratedRegex(@"'[^']*'|""[^""]*""|\S+")]
    private static partial Regex Words();

    [GeneratedRegex(@"^loopnet .*$", RegexOptions.Multiline)]
    private static partial Regex CommandLines();
}
