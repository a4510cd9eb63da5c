using LoopNet.Checking;
using LoopNet.Data;
using Xunit.Abstractions;

namespace LoopNet.Tests.Checking.Exercises;

public class ExerciseMakerTests(ITestOutputHelper output)
{
    // For each exercise, so many of the some hundred ways to make a mistake are handed in and checked.
    private static readonly int MistakesChecked = FullRun.Count(usual: 1, full: 4);
    private const int MostDigitsShown = 10;

    // In a full run 100 seeds of each of ten kinds.
    private static readonly int Seeds = FullRun.Count(usual: 1, full: 100);

    public static TheoryData<string> Kinds => ExercisePlans.Names;

    // The check itself, which shares nothing with the choice of numbers but the catalogue, finds the mistake on the sheet of who made it.
    [Theory]
    [MemberData(nameof(Kinds))]
    public void Make_OfManySeeds_TellsEveryMistakeApartAsItSays(string kind)
    {
        ExercisePlan plan = ExercisePlans.All[kind];
        ExerciseMaker maker = new(plan);
        int draws = 0;
        int accepted = 0;
        int most = 0;
        int handedIn = 0;
        int named = 0;
        string longest = "";
        for (int seed = 1; seed <= Seeds; seed++)
        {
            Exercise exercise = maker.Make("exercise", seed, "7");
            draws += exercise.Draws;
            most = Math.Max(most, exercise.Draws);
            accepted += exercise.IsAccepted ? 1 : 0;
            longest = exercise.Key.Select(number => number.Text).Append(longest).MaxBy(text => text.Length)!;
            Assert.True(AnswerCheck.Of(exercise.Example, ExercisePlans.Key(exercise)).AllRight, $"{kind}, seed {seed}: the key is called wrong");
            (int sheets, int ofThem) = AssertTold(exercise, new SeededRandom(seed, "mistakes made"));
            handedIn += sheets;
            named += ofThem;
        }

        output.WriteLine(Invariant($"{kind}: {Seeds} seeds, {draws} draws, {most} at most for one, {accepted} accepted; longest number {longest}; {handedIn} sheets with a mistake called wrong, {named} of them with its name or with an account of every number"));
        Assert.Equal(Seeds, accepted);
        Assert.True(named >= 0.9 * handedIn, $"{named} of {handedIn} sheets have their mistake named");
        Assert.True(longest.Count(char.IsAsciiDigit) <= MostDigitsShown, longest);
    }

    // A mistake that shows in one number alone, as a small weight decay does, is called wrong; whether it can be named is another question.
    private static (int Sheets, int Named) AssertTold(Exercise exercise, SeededRandom random)
    {
        Edit[] ways = [.. Catalogue.Edits(exercise.Example).Where(way => way.Mistake!.Title != "Intermediate results rounded")];
        HashSet<string> unseen = [.. exercise.Unseen.Select(way => way.ToString())];
        ILookup<string, string> alike = exercise.Alike.SelectMany(pair => new[] { (pair.First, pair.Second), (pair.Second, pair.First) }).ToLookup(pair => pair.Item1.ToString(), pair => pair.Item2.Mistake!.Title);
        int sheets = 0;
        int named = 0;
        for (int i = 0; i < MistakesChecked; i++)
        {
            Edit way = ways[random.NextIndex(ways.Length)];
            List<GivenAnswer> sheet = Learner.Answers(exercise.Example, [way], exercise.Plan.Steps, number => KeyNumber.Padded(number, exercise.Plan.Digits));
            CheckReport report = AnswerCheck.Of(exercise.Example, sheet);
            string told = $"{exercise.Example.Network}: {way}: {string.Join("; ", report.Diagnoses.Select(found => $"{found.Number.Name} {found.Number.Literal} {found.Fit} {found.Findings.Select(finding => finding.Edits.Count > 0 ? $"{finding.Edits[0]}" : finding.Text).FirstOrDefault()}"))}";
            bool isNowhere = way.Shift is not null && !exercise.Seen.Contains(way.Mistake);
            Assert.True(isNowhere || exercise.Plan.Carry is not null || report.AllRight == unseen.Contains(way.ToString()), told);
            if (!report.AllRight)
            {
                string[] titles = [.. report.Diagnoses.SelectMany(found => found.Findings).SelectMany(finding => finding.Edits).Select(edit => edit.Mistake?.Title ?? "")];
                named += titles.Contains(way.Mistake!.Title) || alike[way.ToString()].Any(titles.Contains) || GivesTheSame(report) ? 1 : 0;
                sheets++;
            }
        }

        return (sheets, named);
    }

    // An account without a name, or with a slip beside it, that gives every number of the sheet.
    private static bool GivesTheSame(CheckReport report)
    {
        return report.Diagnoses.Count == 1 && report.Diagnoses[0].Findings is [Finding first, ..] && first.Explains.Count == report.Count(Verdict.Wrong) - 1;
    }

