using System.Diagnostics;
using Lossary.Data;
using Lossary.Numerics;

namespace Lossary.Studies;

/// <summary>
/// How well objectives keep their scores when the rows that train are troubled: outliers, wrong labels, a rare class,
/// few rows.
/// </summary>
/// <remarks>
/// The folds of a comparison's first repeat, its networks, seeds and batch orders. Training and validation rows are
/// troubled, for nobody has clean ones to stop by; test rows are not. Learning rates are those that the comparison
/// chose on clean rows: a budget of one training a fold, level and objective. Scores on clean rows are the comparison's
/// own.
/// </remarks>
public sealed class StressTest
{
    private readonly ComparisonResult _result;
    private readonly StressOptions _options;
    private readonly StressPlan _plan;
    private readonly RandomStream _random;
    private readonly Cell[] _cells;

    /// <summary>Prepares a stress test.</summary>
    /// <param name="result">The comparison whose objectives are tried.</param>
    /// <param name="options">What is tried; null for the defaults.</param>
    public StressTest(ComparisonResult result, StressOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(result);
        _result = result;
        _options = options ?? new();
        _plan = StressPlan.Of(result, _options);
        _random = new RandomStream((ulong)result.Options.Seed).Split("stress");
        _cells =
        [
            .. _plan.Folds.SelectMany(fold => _plan.Kinds.SelectMany(kind =>
                _options.LevelsOf(kind).Select(level => new Cell(this, kind, fold, level)))),
        ];
    }

    /// <summary>How many networks it trains.</summary>
    public int Trainings => _cells.Length * _plan.Outcomes.Count;

    /// <summary>
    /// Trains side by side on the comparison's number of threads; the outcome is the same bits for any number.
    /// </summary>
    /// <param name="progress">Told after every training, from any thread; or null.</param>
    /// <param name="cancellation">Ends it within a training step.</param>
    /// <exception cref="OperationCanceledException">It was cancelled.</exception>
    public StressResult Run(Action<ComparisonProgress>? progress = null, CancellationToken cancellation = default)
    {
        long started = Stopwatch.GetTimestamp();
        int next = -1, done = 0, count = _plan.Outcomes.Count, total = Trainings;
        void Work()
        {
            for (int job = Interlocked.Increment(ref next); job < total; job = Interlocked.Increment(ref next))
            {
                LossOutcome outcome = _plan.Outcomes[job % count];
                _cells[job / count].Train(job % count, outcome, cancellation);
                progress?.Invoke(new(Interlocked.Increment(ref done), total, outcome.Name));
            }
        }

        Task[] workers =
            [.. Enumerable.Range(0, int.Min(_result.Options.Threads, total)).Select(_ => Task.Run(Work, cancellation))];
        Task.WhenAll(workers).GetAwaiter().GetResult();
        return new()
        {
            Options = _options,
            Metric = _result.Metric,
            Curves = [.. _plan.Kinds.Select(CurvesOf)],
            LeftOut = _plan.LeftOut,
            Folds = _plan.Folds.Count,
            Trainings = total,
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
        };
    }

    private StressCurves CurvesOf(StressKind kind)
    {
        StressedData data = DataOf(kind);
        IReadOnlyList<double> levels = _options.LevelsOf(kind);
        StressSummary summary = new(_result, _options, _plan.Folds);
        FoldOutcome[] At(int index, double level) => [.. CellsOf(kind, level).Select(cell => cell.Outcomes[index]!)];
        StressCurve[] curves =
        [
            .. _plan.Outcomes.Select((outcome, index) =>
                summary.CurveOf(outcome, [.. levels.Select(level => At(index, level))])),
        ];
        int[] leaders = [.. Enumerable.Range(0, levels.Count + 1).Select(level => summary.LeaderAt(curves, level))];
        bool isChanged = leaders[0] >= 0 && leaders[^1] >= 0 && leaders[0] != leaders[^1];
        return new()
        {
            Kind = kind,
            Levels = [kind is StressKind.RareClass or StressKind.FewRows ? 1 : 0, .. levels],
            Curves = curves,
            ClassName = kind == StressKind.RareClass ? _result.Target.ClassNames[data.RarestClass] : null,
            Leaders = leaders,
            LeadPValue = isChanged ? summary.PValue(At(leaders[0], levels[^1]), At(leaders[^1], levels[^1])) : null,
        };
    }

    private IEnumerable<Cell> CellsOf(StressKind kind, double level) =>
        _cells.Where(cell => cell.Kind == kind && cell.Level == level);

    private StressedData DataOf(StressKind kind) =>
        new(_result.Table, _result.Target, _plan.Outcomes.Select(outcome => outcome.Loss), kind);

    /// <summary>A fold with a level of a trouble, which all objectives are trained on.</summary>
    private sealed class Cell(StressTest test, StressKind kind, Fold fold, double level)
    {
        private readonly Lock _lock = new();
        private FoldData? _data;
        private int _open = test._plan.Outcomes.Count;

        public StressKind Kind => kind;

        public double Level => level;

        /// <summary>Shape [objectives].</summary>
        public FoldOutcome?[] Outcomes { get; } = new FoldOutcome?[test._plan.Outcomes.Count];

        public void Train(int index, LossOutcome outcome, CancellationToken cancellation)
        {
            FoldData data;
            lock (_lock)
            {
                data = _data ??= Prepare();
            }

            ComparisonResult result = test._result;
            FoldOutcome clean = outcome.Folds.Single(o => o.Repeat == fold.Repeat && o.Fold == fold.Index);
            ComparisonOptions options = result.Options with { LearningRates = [clean.LearningRate] };
            Candidate candidate = new(Objective.Parse(clean.Trained), outcome.Simplicity);
            FoldTraining training = new(data, result.Target, candidate, result.Metric, options, trials: 1);
            Outcomes[index] = training.Run([result.Metric], cancellation) with
            {
                Responses = [],
                Curve = [],
                GradientNorms = [],
                LayerGradientNorms = [],
            };
            if (Interlocked.Decrement(ref _open) == 0)
            {
                _data = null;
            }
        }

        private FoldData Prepare()
        {
            ComparisonResult result = test._result;
            FoldData clean = FoldData.Of(result.Table, result.Target, fold, result.Options);
            RandomStream random = test._random.Split(kind.ToString()).Split((ulong)fold.Index);
            return test.DataOf(kind).At(clean, level, random);
        }
    }
}
