using System.Diagnostics;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Studies;
using Lossary.Training;

namespace Lossary.Benchmarks;

/// <summary>One timed pass over the part.</summary>
/// <param name="Seconds">Wall clock, from the first training's start to the last one's end.</param>
/// <param name="ProcessorSeconds">Time of all threads together.</param>
/// <param name="Outcomes">What was trained, in the order of the jobs.</param>
internal sealed record PartTime(double Seconds, double ProcessorSeconds, IReadOnlyList<PartOutcome> Outcomes);

/// <summary>One loss on one fold.</summary>
/// <param name="Loss">Its name.</param>
/// <param name="Fold">From 0.</param>
/// <param name="LearningRate">What tuning chose.</param>
/// <param name="Mae">Mean absolute error on the test fold, on the target's own scale.</param>
internal sealed record PartOutcome(string Loss, int Fold, double LearningRate, double Mae);

/// <summary>
/// A part of <c>compare sample:ames</c> that PyTorch trains too: two losses on two folds, four learning rates tried for
/// 20 epochs each, then as many epochs as asked for, validated after each, without stopping early. All of the protocol
/// stands here, so that other defaults of <c>compare</c> do not change what is measured.
/// </summary>
internal sealed class ComparisonPart
{
    public const int FoldCount = 2;

    public static readonly IReadOnlyList<string> Losses = ["squared", "huber:delta=0.5"];

    private static readonly string[] MetricKeys = ["mae", "rmse", "median-absolute-error", "r2"];

    private readonly FoldData[] _folds;
    private readonly Metric[] _metrics = [.. MetricKeys.Select(MetricCatalogue.Find)];

    public ComparisonPart(int epochs)
    {
        SampleSet sample = SampleSets.Find("ames");
        Table table = sample.Read();
        Target = Target.Read(table, sample.Target, new TargetOptions());
        Options = new ComparisonOptions
        {
            Folds = 5,
            Repeats = 1,
            LearningRates = [0.001, 0.003, 0.01, 0.03],
            Trials = 4,
            TuningEpochs = 20,
            Epochs = epochs,
            Patience = epochs,
            Hidden = [64, 32],
            BatchSize = 62,
            ValidationShare = 0.15,
            GradientClip = 10,
            Seed = 1,
            Threads = 2,
        };
        RandomStream random = new((ulong)Options.Seed);
        _folds =
        [
            .. Lossary.Data.Folds.Repeated(Target, Options.Folds, 1, random.Split("folds"))
                .Take(FoldCount)
                .Select(fold => FoldData.Of(
                    table, Target, fold, Options.ValidationShare, random.Split("validation").Split((ulong)fold.Index))),
        ];
    }

    public Target Target { get; }

    public ComparisonOptions Options { get; }

    public IReadOnlyList<FoldData> Folds => _folds;

    /// <summary>Steps of the optimizer in one pass.</summary>
    public long Steps => _folds.Sum(fold =>
    {
        int batch = Options.BatchSizeFor(fold.Training.Count);
        int epochs = (Options.LearningRates.Count * Options.TuningEpochs) + Options.Epochs;
        return (long)((fold.Training.Count + batch - 1) / batch) * epochs * Losses.Count;
    });

    /// <summary>Trains everything on the option's number of threads.</summary>
    public PartTime Run()
    {
        PartOutcome[] outcomes = new PartOutcome[_folds.Length * Losses.Count];
        TimeSpan used = Environment.CpuUsage.TotalTime;
        long started = Stopwatch.GetTimestamp();
        int next = -1;
        void Work()
        {
            int job;
            while ((job = Interlocked.Increment(ref next)) < outcomes.Length)
            {
                outcomes[job] = Train(job / Losses.Count, Losses[job % Losses.Count]);
            }
        }

        Task.WaitAll([.. Enumerable.Range(0, Options.Threads).Select(_ => Task.Run(Work))]);
        double seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        return new(seconds, (Environment.CpuUsage.TotalTime - used).TotalSeconds, outcomes);
    }

    private PartOutcome Train(int fold, string loss)
    {
        Candidate candidate = new(Objective.Parse(loss), 0);
        FoldTraining training = new(_folds[fold], Target, candidate, _metrics[0], Options, Options.LearningRates.Count);
        FoldOutcome outcome = training.Run(_metrics, CancellationToken.None);
        return new(loss, fold, outcome.LearningRate, outcome.Scores[0] ?? double.NaN);
    }
}
