namespace Lossary.Studies;

/// <summary>One training of one loss, judged on one test fold.</summary>
public sealed record FoldOutcome
{
    /// <summary>Which repeat, from 0.</summary>
    public required int Repeat { get; init; }

    /// <summary>Which fold of it, from 0.</summary>
    public required int Fold { get; init; }

    /// <summary>Shape [metrics], in the result's order, on the test fold and the target's own scale; null where there is none.</summary>
    public required IReadOnlyList<double?> Scores { get; init; }

    /// <summary>
    /// What was predicted for the test rows, as <see cref="Lossary.Training.Predictions.Values"/>; empty if there is no
    /// model. Each row is tested once in a repeat.
    /// </summary>
    public IReadOnlyList<double> Responses { get; init; } = [];

    /// <summary>The learning rate that did best on the validation rows.</summary>
    public required double LearningRate { get; init; }

    /// <summary>Epochs trained.</summary>
    public required int Epochs { get; init; }

    /// <summary>The epoch whose weights were kept, from 1.</summary>
    public required int BestEpoch { get; init; }

    /// <summary>
    /// Validation score after each epoch, by the metric that stops the training; NaN where the predictions have none.
    /// </summary>
    public required IReadOnlyList<double> Curve { get; init; }

    /// <summary>Seconds, tuning included.</summary>
    public required double Seconds { get; init; }

    /// <summary>Why there is no model; null if there is one.</summary>
    public string? Failure { get; init; }
}
