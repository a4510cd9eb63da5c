#:project ../../src/LoopNet.Checking/LoopNet.Checking.csproj
#:project ../../src/LoopNet.Data/LoopNet.Data.csproj

// Grades a hand calculation: which numbers are right, which is the first wrong one, and what is behind it.
//
//     dotnet run docs/samples/grade.cs -- docs/examples/mazur.json docs/examples/answers/mazur.json

using LoopNet;
using LoopNet.Checking;
using LoopNet.Data;

Example example = ExampleFile.Read(args[0]);
AnswerSet answers = AnswersFile.Read(args[1]);
CheckReport report = AnswerCheck.Of(example, [.. answers.Entries.Select(entry => new GivenAnswer(entry.Name, entry.Literal, entry.Place) { ArrayLengths = entry.ArrayLengths })]);

int right = report.Numbers.Count - report.Count(Verdict.Wrong);
Console.WriteLine($"{right} of {report.Numbers.Count} numbers are right");
if (report.FirstWrong is JudgedNumber first)
{
    Console.WriteLine($"the first wrong number is {first.Called}; {first.Right:0.######} is right");
}

foreach (Finding finding in report.Diagnoses.SelectMany(diagnosis => diagnosis.Findings))
{
    Console.WriteLine($"- {(finding.Edits.Count == 0 ? finding.Text : string.Join("; ", finding.Edits))}");
}
