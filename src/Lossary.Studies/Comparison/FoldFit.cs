using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>
/// One objective, without choices, on one fold: trains networks, and judges them on the validation rows.
/// </summary>
/// <remarks>
/// Initial weights and batch order follow from seed, repeat and fold alone: they are the same for every objective.
/// </remarks>
internal sealed class FoldFit
{
    /// <summary>What training minimises where finite predictions have no score: worse than any that have one.</summary>
    private const double NoScore = double.MaxValue;

    private readonly FoldData _data;
    private readonly Target _target;
    private readonly TrainedLoss _trained;
    private readonly ILoss _loss;
    private readonly TargetScale _scale;
    private readonly Metric _stopping;
    private readonly ComparisonOptions _options;
    private readonly TrainingData _training;
    private readonly int[] _validationRows;
    private readonly float[] _raw;
    private readonly double _threshold;
    private readonly bool _decidesByCosts;
    private readonly ulong _seed;

    public FoldFit(FoldData data, Target target, Objective objective, Metric metric, ComparisonOptions options)
    {
        _data = data;
        _target = target;
        _trained = TrainedLoss.Of(objective, data.Training, target, options);
        _loss = _trained.Loss;
        _scale = _trained.Scale;
        _options = options;
        _threshold = options.ThresholdOf(objective);
        _decidesByCosts = options.DecidesByCosts(objective);
        _stopping = StoppingMetric(metric, objective.Loss, target.Task);
        _training = _trained.DataOf(data.Training, data.Encoder.Width);
        _validationRows = [.. Enumerable.Range(0, data.Validation.Count)];
        _raw = new float[data.Validation.Count * Outputs];
        _seed = new RandomStream((ulong)options.Seed).Split("trainings")
            .Split((ulong)data.Fold.Repeat).Split((ulong)data.Fold.Index).NextUInt64();
    }

    private int Outputs => _trained.Outputs;

    /// <summary>Trains a new network at a rate for some epochs.</summary>
    public TrainingResult Fit(
        double rate, int epochs, int patience, CancellationToken cancellation, out Network<float> network)
    {
        TrainingOptions options = new()
        {
            MaxEpochs = epochs,
            BatchSize = _options.BatchSizeFor(_data.Training.Count),
            Seed = _seed,
            CreateOptimizer = () => new Adam<float>(rate),
            Patience = patience,
            TakesLaterOfEqual = true,
            MaxGradientNorm = _options.GradientClip,
        };
        network = NewNetwork();
        TrainingResult result = _loss switch
        {
            IClassLoss ofClasses => Trainer.Fit(network, ofClasses, _training, Validate, options, cancellation),
            IArrayLoss arrays =>
                Trainer.Fit(network, arrays, _trained.Roles!, _training, Validate, options, cancellation),
            _ => Trainer.Fit(network, (ISampleLoss)_loss, _training, Validate, options, cancellation),
        };
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    /// <summary>Predictions for the test rows, on the target's own scale.</summary>
    public Predictions Predict(Network<float> network)
    {
        int[] rows = [.. Enumerable.Range(0, _data.Test.Count)];
        float[] raw = new float[rows.Length * Outputs];
        network.Predict(_data.Test.Features, rows, raw);

        // What a quantile lies away from a prediction is read off the validation rows.
        network.Predict(_data.Validation.Features, _validationRows, _raw);
        return ResponseOf(raw, _data.Test);
    }

    /// <summary>A validation score as it is told: NaN where the predictions have none.</summary>
    public double ScoreOf(EpochRecord epoch) =>
        epoch.ValidationScore == NoScore ? double.NaN : Signed(epoch.ValidationScore);

    private static Metric StoppingMetric(Metric metric, ILoss loss, TaskKind task) =>
        metric.Needs == PredictionNeed.Probability && loss.Card.Link == Link.Score
        ? MetricCatalogue.DefaultFor(task)
        : metric;

    /// <summary>Predictions of some rows; <see cref="_raw"/> holds the outputs for the validation rows.</summary>
    private Predictions ResponseOf(float[] raw, FoldPart part)
    {
        Predictions predictions = PlainResponseOf(raw, part);
        return _options.ClassCosts.Count == 0 || !_target.IsClass
            ? predictions
            : predictions.WithCosts([.. _options.ClassCosts], _decidesByCosts);
    }

    private Predictions PlainResponseOf(float[] raw, FoldPart part) =>
        TimeLoss.Is(_loss) ? TimeLoss.ResponseOf(_loss, raw, part, _target, _scale.Unit)
        : OrdinalThresholds.Is(_loss) ? OrdinalThresholds.ResponseOf(_loss, raw, part, _target)
        : _trained.Head is not null
            ? HeadResponse.Of(_trained.WithOffsets(raw), part, _target, _trained, _options.Quantiles)
        : _options.Quantiles.Count == 0 ? Response.Of(raw, part, _target, _scale, _threshold)
        : _trained.GivesQuantiles ? QuantileResponse.Of(raw, part, _target, _scale, _options.Quantiles)
        : QuantileResponse.Around(raw, part, _raw, _data.Validation, _target, _scale, _options.Quantiles);

    private double Validate(Network<float> network)
    {
        network.Predict(_data.Validation.Features, _validationRows, _raw);
        Predictions predictions = ResponseOf(_raw, _data.Validation);
        double score = Signed(_stopping.Evaluate(predictions) ?? double.NaN);

        // A count below 0 has no Poisson deviance, and rows of one class have no ROC AUC: bad, but no divergence.
        return double.IsNaN(score) && predictions.IsFinite ? NoScore : score;
    }

    /// <summary>Training minimises its score; the sign turns a metric into one, and back.</summary>
    private double Signed(double score) => _stopping.HigherIsBetter ? -score : score;

    private Network<float> NewNetwork() => Network<float>.Perceptron(new PerceptronOptions
    {
        Inputs = _data.Encoder.Width,
        Hidden = _options.Hidden,
        Outputs = Outputs - _trained.Shared.Count,
        Shared = _trained.Shared,
        Initialization = Initialization.Small,
        Seed = _seed,
    });
}
