using Lossary.Data;
using Lossary.Losses;
using Lossary.Training;

namespace Lossary.Studies;

/// <summary>Where the predictions stand, and what they are judged by.</summary>
public sealed record EvaluationOptions
{
    /// <summary>
    /// The column of predictions: numbers on the target's scale; probabilities or scores of the positive class; class
    /// names. Or the stem of a column for each class, <c>prediction:CLASS</c> or <c>prediction_CLASS</c>.
    /// </summary>
    public string Prediction { get; init; } = "prediction";

    /// <summary>
    /// What errors to either side cost, or of classes a miss and a false alarm; null where nobody says.
    /// </summary>
    public ErrorCosts? Costs { get; init; }

    /// <summary>What it costs to take a class for another; null where nobody says.</summary>
    public ClassTable? ClassCosts { get; init; }

    /// <summary>The losses; null for all of the task, at their default parameters.</summary>
    public IReadOnlyList<ILoss>? Losses { get; init; }

    /// <summary>The metrics; null for all of the task that such predictions have.</summary>
    public IReadOnlyList<Metric>? Metrics { get; init; }
}
