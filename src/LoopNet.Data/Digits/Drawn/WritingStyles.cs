namespace LoopNet.Data;

/// <summary>
/// How people write each of the ten digits, taken from the alphabets taught at school and the shortcuts of adults.
/// </summary>
internal static class WritingStyles
{
    private static readonly WritingStyle[][] Styles =
    [
        // 0: an oval from the top, counterclockwise; from the right with a hook inside; narrow; open at the top; slashed.
        [
            new(5, "52,0 24,12 10,50 22,88 48,100 74,86 88,50 74,13 48,1"),
            new(3, "68,10 36,4 10,42 18,86 46,100 78,80 86,38 66,8 46,4"),
            new(2, "55,0 32,22 26,60 38,94 54,99 70,72 72,30 54,2"),
            new(2, "80,14 56,2 26,16 10,60 28,96 62,92 86,56 78,20 52,8 36,14"),
            new(1, "40,4 16,30 12,70 36,98 70,88 84,52 74,16 48,0"),
            new(3, "50,0 16,12 0,50 16,88 50,100 84,88 100,50 84,12 52,1"),
            new(0.2, "52,0 24,12 10,50 22,88 48,100 74,86 88,50 74,13 48,1 | 84,4 18,96"),
        ],

        // 1: a bar; with a serif; with serif and foot.
        [
            new(8, "50,0 50,33 50,67 50,100"),
            new(2, "34,18 52,0! 52,50 52,100"),
            new(1, "26,24 52,0! 52,50 52,100"),
            new(0.7, "30,20 52,0! 52,50 52,97 | 20,99 84,98"),
        ],

        // 2: plain with a corner; with a loop at the foot; with a wavy foot; angular.
        [
            new(4, "10,24 26,5 54,0 78,14 76,38 50,68 10,98! 46,95 92,97"),
            new(3, "12,22 32,3 60,0 80,18 74,44 48,76 20,97 8,88 22,77 46,86 70,98 96,90"),
            new(2, "12,28 22,8 50,0 76,10 78,32 58,60 30,82 8,96! 34,88 62,97 94,92"),
            new(1, "14,10 48,2 80,8 76,30 46,64 10,96! 90,98"),
            new(1, "6,18 34,0 66,6 72,34 56,70 30,96 14,94 18,82 40,84 92,100"),
        ],

        // 3: two bows that meet in a corner; with a loop between them; flat on top; without a corner.
        [
            new(4, "12,12 44,0 76,12 70,36 36,47! 72,54 86,75 66,96 32,100 6,88"),
            new(2, "12,10 46,0 80,15 68,38 42,49 34,45 46,44 80,60 80,86 46,100 8,90"),
            new(1, "12,4 78,3! 42,42! 76,54 84,78 58,98 26,100 6,88"),
            new(2, "10,15 40,0 72,10 72,34 50,47 74,56 86,76 64,96 30,100 6,86"),
            new(1, "16,6 50,0 70,16 56,36 28,44! 62,48 72,70 54,94 10,100"),
        ],

        // 4: open with two strokes; closed; round and open in one or two strokes.
        [
            new(4, "22,4 8,54! 46,54 88,50 | 74,2 70,50 66,100"),
            new(3, "24,6 10,42 22,58 50,58 80,48 | 78,0 72,50 64,100"),
            new(2, "62,2 34,34 6,64! 50,63 94,60 | 62,2 62,50 60,100"),
            new(3, "14,8 8,42 26,58 62,48 80,4! 70,56 62,100"),
            new(1, "68,2 40,26 12,54! 40,56 74,50 | 70,0 66,50 58,100"),
            new(1, "18,10 16,40 34,50 66,40 76,8 74,50 70,100"),
        ],

        // 5: neck and belly, then the top bar; in one stroke; like an S; with the bar set apart.
        [
            new(4, "26,5 20,43! 50,36 80,54 78,82 48,100 8,92 | 26,5 56,4 88,1"),
            new(3, "86,2 32,4! 24,42! 56,38 80,58 70,90 40,100 8,92"),
            new(2, "84,2 46,4 26,22 36,42 64,56 74,78 54,98 14,98"),
            new(2, "38,14 28,50! 56,44 72,64 58,92 18,100 | 38,12 66,7 98,0"),
            new(1, "30,8 26,46 54,48 70,66 60,92 28,100 10,88 22,84 | 34,8 92,4"),
        ],

        // 6: a long stem into a loop; straight; with a large belly; slim.
        [
            new(4, "66,0 32,25 10,64 20,94 48,100 74,84 66,61 40,58 16,76"),
            new(2, "46,0 22,40 14,75 32,99 62,94 70,74 50,61 22,74"),
            new(2, "82,2 42,15 12,54 16,88 46,100 80,87 82,62 56,50 26,60 14,78"),
            new(1.5, "52,0 28,50 26,84 44,100 60,82 50,66 30,80"),
            new(1, "76,10 54,0 24,28 10,68 30,98 64,92 72,70 52,56 24,66 16,80"),
        ],

        // 7: plain; curved; with a serif; with a bar.
        [
            new(4, "8,8 46,6 86,4! 62,45 44,100"),
            new(3, "6,14 32,5 74,5 82,14 60,50 46,100"),
            new(1.5, "8,22 12,6! 48,6 86,4! 54,50 40,100"),
            new(1.5, "8,6 46,5 86,4! 58,48 42,100 | 28,52 78,48"),
            new(1, "10,12 44,8 84,0! 78,40 72,100"),
        ],

        // 8: an S and back up; from the crossing; open at the top right; two rings.
        [
            new(5, "74,13 46,0 20,18 36,42 68,62 74,88 44,100 16,86 28,60 64,36 76,14 60,2"),
            new(2, "50,46 24,30 30,6 54,0 76,12 72,34 50,47 24,64 16,86 42,100 74,94 80,70 52,46"),
            new(2, "84,10 54,2 24,18 40,42 68,64 70,90 40,100 16,84 36,56 68,32 90,4"),
            new(1, "52,0 28,10 30,34 54,44 74,30 72,8 50,0 | 52,44 20,60 20,90 50,100 80,88 80,62 54,44"),
            new(2, "88,10 50,0 12,20 44,46 84,68 84,90 50,100 14,84 40,54 76,34 92,8"),
            new(1, "66,6 40,2 30,24 50,46 66,72 52,98 34,90 36,66 58,40 70,16 60,4"),
        ],

        // 9: a ring with a straight stem; with a curved tail; with a slanted stem; small ring and long stem.
        [
            new(4, "76,14 46,2 14,24 24,48 52,45 76,15! 72,58 68,100"),
            new(2, "78,20 50,2 16,20 18,45 48,52 74,32 78,18! 82,60 66,94 22,98"),
            new(3, "72,12 38,3 12,30 30,50 58,40 76,10! 68,56 48,100"),
            new(1.5, "62,34 72,10 44,0 18,22 28,44 54,38 72,10 62,58 46,100"),
            new(1, "80,6 44,2 18,22 30,38 60,30 80,6! 76,50 70,100"),
            new(2, "62,4 20,10 8,32 30,48 64,34 82,6! 70,50 58,100"),
            new(1, "70,24 60,4 34,4 16,28 34,50 62,38 72,14 76,50 72,100"),
        ],
    ];

    /// <summary>Draws one of the styles of a digit, each as often as its share says.</summary>
    /// <param name="digit">0 to 9.</param>
    /// <param name="random">Where the choice comes from; one number is drawn.</param>
    public static WritingStyle Choose(int digit, SeededRandom random)
    {
        WritingStyle[] styles = Styles[digit];
        double total = 0.0;
        foreach (WritingStyle style in styles)
        {
            total += style.Share;
        }

        double left = random.NextUniform() * total;
        foreach (WritingStyle style in styles)
        {
            left -= style.Share;
            if (left < 0.0)
            {
                return style;
            }
        }

        return styles[^1];
    }
}
