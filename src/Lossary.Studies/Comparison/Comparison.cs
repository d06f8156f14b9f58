using System.Diagnostics;
using Lossary.Data;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Trains the same network with each loss under one protocol, and says which loss wins.</summary>
/// <remarks>
/// Same folds, same initial weights, same batch order for every loss, so that differences are paired; a learning rate
/// for each loss, tuned by the same budget on validation rows of the training part; early stopping by the deciding
/// metric; scores on the target's own scale.
/// </remarks>
public sealed class Comparison
{
    private readonly Table _table;
    private readonly Target _target;
    private readonly Candidate[] _candidates;
    private readonly IReadOnlyList<Metric> _metrics;
    private readonly ComparisonOptions _options;
    private readonly IReadOnlyList<Fold> _folds;
    private readonly FoldData _first;
    private readonly int _trials;

    /// <summary>Prepares a comparison.</summary>
    /// <param name="table">The data.</param>
    /// <param name="target">What is to be predicted.</param>
    /// <param name="objectives">What to train with; at least one, each once.</param>
    /// <param name="metric">What decides.</param>
    /// <param name="options">The budget and the network.</param>
    /// <exception cref="ArgumentException">
    /// An objective or the metric does not fit the target, or is named twice.
    /// </exception>
    /// <exception cref="DataFileException">
    /// A target is too large to be learnt beside the others, or no column can serve as a feature.
    /// </exception>
    public Comparison(
        Table table, Target target, IReadOnlyList<Objective> objectives, Metric metric, ComparisonOptions options)
    {
        ArgumentNullException.ThrowIfNull(objectives);
        ArgumentNullException.ThrowIfNull(target);
        ArgumentNullException.ThrowIfNull(metric);
        ArgumentNullException.ThrowIfNull(options);
        Check(target, objectives, metric, options);
        foreach (string column in options.SegmentColumns)
        {
            // A name that does not exist must not be found out after the training.
            _ = table.Column(column);
        }

        TargetRange.Check(table, target);
        _table = table;
        _target = target;
        _candidates = Candidates.Order(objectives, target.Task);
        _metrics = ComparisonMetrics.For(target.Task, metric, options.Quantiles.Count);
        _options = options;
        _trials = options.TrialsFor(objectives);
        _folds = Folds.Repeated(
            target, options.Folds, options.Repeats, new RandomStream((ulong)options.Seed).Split("folds"));
        _first = FoldData.Of(table, target, _folds[0], options);
    }

    /// <summary>What is trained with, in the order given.</summary>
    public IEnumerable<Objective> Objectives => _candidates.Select(candidate => candidate.Objective);

    /// <summary>What decides.</summary>
    public Metric Metric => _metrics[0];

    /// <summary>Features of a row after encoding, in the first fold.</summary>
    public int Width => _first.Encoder.Width;

    /// <summary>Rows of a training step, in the first fold.</summary>
    public int BatchSize => _options.BatchSizeFor(_first.Training.Count);

