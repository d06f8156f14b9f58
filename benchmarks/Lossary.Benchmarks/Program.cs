using System.Globalization;
using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace Lossary.Benchmarks;

internal static class Program
{
    private const string Usage = """
        Without one of these, the arguments go to BenchmarkDotNet, such as --filter '*Step*'.
          --quick [FILE]          measures every claim by a stopwatch: a table, and FILE.jsonl and FILE.md if named
          --losses                the losses alone, lines of JSON
          --gemm                  matrix products, lines of JSON
          --conv                  convolution and pooling, lines of JSON
          --train                 trainings, lines of JSON
          --optimizers            steps of optimizers, lines of JSON
          --planted PART SHARE [FILE]   advice, comparisons or ties on planted truths, as benchmarks/planted/run calls it
          --origin                the machine, a line of JSON
          --part EPOCHS PASSES    trains the part of compare that PyTorch trains too, lines of JSON
          --export EPOCHS FOLDER  writes that part's encoded data
        """;

    private static readonly Dictionary<string, Func<IEnumerable<Measurement>>> Groups = new()
    {
        ["--losses"] = QuickRun.LossesAndCompositions,
        ["--gemm"] = ProductSuite.Run,
        ["--conv"] = ConvolutionGroup.All,
        ["--train"] = TrainGroup.All,
        ["--optimizers"] = OptimizerGroup.All,
        ["--origin"] = () => [],
    };

    private static int Main(string[] arguments)
    {
        switch (arguments)
        {
            case ["--help"]:
                Console.WriteLine(Usage);
                return 0;
            case ["--quick"]:
                Quick(null);
                return 0;
            case ["--quick", string file]:
                Quick(file);
                return 0;
            case [string group] when Groups.TryGetValue(group, out Func<IEnumerable<Measurement>>? measure):
                Write(group, measure());
                return 0;
            case ["--part", string epochs, string passes]:
                TrainPart(new ComparisonPart(Number(epochs)), Number(passes));
                return 0;
            case ["--planted", string part, string share, .. string[] file]:
                PlantedRun.Run(part, double.Parse(share, CultureInfo.InvariantCulture), file.FirstOrDefault());
                return 0;
            case ["--export", string epochs, string folder]:
                PartExport.Write(new ComparisonPart(Number(epochs)), folder);
                return 0;
            default:
                // In this process: the solution's build settings are not those of a project that is made up on the fly.
                IConfig config = DefaultConfig.Instance.AddJob(
                    Job.Default.WithToolchain(InProcessEmitToolchain.Instance));
                BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(arguments, config);
                return 0;
        }
    }

    private static void Quick(string? file)
    {
        Origin origin = Origin.Of("benchmarks/quick");
        List<Measurement> results = [];
        foreach (Measurement measured in QuickRun.All())
        {
            Measurement result = Results.Rounded(measured);
            results.Add(result);
            Results.WriteLine(Console.Out, result);
        }

        string table = Results.Table(origin, results);
        Console.WriteLine();
        Console.WriteLine(table);
        if (file is not null)
        {
            File.WriteAllText($"{file}.md", table + "\n");
            using StreamWriter lines = File.CreateText($"{file}.jsonl");
            Results.WriteLine(lines, origin);
            results.ForEach(result => Results.WriteLine(lines, result));
        }
    }

    private static void Write(string command, IEnumerable<Measurement> measured)
    {
        Results.WriteLine(Console.Out, Origin.Of(command));
        foreach (Measurement result in measured)
        {
            Results.WriteLine(Console.Out, Results.Rounded(result));
        }
    }

    private static void TrainPart(ComparisonPart part, int passes)
    {
        Results.WriteLine(Console.Out, Origin.Of("--part"));
        for (int pass = 1; pass <= passes; pass++)
        {
            PartTime time = part.Run();
            Results.WriteLine(Console.Out, new
            {
                pass,
                part.Steps,
                time.Seconds,
                time.ProcessorSeconds,
                time.Outcomes,
            });
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
