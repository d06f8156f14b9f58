using System.Diagnostics;
using Lossary.Data;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>One objective on one fold: tunes what is to be tuned, trains, and is judged on the test rows.</summary>
internal sealed class FoldTraining(
    FoldData data, Target target, Candidate candidate, Metric metric, ComparisonOptions options, int trials)
{
    private readonly IReadOnlyList<Objective> _variants = candidate.Objective.Variants;

    /// <summary>Trains and judges.</summary>
    /// <param name="metrics">What to judge by.</param>
    /// <param name="cancellation">Ends it with an exception.</param>
    public FoldOutcome Run(IReadOnlyList<Metric> metrics, CancellationToken cancellation)
    {
        long started = Stopwatch.GetTimestamp();
        FoldFit[] fits = [.. _variants.Select(variant => new FoldFit(data, target, variant, metric, options))];
        TunedSettings tuned = new Tuning(
            options.LearningRates, fits.Length, trials, (variant, rate) =>
                Try(fits[variant], rate, cancellation)).Run();
        FoldFit fit = fits[tuned.Variant];
        long trainingStarted = Stopwatch.GetTimestamp();
        TrainingResult result = fit.Fit(
            tuned.Rate, options.Epochs, options.Patience, cancellation, out Network<float> network);
        double seconds = Stopwatch.GetElapsedTime(trainingStarted).TotalSeconds;
        bool failed = result.Stopped == StopReason.Diverged;
        Predictions test = failed ? Predictions.OfNumbers(TaskKind.Regression, [], []) : fit.Predict(network);
        return new()
        {
            Repeat = data.Fold.Repeat,
            Fold = data.Fold.Index,
            Trained = _variants[tuned.Variant].Name,
            Scores = [.. metrics.Select(one => failed ? null : one.Evaluate(test))],
            Responses = failed ? [] : test.Values.ToArray(),
            LearningRate = tuned.Rate,
            Trials = tuned.Trials,
            Epochs = result.Epochs,
            BestEpoch = result.BestEpoch,
            Curve = [.. result.History.Select(fit.ScoreOf)],
            GradientNorms = [.. result.History.Select(epoch => epoch.GradientNorm)],
            LayerGradientNorms = [.. result.History.Select(epoch => epoch.LayerGradientNorms)],
            Seconds = Stopwatch.GetElapsedTime(started).TotalSeconds,
            SecondsPerEpoch = seconds / Math.Max(1, result.Epochs),
            Failure = result.Failure,
        };
    }

    private TrialScore Try(FoldFit fit, double rate, CancellationToken cancellation)
    {
        TrainingResult result = fit.Fit(rate, options.TuningEpochs, options.TuningEpochs, cancellation, out _);
        return result.Stopped == StopReason.Diverged
            ? new(double.PositiveInfinity, double.PositiveInfinity)
            : new(result.BestScore, result.History[^1].TrainingLoss);
    }
}
