using System.Diagnostics;
using Lossary.Data;
using Lossary.Losses;
using Lossary.Numerics;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>One objective on one fold: tunes the learning rate, trains, and is judged on the test rows.</summary>
/// <remarks>Initial weights and batch order follow from seed, repeat and fold alone: they are the same for every loss.</remarks>
internal sealed class FoldTraining
{
    /// <summary>What training minimises where finite predictions have no score: worse than any that have one.</summary>
    private const double NoScore = double.MaxValue;

    private readonly FoldData _data;
    private readonly Target _target;
    private readonly ILoss _loss;
    private readonly TargetScale _scale;
    private readonly Metric _stopping;
    private readonly ComparisonOptions _options;
    private readonly TrainingData _training;
    private readonly int[] _validationRows;
    private readonly float[] _raw;
    private readonly ulong _seed;

    public FoldTraining(FoldData data, Target target, Candidate candidate, Metric metric, ComparisonOptions options)
    {
        _data = data;
        _target = target;
        double[]? offsets = candidate.Objective.Adjustment?.OffsetsOf(data.Training.CountsOf(target));
        _scale = TargetScale.Of(candidate, data.Training.Targets);
        _loss = offsets is null ? _scale.Learnt(candidate.Loss) : AdjustedLogits.Of(candidate.Loss, offsets);
        _options = options;
        _stopping = StoppingMetric(metric, candidate.Loss.Card.Link, target.Task);
        _training = TrainingDataOf(data, target, candidate.Objective, _scale);
        _validationRows = [.. Enumerable.Range(0, data.Validation.Count)];
        _raw = new float[data.Validation.Count * Outputs];
        _seed = new RandomStream((ulong)options.Seed).Split("trainings")
            .Split((ulong)data.Fold.Repeat).Split((ulong)data.Fold.Index).NextUInt64();
    }

    private int Outputs => OutputsOf(_loss, _target);

    /// <summary>A raw prediction, or a score for each class: what the loss takes.</summary>
    public static int OutputsOf(ILoss loss, Target target) => loss is IClassLoss ? target.ClassNames.Count : 1;

    /// <summary>Trains and judges.</summary>
    /// <param name="metrics">What to judge by.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public FoldOutcome Run(IReadOnlyList<Metric> metrics, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        double rate = BestRate(cancellation);
        Network<float> network = NewNetwork();
        TrainingResult result = Fit(network, rate, _options.Epochs, _options.Patience, cancellation);
        bool failed = result.Stopped == StopReason.Diverged;
        Predictions test = failed ? Nothing() : Predict(network);
        return new()
        {
            Repeat = _data.Fold.Repeat,
            Fold = _data.Fold.Index,
            Scores = [.. metrics.Select(metric => failed ? null : metric.Evaluate(test))],
            Responses = failed ? [] : test.Values.ToArray(),
            LearningRate = rate,
            Epochs = result.Epochs,
            BestEpoch = result.BestEpoch,
            Curve =
            [
                .. result.History.Select(epoch =>
                    epoch.ValidationScore == NoScore ? double.NaN : Signed(epoch.ValidationScore)),
            ],
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            Failure = result.Failure,
        };
    }

    /// <summary>
    /// The rate with the best validation score after a few epochs; of equal ones, frequent where few rows validate, the
    /// one that brought the loss itself lowest. The smallest if all diverge.
    /// </summary>
    private double BestRate(CancellationToken cancellation)
    {
        double best = _options.LearningRates.Min();
        if (_options.LearningRates.Count == 1)
        {
            return best;
        }

        (double Score, double Loss) lowest = (double.PositiveInfinity, double.PositiveInfinity);
        foreach (double rate in _options.LearningRates)
        {
            TrainingResult result = Fit(NewNetwork(), rate, _options.TuningEpochs, _options.TuningEpochs, cancellation);
            if (result.Stopped == StopReason.Diverged)
            {
                continue;
            }

            (double Score, double Loss) reached = (result.BestScore, result.History[^1].TrainingLoss);
            if (reached.CompareTo(lowest) < 0)
            {
                lowest = reached;
                best = rate;
            }
        }

        return best;
    }

    private TrainingResult Fit(
        Network<float> network, double rate, int epochs, int patience, CancellationToken cancellation)
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
        TrainingResult result = _loss is IClassLoss ofClasses
            ? Trainer.Fit(network, ofClasses, _training, Validate, options, cancellation)
            : Trainer.Fit(network, (ISampleLoss)_loss, _training, Validate, options, cancellation);
        cancellation.ThrowIfCancellationRequested();
        return result;
    }

    private double Validate(Network<float> network)
    {
        network.Predict(_data.Validation.Features, _validationRows, _raw);
        Predictions predictions = Response.Of(_raw, _data.Validation, _target, _scale);
        double score = Signed(_stopping.Evaluate(predictions) ?? double.NaN);

        // A count below 0 has no Poisson deviance, and rows of one class have no ROC AUC: bad, but no divergence.
        return double.IsNaN(score) && predictions.IsFinite ? NoScore : score;
    }

    /// <summary>Training minimises its score; the sign turns a metric into one, and back.</summary>
    private double Signed(double score) => _stopping.HigherIsBetter ? -score : score;

    private Predictions Predict(Network<float> network)
    {
        int[] rows = [.. Enumerable.Range(0, _data.Test.Count)];
        float[] raw = new float[rows.Length * Outputs];
        network.Predict(_data.Test.Features, rows, raw);
        return Response.Of(raw, _data.Test, _target, _scale);
    }

    private Network<float> NewNetwork() => Network<float>.Perceptron(new PerceptronOptions
    {
        Inputs = _data.Encoder.Width,
        Hidden = _options.Hidden,
        Outputs = Outputs,
        Initialization = Initialization.Small,
        Seed = _seed,
    });

    private static Predictions Nothing() => Predictions.OfNumbers(TaskKind.Regression, [], []);

    private static Metric StoppingMetric(Metric metric, Link link, TaskKind task) =>
        metric.Needs == PredictionNeed.Probability && link == Link.Score ? MetricCatalogue.DefaultFor(task) : metric;

    private static TrainingData TrainingDataOf(FoldData data, Target target, Objective objective, TargetScale scale)
    {
        FoldPart part = data.Training;
        int[] rows = [.. Enumerable.Range(0, part.Count)];
        double[]? ofClass = objective.Adjustment?.WeightsOf(part.CountsOf(target));
        float[]? weights = ofClass is null ? null : Array.ConvertAll(part.Targets, code => (float)ofClass[(int)code]);
        if (objective.Loss is IClassLoss)
        {
            int[] classes = Array.ConvertAll(part.Targets, code => (int)code);
            return TrainingData.WithClasses(part.Features, data.Encoder.Width, classes, rows, weights);
        }

        bool isSign = objective.Loss.Card.Target.EndsOnly;
        float[] targets = Array.ConvertAll(part.Targets, one => (float)(isSign ? (2 * one) - 1 : scale.Encode(one)));
        return TrainingData.WithTargets(part.Features, data.Encoder.Width, targets, rows, weights);
    }
}
