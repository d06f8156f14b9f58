using Lossary.Data;
using Lossary.Losses;

namespace Lossary.Studies;

/// <summary>
/// What one chooses with an objective beside its score: from properties that tests hold against the formula.
/// </summary>
public sealed record ObjectiveProperties
{
    /// <summary>The objective, as <c>compare</c> takes it.</summary>
    public required Objective Objective { get; init; }

    /// <summary>What is predicted, as it stands inside a sentence.</summary>
    public required string Predicts { get; init; }

    /// <summary>Whether the loss is convex in the raw prediction: one valley.</summary>
    public required bool IsConvex { get; init; }

    /// <summary>How often it is continuously differentiable; <see cref="int.MaxValue"/> for always.</summary>
    public required int Smoothness { get; init; }

    /// <summary>How hard a row that is far off pulls.</summary>
    public required OutlierBehaviour Outliers { get; init; }

    /// <summary>Whether no row costs more than a bound.</summary>
    public required bool IsBounded { get; init; }

    /// <summary>Whether the data's probabilities, and only they, make it least; of losses of numbers, false.</summary>
    public required bool IsProper { get; init; }

    /// <summary>Whether making it small makes the error rate small as well; of losses of numbers, false.</summary>
    public required bool IsCalibrated { get; init; }

    /// <summary>The names of what there is to choose and to explain, defaults included.</summary>
    public required IReadOnlyList<string> Parameters { get; init; }

    /// <summary>The properties of an objective.</summary>
    /// <param name="objective">The objective.</param>
    /// <param name="task">What it is trained for.</param>
    public static ObjectiveProperties Of(Objective objective, TaskKind task)
    {
        ArgumentNullException.ThrowIfNull(objective);
        LossCard card = objective.Loss.Card;
        LossTraits traits = objective.Loss.Traits;
        bool isAdjusted = objective.Adjustment is not null;
        return new()
        {
            Objective = objective,
            Predicts = Meaning.Predicted(objective, task),
            IsConvex = traits.IsConvex,
            Smoothness = traits.Smoothness,
            Outliers = traits.IsRedescending ? OutlierBehaviour.Fading
                : double.IsFinite(traits.LipschitzConstant) ? OutlierBehaviour.Bounded
                : OutlierBehaviour.Unbounded,
            IsBounded = traits.IsBounded,
            IsProper = ArrayTraining.IsProper(objective.Loss) && !isAdjusted,
            IsCalibrated = traits.IsCalibrated && !isAdjusted,
            Parameters =
            [
                .. card.Parameters.Select(parameter => parameter.Name),
                .. objective.Adjustment is null ? (string[])[] : [objective.Adjustment.Card.Parameter.Name],
            ],
        };
    }
}
