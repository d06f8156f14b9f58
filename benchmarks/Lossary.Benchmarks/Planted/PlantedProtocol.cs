using Lossary.Studies;

namespace Lossary.Benchmarks;

/// <summary>How planted truths are compared: that of <c>lossary compare</c>, with a smaller network and fewer epochs.</summary>
internal static class PlantedProtocol
{
    /// <summary>Rows and effects were chosen on smaller seeds.</summary>
    public const int FirstSeed = 2001;

    public const int Seeds = 20;

    public const int Ties = 200;

    /// <summary>The share of seeds in which a right loss must be recommended first.</summary>
    public const double RecommendGoal = 0.95;

    /// <summary>The share of seeds in which the planted winner, or the tie, must be found.</summary>
    public const double CompareGoal = 0.9;

    /// <summary>The share of ties in which a gap may be called real.</summary>
    public const double TiesGoal = 0.05;

    /// <summary>Of one comparison; those of several seeds run side by side.</summary>
    public static ComparisonOptions OptionsFor(int seed) => new()
    {
        Folds = 5,
        Repeats = 2,
        Hidden = [32, 16],
        Epochs = 60,
        Patience = 10,
        TuningEpochs = 10,
        LearningRates = [0.003, 0.01, 0.03],
        Seed = seed,
        Threads = 1,
    };

    /// <summary>Every result in its place, whatever was done first.</summary>
    public static TResult[] SideBySide<TResult>(int count, Func<int, TResult> work)
    {
        TResult[] results = new TResult[count];
        ParallelOptions options = new() { MaxDegreeOfParallelism = Environment.ProcessorCount };
        Parallel.For(0, count, options, i => results[i] = work(i));
        return results;
    }
}
