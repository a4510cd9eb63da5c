using System.Globalization;

namespace LoopNet.Fuzz;

/// <summary>Seeded changes of sound files over every reader: <c>LoopNet.Fuzz [CASES] [SEED] [READER]</c>.</summary>
internal static class Program
{
    private const int StandardCases = 1000;

    private static int Main(string[] args)
    {
        int cases = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : StandardCases;
        long seed = args.Length > 1 ? long.Parse(args[1], CultureInfo.InvariantCulture) : 1;
        string folder = Directory.CreateTempSubdirectory("loopnet-fuzz-").FullName;
        int faults = 0;
        Console.WriteLine($"{cases:N0} cases for each reader, seed {seed}");
        foreach (Reader reader in new Readers(folder).All().Where(reader => args.Length < 3 || reader.Name == args[2]))
        {
            FuzzRun run = new(reader);
            run.Run(seed, first: 0, cases);
            Console.WriteLine($"{reader.Name,-8}  {run.Accepted,7:N0} accepted  {run.Refused,7:N0} refused  {run.Faults.Count,3} faults  slowest {run.Slowest.TotalMilliseconds,5:F0} ms");
            foreach (string fault in run.Faults)
            {
                Console.WriteLine(fault);
            }

            faults += run.Faults.Count;
        }

        Directory.Delete(folder, recursive: true);
        return faults == 0 ? 0 : 1;
    }
}
