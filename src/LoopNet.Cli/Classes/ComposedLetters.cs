using System.Text;

namespace LoopNet.Cli;

/// <summary>Names as one system writes them and another does not: a letter with its mark as one character, or as two, as macOS has it in the names of files.</summary>
/// <remarks>The command runs without the tables of a language, so that the letters of European languages stand here.</remarks>
internal static class ComposedLetters
{
    // A combining mark, and the letters that can have it, each before the one with the mark.
    private static readonly (char Mark, string Letters)[] Pairs =
    [
        ('\u0300', "AÀEÈIÌOÒUÙaàeèiìoòuù"),
        ('\u0301', "AÁEÉIÍOÓUÚYÝCĆNŃSŚZŹLĹRŔaáeéiíoóuúyýcćnńsśzźlĺrŕ"),
        ('\u0302', "AÂEÊIÎOÔUÛCĈGĜHĤJĴSŜWŴYŶaâeêiîoôuûcĉgĝhĥjĵsŝwŵyŷ"),
        ('\u0303', "AÃNÑOÕIĨUŨaãnñoõiĩuũ"),
        ('\u0304', "AĀEĒIĪOŌUŪaāeēiīoōuū"),
        ('\u0306', "AĂGĞUŬaăgğuŭ"),
        ('\u0307', "CĊEĖGĠIİZŻcċeėgġzż"),
        ('\u0308', "AÄEËIÏOÖUÜYŸaäeëiïoöuüyÿ"),
        ('\u030A', "AÅUŮaåuů"),
        ('\u030B', "OŐUŰoőuű"),
        ('\u030C', "CČDĎEĚNŇRŘSŠTŤZŽcčdďeěnňrřsštťzž"),
        ('\u0327', "CÇSŞTŢGĢKĶLĻNŅcçsştţgģkķlļnņ"),
        ('\u0328', "AĄEĘIĮUŲaąeęiįuų"),
    ];

    /// <summary>The text with every letter and its mark as one character, where there is one.</summary>
    public static string Of(string text)
    {
        StringBuilder composed = new(text.Length);
        foreach (char letter in text)
        {
            if (composed.Length > 0 && Composed(composed[^1], letter) is char one)
            {
                composed[^1] = one;
            }
            else
            {
                composed.Append(letter);
            }
        }

        return composed.ToString();
    }

    private static char? Composed(char letter, char mark)
    {
        string letters = Array.Find(Pairs, pair => pair.Mark == mark).Letters ?? "";
        for (int place = 0; place < letters.Length; place += 2)
        {
            if (letters[place] == letter)
            {
                return letters[place + 1];
            }
        }

        return null;
    }
}
