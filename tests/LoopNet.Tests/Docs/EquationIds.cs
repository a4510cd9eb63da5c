using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace LoopNet.Tests;

/// <summary>The ids of the equations, and where they stand in parsed code and in documents.</summary>
public static partial class EquationIds
{
    /// <summary>Every id, in the order of docs/math.md.</summary>
    public static readonly string[] All = ["F1", "F2", "F3", "B1", "B2", "B3", "B3s", "B4", "B5", "B6", "B7", "M1", "M2", "M3", "U1", "U2"];

    /// <summary>Applications of a function, and the sum of single numbers, which are statements; every other equation is a loop nest.</summary>
    private static readonly string[] Applications = ["F2", "F3", "B1", "B2", "M3"];

    /// <summary>The id of every comment that begins with one and stands directly above the statement that computes it.</summary>
    /// <param name="code">C# source.</param>
    /// <returns>Ids in order; one that stands above anything else comes with a question mark.</returns>
    public static IEnumerable<string> InCode(string code)
    {
        // Most files name no equation, and parsing takes time.
        if (!AnyId().IsMatch(code))
        {
            yield break;
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview));
        foreach (SyntaxTrivia comment in tree.GetRoot().DescendantTrivia().Where(trivia => trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)))
        {
            Match match = LeadingId().Match(comment.ToString());
            if (match.Success)
            {
                string id = match.Groups[1].Value;
                yield return IsDirectlyAbove(comment, id) ? id : $"{id}?";
            }
        }
    }

    /// <summary>Everything in comments of code that looks like an id.</summary>
    public static IEnumerable<string> MentionedInCode(string code)
    {
        if (!AnyId().IsMatch(code))
        {
            return [];
        }

        SyntaxTree tree = CSharpSyntaxTree.ParseText(code, new CSharpParseOptions(LanguageVersion.Preview));
        string comments = string.Join('\n', tree.GetRoot().DescendantTrivia().Where(IsComment).Select(trivia => trivia.ToFullString()));
        return Mentioned(comments);
    }

    /// <summary>The ids that head the sections of a document.</summary>
    public static IEnumerable<string> Headings(string markdown) => SectionId().Matches(markdown).Select(match => match.Groups[1].Value);

    /// <summary>Everything in a text that looks like an id.</summary>
    public static IEnumerable<string> Mentioned(string text) => AnyId().Matches(text).Select(match => match.Value);

    private static bool IsComment(SyntaxTrivia trivia)
    {
        return trivia.IsKind(SyntaxKind.SingleLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.MultiLineCommentTrivia)
            || trivia.IsKind(SyntaxKind.SingleLineDocumentationCommentTrivia);
    }

    private static bool IsDirectlyAbove(SyntaxTrivia comment, string id)
    {
        SyntaxToken token = comment.Token;
        StatementSyntax? statement = token.Parent?.AncestorsAndSelf().OfType<StatementSyntax>().LastOrDefault(candidate => candidate.GetFirstToken() == token);
        int lines = token.GetLocation().GetLineSpan().StartLinePosition.Line - comment.GetLocation().GetLineSpan().StartLinePosition.Line;
        return lines == 1 && (Applications.Contains(id) ? statement is ExpressionStatementSyntax : statement is ForStatementSyntax);
    }

    [GeneratedRegex(@"^// ([FBMU]\d+s?)\b")]
    private static partial Regex LeadingId();

    [GeneratedRegex(@"^### ([A-Z]\d+s?) ", RegexOptions.Multiline)]
    private static partial Regex SectionId();

    [GeneratedRegex(@"(?<![\w/.'])[FBMU]\d+s?\b(?!')")]
    private static partial Regex AnyId();
}
