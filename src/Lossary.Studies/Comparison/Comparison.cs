using System.Diagnostics;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Trains the same network with each loss under one protocol, and says which loss wins.</summary>
/// <remarks>
/// Same folds, same initial weights, same batch order for every loss, so that differences are paired; a learning rate
/// for each loss, tuned by the same budget on validation rows of the training part; early stopping by the deciding metric;
/// scores on the target's own scale.
/// </remarks>
public sealed class Comparison
{
    private readonly Table _table;
    private readonly Target _target;
    private readonly Candidate[] _candidates;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly ComparisonOptions _options;
    private readonly IReadOnlyList<Fold> _folds;

    /// <summary>Prepares a comparison.</summary>
    /// <param name="table">The data.</param>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="objectives">What to train with; at least one, each once.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="options">The budget and the network.</param>
    /// <exception cref="ArgumentException">An objective or the metric does not fit the target, or is named twice.</exception>
    public Comparison(
        Table table, Target target, IReadOnlyList<Objective> objectives, Metric metric, ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(options);
        Check(target, objectives, metric);
        foreach (string column in options.SegmentColumns)
        {
            // A name that does not exist must not be found out after the training.
            _ = table.Column(column);
        }

        _table = table;
        _target = target;
        _candidates = Candidates.Order(objectives, target.Task);
        _metrics = ComparisonMetrics.For(target.Task, metric);
        _options = options;
        _folds = Folds.Repeated(
            target, options.Folds, options.Repeats, new RandomStream((ulong)options.Seed).Split("folds"));
    }

    /// <summary>Trains side by side on the option's number of threads; the outcome is the same bits for any number.</summary>
    /// <param name="progress">Told after every training, from any thread; or null.</param>
    /// <param name="cancellation">Ends it within a training step.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    /// <exception cref="DataFileException">No column can serve as a feature.</exception>
    public ComparisonResult Run(Action<ComparisonProgress>? progress = null, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        FoldOutcome[][] outcomes = Train(progress, cancellation, out FoldData first);
        double testShare = 1.0 / (_options.Folds - 1);
        LossOutcome[] losses = [.. _candidates.Select((candidate, i) => Summarise(candidate, outcomes[i], testShare))];
        Verdict verdict = VerdictRule.Judge(
            losses,
            metric: 0,
            _metrics[0].HigherIsBetter,
            testShare,
            _options.Significance,
            _options.Test,
            PracticalEquivalence.For(_metrics[0], _options.Rope));
        return new()
        {
            Table = _table,
            Target = _target,
            Options = _options,
            Metrics = _metrics,
            Outcomes = Sort(losses),
            Verdict = verdict,
            Folds = _folds,
            Findings =
            [
                .. _table.Findings, .. _target.Findings, .. Folds.FindSmallClasses(_target, _options.Folds),
                .. first.Encoder.Findings,
            ],
            Width = first.Encoder.Width,
            ParameterCount = ParametersOf(first.Encoder.Width),
            BatchSize = _options.BatchSizeFor(first.Training.Count),
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private static void Check(Target target, IReadOnlyList<Objective> objectives, Metric metric)
    {
        if (objectives.Count == 0)
        {
            throw new ArgumentException("There is no loss to compare.", nameof(objectives));
        }

        string? twice = objectives.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new ArgumentException($"{twice} is named twice.", nameof(objectives));
        }

        if (objectives.Select(one => Candidates.Refusal(one, target)).FirstOrDefault(why => why is not null) is string refusal)
        {
            throw new ArgumentException($"{refusal}.", nameof(objectives));
        }

        if (!metric.Tasks.Contains(target.Task))
        {
            string known = string.Join(", ", MetricCatalogue.For(target.Task).Select(m => m.Key));
            throw new ArgumentException(
                $"{metric.Key} does not judge a {TaskNames.NameOf(target.Task)} target; these do: {known}.", nameof(metric));
        }
    }

    private FoldOutcome[][] Train(
        Action<ComparisonProgress>? progress, CancellationToken cancellation, out FoldData first)
    {
        FoldOutcome[][] outcomes = [.. _candidates.Select(_ => new FoldOutcome[_folds.Count])];
        Lazy<FoldData>[] data = [.. _folds.Select(fold => new Lazy<FoldData>(() => Prepare(fold)))];
        FoldData firstFold = first = data[0].Value;
        int[] open = [.. _folds.Select(_ => _candidates.Length)];
        int total = _folds.Count * _candidates.Length;
        int next = -1, done = 0;

        // Fold by fold, so that only a few folds are in memory at a time.
        void Work()
        {
            for (int job = Interlocked.Increment(ref next); job < total; job = Interlocked.Increment(ref next))
            {
                int fold = job / _candidates.Length, loss = job % _candidates.Length;
                FoldData at = fold == 0 ? firstFold : data[fold].Value;
                FoldTraining training = new(at, _target, _candidates[loss], _metrics[0], _options);
                outcomes[loss][fold] = training.Run(_metrics, cancellation);
                if (Interlocked.Decrement(ref open[fold]) == 0)
                {
                    data[fold] = null!;
                }

                progress?.Invoke(new(Interlocked.Increment(ref done), total, _candidates[loss].Objective.Name));
            }
        }

        Task[] workers = [.. Enumerable.Range(0, int.Min(_options.Threads, total)).Select(_ => Task.Run(Work, cancellation))];
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return outcomes;
    }

    private FoldData Prepare(Fold fold) => FoldData.Of(_table, _target, fold, _options);

    private LossOutcome Summarise(Candidate candidate, FoldOutcome[] folds, double testShare) => new()
    {
        Objective = candidate.Objective,
        Simplicity = candidate.Simplicity,
        Folds = folds,
        Scores = [.. _metrics.Select((metric, index) => IntervalOf(folds, index, testShare)?.UpTo(metric))],
        Failure = FailureOf(folds),
    };

    private static ScoreInterval? IntervalOf(FoldOutcome[] folds, int metric, double testShare)
    {
        double[] scores = [.. folds.Select(fold => fold.Scores[metric]).OfType<double>().Where(double.IsFinite)];
        return scores.Length == folds.Length ? ScoreInterval.Of(scores, testShare) : null;
    }

    private string? FailureOf(FoldOutcome[] folds)
    {
        FoldOutcome[] failed = [.. folds.Where(fold => fold.Failure is not null)];
        if (failed.Length > 0)
        {
            return $"diverged in {failed.Length} of {folds.Length} folds: {failed[0].Failure}";
        }

        return folds.Any(fold => fold.Scores[0] is null)
            ? $"gives no probabilities, which {_metrics[0].Title} needs"
            : folds.Any(fold => !double.IsFinite(fold.Scores[0]!.Value))
            ? $"has no {_metrics[0].Title} in {folds.Count(fold => !double.IsFinite(fold.Scores[0]!.Value))} of "
                + $"{folds.Length} folds: a prediction or a target is outside the metric's domain"
            : null;
    }

    private LossOutcome[] Sort(LossOutcome[] losses)
    {
        double sign = _metrics[0].HigherIsBetter ? -1 : 1;
        return
        [
            .. losses
                .OrderBy(loss => loss.Failure is null ? 0 : 1)
                .ThenBy(loss => sign * (loss.Scores[0]?.Mean ?? 0))
                .ThenBy(loss => loss.Simplicity),
        ];
    }

    private int ParametersOf(int width) => Network<float>.Perceptron(new PerceptronOptions
    {
        Inputs = width,
        Hidden = _options.Hidden,
        Outputs = FoldTraining.OutputsOf(_candidates[0].Loss, _target),
    }).ParameterCount;
}
