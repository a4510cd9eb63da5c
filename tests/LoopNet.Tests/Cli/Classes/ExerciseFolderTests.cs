using LoopNet.Cli;

namespace LoopNet.Tests.Cli.Classes;

public class ExerciseFolderTests
{
    [Theory]
    [InlineData("07.json", "07")]
    [InlineData("07 (1).json", "07")]
    [InlineData("07.worksheet.json", "07")]
    [InlineData("answers_07_final.json", "07")]
    [InlineData("7.json", "07")]
    [InlineData("Öz Ben_777_assignsubmission_file_/07.answers.json", "07")]
    [InlineData("Anna Müller_1234_assignsubmission_file_/answers.json", "Anna-Müller")]
    [InlineData("anna_mu\u0308ller.JSON", "Anna-Müller")]
    [InlineData("0042.json", "0042")]
    [InlineData("homework 42.xlsx", "0042")]
    [InlineData("Lê Anna/Anna-Maria 3.json", "Anna-Maria")]
    [InlineData("x17.json")]
    [InlineData("answers.json")]
    [InlineData("07 and 0042.json", "07", "0042")]
    public void Of_ANameAsItComesBack_IsTheExerciseThatItNames(string name, params string[] ids)
    {
        ExerciseFolder folder = new(new[] { "07", "0042", "Anna", "Anna-Müller", "Anna-Maria" }.ToDictionary(id => id, id => $"{id}.json"));

        Assert.Equal(ids, folder.Of(name));
    }
}