    /// <summary>
    /// Trains side by side on the option's number of threads; the outcome is the same bits for any number.
    /// </summary>
    /// <param name="progress">Told after every training, from any thread; or null.</param>
    /// <param name="log">Where trainings are kept and found; or null.</param>
    /// <param name="cancellation">Ends it within a training step.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public ComparisonResult Run(
        Action<ComparisonProgress>? progress = null, ITrainingLog? log = null, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        Lazy<FoldData>[] data =
        [
            .. _folds.Select(
                (fold, i) => new Lazy<FoldData>(() => i == 0 ? _first : FoldData.Of(_table, _target, fold, _options))),
        ];
        TrainingSchedule schedule = new(_candidates, data, Train);
        FoldOutcome[][] outcomes = schedule.Run(
            [.. _folds.Select(fold => (fold.Repeat, fold.Index))], _options.Threads, log, progress, cancellation);
        double testShare = 1.0 / (_options.Folds - 1);
        OutcomeSummary summary = new(_metrics, testShare);
        LossOutcome[] losses = [.. _candidates.Select((candidate, i) => summary.Of(candidate, outcomes[i]))];
        Verdict verdict = VerdictRule.Judge(
            losses,
            metric: 0,
            _metrics[0].HigherIsBetter,
            testShare,
            _options.Significance,
            _options.Test,
            PracticalEquivalence.For(_metrics[0], _options.Rope),
            _target.Events.IsEmpty && !_options.HasBounds ? null : loss => ArrayTraining.KnowsBounds(loss.Loss));
        return new()
        {
            Table = _table,
            Target = _target,
            Options = _options,
            Metrics = _metrics,
            Outcomes = summary.Sort(losses),
            Verdict = verdict,
            Folds = _folds,
            Findings =
            [
                .. _table.Findings, .. _target.Findings, .. Folds.FindSmallClasses(_target, _options.Folds),
                .. _first.Encoder.Findings, .. RepeatedRows.Find(_table, _target), .. CompanionFindings.Of(_target),
                .. losses.SelectMany(loss => GradientHealth.FindingsOf(loss, _options.GradientClip)),
            ],
            Width = Width,
            ParameterCount = ParametersOf(Width),
            Trials = _trials,
            BatchSize = BatchSize,
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    /// <summary>What to tell who wants a metric to judge a task that it is not for.</summary>
    /// <param name="metric">The metric.</param>
    /// <param name="task">What is predicted.</param>
    /// <param name="areQuantiles">Whether quantiles of it are, and not one number or class.</param>
    public static string RefusalOf(Metric metric, TaskKind task, bool areQuantiles = false)
    {
        ArgumentNullException.ThrowIfNull(metric);
        IEnumerable<Metric> judges = MetricCatalogue.For(task)
            .Where(one => one.Needs is not (PredictionNeed.Order or PredictionNeed.Times or PredictionNeed.Costs))
            .Where(one => (one.Needs == PredictionNeed.Quantiles) == areQuantiles);
        string known = string.Join(", ", judges.Select(one => one.Key));
        string judged = areQuantiles ? "several quantiles" : $"a {TaskNames.NameOf(task)} target";
        string hint = metric.Needs == PredictionNeed.Quantiles && !areQuantiles ? " without --quantiles" : "";
        return $"{metric.Key} does not judge {judged}{hint}; these do: {known}.";
    }

    private static void Check(
        Target target, IReadOnlyList<Objective> objectives, Metric metric, ComparisonOptions options)
    {
        IReadOnlyList<double> quantiles = options.Quantiles;
        if (objectives.Count == 0)
        {
            throw new ArgumentException("There is no loss to compare.", nameof(objectives));
        }

        string? twice = objectives.GroupBy(one => one.Name).FirstOrDefault(same => same.Count() > 1)?.Key;
        if (twice is not null)
        {
            throw new ArgumentException($"{twice} is named twice.", nameof(objectives));
        }

        if (objectives.Select(one => Candidates.Refusal(one, target,
            options)).FirstOrDefault(why => why is not null) is string refusal)
        {
            throw new ArgumentException($"{refusal}.", nameof(objectives));
        }

        if (quantiles.Count > 0 && target.IsClass)
        {
            throw new ArgumentException(
                $"Quantiles are of numbers, but '{target.Name}' holds classes.", nameof(options));
        }

        if (quantiles.Count > 0
            && objectives.FirstOrDefault(
                one => one.Loss.Card.Key == SeveralQuantiles.Key && one.Loss.Name != one.Loss.Card.Key)
                is Objective leveled)
        {
            throw new ArgumentException(
                $"{leveled.Name} has a level of its own; every level of the quantiles is learnt by plain 'quantile'.",
                nameof(objectives));
        }

        if (metric.Needs == PredictionNeed.Costs && options.ClassCosts.Count == 0)
        {
            throw new ArgumentException(
                $"{metric.Key} judges decisions by what they cost; --costs names the file that tells.", nameof(metric));
        }

        if (OrderRefusal(target, objectives, metric) is string unordered)
        {
            throw new ArgumentException(unordered, nameof(metric));
        }

        if (!metric.Tasks.Contains(target.Task) || (metric.Needs == PredictionNeed.Quantiles) != (quantiles.Count > 0))
        {
            throw new ArgumentException(RefusalOf(metric, target.Task, quantiles.Count > 0), nameof(metric));
        }
    }

    /// <summary>
    /// Why a metric of orders has none to judge, or a loss of orders is judged by another; null where neither is.
    /// </summary>
    private static string? OrderRefusal(Target target, IReadOnlyList<Objective> objectives, Metric metric)
    {
        if (metric.Needs == PredictionNeed.Order && target.Queries.IsEmpty)
        {
            return $"{metric.Key} judges the order of rows within queries; --query names the column that tells which "
                + $"belong "
                + "together.";
        }

        if (metric.Needs == PredictionNeed.Times && target.Events.IsEmpty)
        {
            return $"{metric.Key} judges times of which some are bounds; --censored names the column that tells which.";
        }

        return metric.Needs != PredictionNeed.Order
            && objectives.FirstOrDefault(one => QueryLoss.Is(one.Loss)) is Objective ranking
            ? $"{ranking.Name} gives rows an order and no grade, which {metric.Key} cannot judge; ndcg and "
                + $"ordered-pairs can."
            : metric.Needs != PredictionNeed.Times && !target.Events.IsEmpty
                && objectives.FirstOrDefault(one => ArrayTraining.KnowsBounds(one.Loss)) is Objective timed
            ? $"{timed.Name} knows of bounds, which {metric.Key} takes for values; concordance does not."
            : null;
    }

    private FoldOutcome Train(int fold, Candidate candidate, FoldData data, CancellationToken cancellation) =>
        new FoldTraining(data, _target, candidate, _metrics[0], _options, _trials).Run(_metrics, cancellation);

    private int ParametersOf(int width) => Network<float>.Perceptron(new PerceptronOptions
    {
        Inputs = width,
        Hidden = _options.Hidden,
        Outputs = TrainedLoss.Of(_candidates[0].Objective, _first.Training, _target, _options).Outputs,
    }).ParameterCount;
}