    [Fact]
    public void Make_OfTheSameSeedAndId_IsTheSameOnEveryMachine()
    {
        ExerciseMaker maker = new(ExercisePlans.All["3-1 sigmoid"]);

        Exercise exercise = maker.Make("e", 1, "07");

        Assert.Equal(Text(exercise), Text(new ExerciseMaker(exercise.Plan).Make("e", 1, "07")));
        Assert.NotEqual(Text(exercise), Text(maker.Make("e", 1, "7")));
        Assert.NotEqual(Text(exercise), Text(maker.Make("e", 2, "07")));
        Assert.Equal("-2 0.1192 0.3879 -0.8808 0.1050 -0.09248 -0.1387 0.1850 0.1387 -0.09248 0.03699 -0.009248 -0.05549 -0.3306 0.007522 0.5306 -0.2538", string.Join(' ', exercise.Key.Select(number => number.Text)));
    }

    [Theory]
    [InlineData(3, 3)]
    [InlineData(6, 4)]
    public void Make_WithCarry_RoundsEveryNumberBeforeItIsUsed(int carry, int digits)
    {
        ExercisePlan plan = ExercisePlans.Of([2, 1], ["sigmoid"], "squared-error") with { Carry = carry, Digits = digits };

        Exercise exercise = new ExerciseMaker(plan).Make("e", 1, "7");

        Dictionary<string, double> key = exercise.Key.ToDictionary(number => number.Name.ToString(), number => WrittenNumber.Read(number.Text)!.Value);
        double right = ExampleRun.Records(exercise.Example)[0].Samples[0].a[1][0];
        Assert.Equal(right, key["a1[0]"], tolerance: Math.Pow(10.0, 1 - digits));
        Assert.True(AnswerCheck.Of(exercise.Example, ExercisePlans.Key(exercise)).AllRight);
        if (carry == digits)
        {
            // The derivative comes of the output as it is written, and is written down itself.
            double derivative = key["a1[0]"] * (1.0 - key["a1[0]"]);
            Assert.Equal(KeyNumber.Text(derivative, digits), exercise.Key.Single(number => number.Name.ToString() == "da1/dz1[0,0]").Text);
        }
    }

    [Fact]
    public void Make_Exact_HasOutputsThatAreShortDecimals()
    {
        ExerciseMaker maker = new(ExercisePlans.All["3-2-3 tanh, softmax, exact"]);
        string[] outputsOfTanh = ["0.6", "-0.6", "0.8", "-0.8", "0.96", "-0.96"];
        for (int seed = 1; seed <= 3; seed++)
        {
            Exercise exercise = maker.Make("e", seed, "");

            Assert.All(exercise.Key.Where(number => number.Name.Symbol == "a1"), number => Assert.Contains(number.Text, outputsOfTanh));
            Assert.All(exercise.Key.Where(number => number.Name.Symbol == "a2"), number => Assert.Matches(@"^0\.[1-9]$", number.Text));
            Assert.All(exercise.Sums, line => Assert.Matches(@"^z[12] = -?ln [0-9]+(, -?ln [0-9]+)+ with b[12] = -?ln ", line));
        }
    }

    [Theory]
    [InlineData("4-3-2 relu, softmax, three samples", false)]
    [InlineData("2-2-1 relu, a dead layer", true)]
    public void Make_WithRelu_HasADeadLayerOnlyWhereItIsAskedFor(string kind, bool isDead)
    {
        ExerciseMaker maker = new(ExercisePlans.All[kind]);
        for (int seed = 1; seed <= 5; seed++)
        {
            SampleRecord sample = ExampleRun.Records(maker.Make("e", seed, "").Example)[0].Samples[0];

            Assert.Equal(isDead, sample.z[1].All(z => z <= 0.0));
            Assert.Equal(isDead, sample.dL_dW[1].SelectMany(row => row).All(gradient => gradient == 0.0));
        }
    }

    [Fact]
    public void Make_OfFriendlyNumbers_HasHalvesAndTenths()
    {
        Exercise exercise = new ExerciseMaker(ExercisePlans.All["3-1 sigmoid"]).Make("e", 5, "");

        double[] x = new double[3];
        exercise.Example.Samples.Read(0, x, new double[1]);
        Assert.All(x, number => Assert.Equal(0.0, 2.0 * number % 1.0));
        Assert.All(exercise.Example.Network.Layers[0].W[0], weight => Assert.Matches(@"^-?0\.[1-9]$", Invariant($"{weight}")));
    }

    [Fact]
    public void New_OfTooManyNumbers_IsRefused()
    {
        ExercisePlan plan = ExercisePlans.Of([20, 30, 1], ["sigmoid", "sigmoid"], "squared-error");

        Assert.Contains("numbers to write, and 500 are enough", Assert.Throws<ExerciseException>(() => new ExerciseMaker(plan)).Message, StringComparison.Ordinal);
    }

    private static string Text(Exercise exercise) => ExampleText.Write(exercise.Example, []);
}
