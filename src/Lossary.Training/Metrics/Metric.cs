using System.Globalization;
using Lossary.Data;

namespace Lossary.Training;

/// <summary>One number that tells how good predictions are, and all that is to be known about it.</summary>
public sealed class Metric
{
    private readonly Func<Predictions, double, double> _compute;
    private readonly double _argument;

    internal Metric(
        string key,
        string title,
        string[] aliases,
        TaskKind[] tasks,
        PredictionNeed needs,
        bool higherIsBetter,
        MetricUnit unit,
        Func<Predictions, double, double> compute,
        MetricParameter? parameter = null)
    {
        Key = key;
        Title = title;
        Aliases = aliases;
        Tasks = tasks;
        Needs = needs;
        HigherIsBetter = higherIsBetter;
        Unit = unit;
        Parameter = parameter;
        _compute = compute;
        _argument = parameter?.Default ?? 0;
    }

    private Metric(Metric general, double argument)
        : this(
            string.Create(CultureInfo.InvariantCulture, $"{general.Key}:{general.Parameter!.Name}={argument}"),
            string.Create(
                CultureInfo.InvariantCulture, $"{general.Title} at {general.Parameter.Name} {argument:0.###}"),
            [],
            [.. general.Tasks],
            general.Needs,
            general.HigherIsBetter,
            general.Unit,
            general._compute) => _argument = argument;

    /// <summary>The name on the command line, in kebab case.</summary>
    public string Key { get; }

    /// <summary>The name in tables.</summary>
    public string Title { get; }

    /// <summary>Other names it answers to.</summary>
    public IReadOnlyList<string> Aliases { get; }

    /// <summary>The tasks that it judges.</summary>
    public IReadOnlyList<TaskKind> Tasks { get; }

    /// <summary>What it asks of the predictions.</summary>
    public PredictionNeed Needs { get; }

    /// <summary>Whether a larger value is a better one.</summary>
    public bool HigherIsBetter { get; }

    /// <summary>How the value is to be read.</summary>
    public MetricUnit Unit { get; }

    /// <summary>What tunes it; null: nothing, or it is tuned already.</summary>
    public MetricParameter? Parameter { get; }

    /// <summary>The same metric with its parameter set.</summary>
    /// <param name="argument">Within the parameter's range.</param>
    /// <exception cref="InvalidOperationException">The metric has no parameter.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The argument is out of range.</exception>
    public Metric With(double argument)
    {
        if (Parameter is null)
        {
            throw new InvalidOperationException($"The metric {Key} has no parameter.");
        }

        if (!(argument >= Parameter.Low && argument <= Parameter.High))
        {
            throw new ArgumentOutOfRangeException(
                nameof(argument), argument, $"{Parameter.Name} must be within [{Parameter.Low}, {Parameter.High}].");
        }

        return new Metric(this, argument);
    }

    /// <summary>Whether the metric can be computed from such predictions.</summary>
    /// <param name="predictions">The predictions.</param>
    public bool AppliesTo(Predictions predictions)
    {
        ArgumentNullException.ThrowIfNull(predictions);
        return Tasks.Contains(predictions.Task) && Needs switch
        {
            PredictionNeed.Probability => predictions.HasProbabilities,
            PredictionNeed.Margin => !predictions.HasProbabilities,
            PredictionNeed.Quantiles => !predictions.Levels.IsEmpty,
            PredictionNeed.Order => !predictions.Queries.IsEmpty,
            PredictionNeed.Times => !predictions.Events.IsEmpty,
            PredictionNeed.Costs => !predictions.Costs.IsEmpty,
            PredictionNeed.Value => predictions.Levels.IsEmpty,
            _ => true,
        };
    }

    /// <summary>Computes the metric.</summary>
    /// <param name="predictions">The predictions.</param>
    /// <returns>
    /// Null if the metric does not apply (probabilities are needed and scores were given, quantiles and a number). NaN
    /// if a prediction is not finite, or predictions or targets are outside the metric's domain (a gamma deviance of a
    /// target of 0).
    /// </returns>
    public double? Evaluate(Predictions predictions)
    {
        if (!AppliesTo(predictions))
        {
            return null;
        }

        return predictions.IsFinite ? _compute(predictions, _argument) : double.NaN;
    }

    /// <summary>Whether one value is better than another; NaN is worse than any number.</summary>
    /// <param name="value">The one.</param>
    /// <param name="other">The other.</param>
    public bool IsBetter(double value, double other) =>
        double.IsNaN(other) ? !double.IsNaN(value) : HigherIsBetter ? value > other : value < other;

    /// <inheritdoc/>
    public override string ToString() => Key;
}
